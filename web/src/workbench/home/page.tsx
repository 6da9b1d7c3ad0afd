import { Link } from '@tanstack/react-router'
import { ClosingSoon } from '../../portal/home/closing-soon.js'
import { useText } from '../../text/use-text.js'
import { Icon } from '../../ui/icon.js'
import { usePageTitle } from '../../ui/page-title.js'
import { PartFailure } from '../../ui/part-failure.js'
import { usePreferences } from '../../ui/preferences.js'
import '../workbench.css'
import { LateList } from './late-list.js'
import { TILES, type Tile } from './tiles.js'
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

function TileLink({ tile, waiting }: { readonly tile: Tile; readonly waiting: Waiting | undefined }) {
  const { t } = useText()
  return (
    <Link {...tile.link} className="item">
      <Icon name={tile.icon} />
      <span className="item-body">
        <span className="item-row">
          <span className="item-title">{t(tile.title)}</span>
          <Count waiting={waiting} />
        </span>
        <span className="muted small">{t(tile.text)}</span>
      </span>
    </Link>
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
            <TileLink tile={tile} waiting={today.waiting[tile.key]} />
          </li>
        ))}
      </ul>
      <ClosingSoon />
    </div>
  )
}
