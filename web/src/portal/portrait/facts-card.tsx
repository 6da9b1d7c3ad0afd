import '../../text/area/portrait.js'
import type { PortraitFact } from '@kehui/server/client'
import { useText } from '../../text/use-text.js'

/** A few facts with where each comes from; left out where nothing is known. */
export function FactsCard({
  title,
  facts,
}: {
  readonly title: string
  readonly facts: readonly PortraitFact[]
}) {
  const { t } = useText()
  if (facts.length === 0) return null
  return (
    <section className="card stack" aria-label={title}>
      <h2>{title}</h2>
      <ul className="rows">
        {facts.map((fact) => (
          <li key={fact.key}>
            <span>
              {fact.label}
              {t('common.colon')}
              <b className="number">{fact.value}</b>
            </span>
            <span className="muted small">
              {[fact.source, fact.observedAt?.slice(0, 10)].filter(Boolean).join(' ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
