import '../../text/area/demands.js'
import type { OfferMatch, OfferMatches } from '@kehui/server/client'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useText } from '../../text/use-text.js'
import { api } from '../../ui/api.js'
import { PartFailure } from '../../ui/part-failure.js'
import { useSide } from '../demands/use-side.js'
import { ProposeForm } from '../introductions/propose-form.js'
import './matches.css'
import { Why } from './why.js'

const AT_FIRST = 5

/** Who may answer a need, and why; from here somebody is introduced. */
export function Matches({ demand }: { readonly demand: string }) {
  const { t, lang } = useText()
  const { as } = useSide()
  const [kind, setKind] = useState<string>()
  const [all, setAll] = useState(false)
  const found = useQuery({
    queryKey: ['demand-matches', demand, kind, as, lang],
    queryFn: () => api.demandMatches(demand, { kind, as, k: 30 }),
    placeholderData: (before) => before,
  })
  return (
    <section className="card stack" aria-labelledby="matches-title" aria-busy={found.isFetching}>
      <div>
        <h2 id="matches-title" className="card-title">
          {t('matches.title')}
        </h2>
        <p className="muted small">{t('matches.lead')}</p>
      </div>
      {found.isPending && <p className="muted">{t('app.loading')}</p>}
      {found.isError && <PartFailure query={found} />}
      {found.data && <Kinds found={found.data} kind={kind} onKind={setKind} />}
      {found.data?.items.length === 0 && <p>{t('matches.none')}</p>}
      {found.data && (
        <ol className="match-list">
          {found.data.items.slice(0, all ? undefined : AT_FIRST).map((match) => (
            <Match key={match.resource.id} demand={demand} match={match} />
          ))}
        </ol>
      )}
      {found.data && !all && found.data.items.length > AT_FIRST && (
        <p>
          <button type="button" className="button" onClick={() => setAll(true)}>
            {t('matches.more', { count: found.data.items.length - AT_FIRST })}
          </button>
        </p>
      )}
      {found.data && found.data.items.length > 0 && (
        <p className="muted small">{t('matches.weights', { ...found.data.weights })}</p>
      )}
    </section>
  )
}

function Kinds({
  found,
  kind,
  onKind,
}: {
  readonly found: OfferMatches
  readonly kind: string | undefined
  readonly onKind: (kind: string | undefined) => void
}) {
  const { t } = useText()
  // With one kind chosen the others are not counted.
  const [kinds, setKinds] = useState(found.kinds)
  if (kind === undefined && kinds !== found.kinds) setKinds(found.kinds)
  if (kinds.length < 2) return null
  return (
    <fieldset className="choices match-kinds">
      <legend className="hidden-visually">{t('matches.kind')}</legend>
      {[{ kind: undefined, label: t('matches.all') }, ...kinds].map((one) => (
        <button
          key={one.kind ?? ''}
          type="button"
          className={`choice${one.kind === kind ? ' chosen' : ''}`}
          aria-pressed={one.kind === kind}
          onClick={() => onKind(one.kind)}
        >
          {one.label}
          {'count' in one && <span className="muted number"> {one.count}</span>}
        </button>
      ))}
    </fieldset>
  )
}

function Match({ demand, match }: { readonly demand: string; readonly match: OfferMatch }) {
  const { t } = useText()
  const { resource, introduction, hasRoom } = match
  return (
    <li className="match stack tight">
      <div className="item-row">
        <h3 className="item-title">
          <Link to="/resources/$resource" params={{ resource: resource.id }}>
            {resource.name}
          </Link>
        </h3>
        <span className="match-fit">
          {t('matches.fit')} <b className="number">{Math.round(match.score * 100)}</b>
        </span>
      </div>
      <p className="tags">
        <span className="tag">{resource.kindLabel}</span>
        {resource.place !== null && <span className="muted small">{resource.place}</span>}
        {!hasRoom && introduction === null && <span className="tag unknown">{t('matches.full')}</span>}
      </p>
      <Why match={match} />
      {introduction === null ? (
        <ProposeForm
          demand={demand}
          start={{
            provider: { id: resource.id, name: resource.name },
            reasons: reasonsOf(match),
            score: match.score,
          }}
        />
      ) : (
        <p>
          <Link to="/introductions/$introduction" params={{ introduction: introduction.id }}>
            {t('matches.introduced')}
          </Link>
        </p>
      )}
    </li>
  )
}

/** What speaks for it, as whoever proposes can say it. */
function reasonsOf({ parts }: OfferMatch): readonly string[] {
  return parts
    .filter(({ feature, value, adds }) => adds > 0 || (feature === 'text' && value !== null && value > 0))
    .map(({ label, said }) => `${label}：${said}`)
}
