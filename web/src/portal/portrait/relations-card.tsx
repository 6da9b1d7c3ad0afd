import '../../text/area/portrait.js'
import type { RelationItem } from '@kehui/server/client'
import { Link } from '@tanstack/react-router'
import { useText } from '../../text/use-text.js'
import { usePreferences } from '../../ui/preferences.js'

const IN_CHAINS: readonly string[] = ['product', 'industry']

/** What it is to others and they to it: products, partners, investors, places. */
export function RelationsCard({ relations }: { readonly relations: readonly RelationItem[] }) {
  const { t } = useText()
  const { role } = usePreferences()
  if (relations.length === 0) return null
  return (
    <section className="card stack" aria-labelledby="portrait-relations">
      <h2 id="portrait-relations">{t('portrait.relations')}</h2>
      <ul className="rows">
        {relations.map((relation) => (
          <li key={relation.id}>
            <span>
              <span className="muted">{relation.label} </span>
              {role === 'clerk' && IN_CHAINS.includes(relation.other.kind) ? (
                <Link to="/cockpit/chain/$id" params={{ id: relation.other.id }} className="portrait-link">
                  {relation.other.name}
                </Link>
              ) : (
                relation.other.name
              )}
            </span>
            <span className="muted small number">
              {[
                relation.weight !== null &&
                  `${relation.weightLabel ?? ''} ${Math.round(relation.weight * 100)}%`.trim(),
                relation.row === null
                  ? relation.source
                  : t('portrait.relation.row', { source: relation.source, row: relation.row }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
