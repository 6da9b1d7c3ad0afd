import '../../text/area/resources.js'
import '../../text/area/demands.js'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useText } from '../../text/use-text.js'
import { api } from '../../ui/api.js'
import { PartFailure } from '../../ui/part-failure.js'
import { Why } from '../matches/why.js'
import '../matches/matches.css'

/** Kinds that can answer a need. */
const SUPPLY: readonly string[] = [
  'achievement',
  'patent',
  'person',
  'institution',
  'platform',
  'facility',
  'enterprise',
  'product',
  'financier',
]

/** The open needs that it may answer, and why. */
export function Needs({ id, kind }: { readonly id: string; readonly kind: string }) {
  const { t, lang } = useText()
  const found = useQuery({
    queryKey: ['resource-matches', id, lang],
    queryFn: () => api.resourceMatches(id, { k: 10 }),
    enabled: SUPPLY.includes(kind),
  })
  if (!SUPPLY.includes(kind)) return null
  return (
    <section className="card stack" aria-labelledby="needs-title">
      <h2 id="needs-title" className="card-title">
        {t('resources.needs')}
      </h2>
      {found.isError && <PartFailure query={found} />}
      {found.data?.items.length === 0 && <p className="muted">{t('resources.needs.none')}</p>}
      <ol className="match-list">
        {(found.data?.items ?? []).map((match) => (
          <li key={match.need.id} className="match stack tight">
            <div className="item-row">
              <h3 className="item-title">
                <Link to="/demands/$demand" params={{ demand: match.need.id }}>
                  {match.need.title}
                </Link>
              </h3>
              <span className="match-fit">
                {t('matches.fit')} <b className="number">{Math.round(match.score * 100)}</b>
              </span>
            </div>
            {match.need.place !== null && <p className="muted small">{match.need.place}</p>}
            <Why match={match} />
          </li>
        ))}
      </ol>
    </section>
  )
}
