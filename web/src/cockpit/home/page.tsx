import '../../text/area/cockpit.js'
import { useText } from '../../text/use-text.js'
import { TileLink } from '../../ui/tile.js'
import { BureauOnly } from '../bureau-only.js'
import { TILES } from './tiles.js'

/** The way to every view of the whole region. */
export function CockpitPage() {
  return (
    <BureauOnly title="nav.cockpit">
      <Home />
    </BureauOnly>
  )
}

function Home() {
  const { t } = useText()
  return (
    <div className="page stack cockpit">
      <h1>{t('nav.cockpit')}</h1>
      <p className="muted">{t('cockpit.lead')}</p>
      <ul className="tiles">
        {TILES.map((tile) => (
          <li key={tile.key}>
            <TileLink tile={tile} />
          </li>
        ))}
      </ul>
    </div>
  )
}
