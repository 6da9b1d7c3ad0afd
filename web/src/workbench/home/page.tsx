import { Link } from '@tanstack/react-router'
import { useText } from '../../text/use-text.js'
import { Icon } from '../../ui/icon.js'
import { usePageTitle } from '../../ui/page-title.js'
import { usePreferences } from '../../ui/preferences.js'
import '../workbench.css'
import { TILES } from './tiles.js'

export function WorkbenchPage() {
  const { t } = useText()
  const { role } = usePreferences()
  usePageTitle(t('nav.workbench'))
  return (
    <div className="page stack workbench">
      <h1>{t('nav.workbench')}</h1>
      {role === 'manager' && <p className="note">{t('workbench.for-staff')}</p>}
      <ul className="tiles">
        {TILES.filter(({ roles }) => role === 'manager' || roles.includes(role)).map((tile) => (
          <li key={tile.key}>
            <Link {...tile.link} className="item">
              <Icon name={tile.icon} />
              <span className="item-body">
                <span className="item-title">{t(tile.title)}</span>
                <span className="muted small">{t(tile.text)}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
