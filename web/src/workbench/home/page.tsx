import '../../text/area/workbench.js'
import { ClosingSoon } from '../../portal/home/closing-soon.js'
import { useText } from '../../text/use-text.js'
import { usePageTitle } from '../../ui/page-title.js'
import { PartFailure } from '../../ui/part-failure.js'
import { usePreferences } from '../../ui/preferences.js'
import { TileLink } from '../../ui/tile.js'
import '../workbench.css'
import { LateList } from './late-list.js'
import { TILES } from './tiles.js'
import { useToday, type Waiting } from './use-today.js'

function Count({ waiting }: { readonly waiting: Waiting | undefined }) {
  const { t } = useText()
  if (waiting === undefined || waiting.count === 0) return null
  return (
    <span className={`tag ${waiting.late > 0 ? 'no' : 'unknown'}`}>
      {waiting.late > 0
        ? t('workbench.waiting.late', { count: waiting.count, late: waiting.late })
        : t('workbench.waiting', { count: waiting.count })}
    </span>
  )
}

/** What waits this morning, what is late, what closes soon, and the way to every tool. */
export function WorkbenchPage() {
  const { t } = useText()
  const { role } = usePreferences()
  const today = useToday()
  usePageTitle(t('nav.workbench'))
  const tiles = TILES.filter(({ roles }) => role === 'manager' || roles.includes(role))
  return (
    <div className="page stack workbench">
      <h1>{t('nav.workbench')}</h1>
      {role === 'manager' && <p className="notice">{t('workbench.for-staff')}</p>}
      {today.failed && <PartFailure query={today.failed} />}
      <LateList today={today} />
      <ul className="tiles">
        {tiles.map((tile) => (
          <li key={tile.key}>
            <TileLink tile={tile}>
              <Count waiting={today.waiting[tile.key]} />
            </TileLink>
          </li>
        ))}
      </ul>
      <ClosingSoon />
    </div>
  )
}
