import type { Entry, Nearest } from '@kehui/server/client'
import { useText } from '../../text/use-text.js'
import { keyed } from '../../ui/keyed.js'
import { moneyPhrase } from '../../ui/money.js'
import { usePackage } from './package-context.js'

const textOf = (nearest: Nearest) => nearest.changes.map((change) => `${change.fact} ${change.to}`).join()

function Option({ nearest, open }: { readonly nearest: Nearest; readonly open: boolean }) {
  const { t, lang } = useText()
  const { labelOf, tryFacts } = usePackage()
  return (
    <li className="nearest stack tight">
      <ul>
        {nearest.changes.map((change) => (
          <li key={change.fact}>
            {t('nearest.change', { fact: labelOf(change.fact), from: change.from, to: change.to })}
          </li>
        ))}
      </ul>
      {nearest.costFen !== null && (
        <p className="muted small">
          {t('nearest.cost', { cost: moneyPhrase(nearest.costFen, nearest.costFen, lang) })}
        </p>
      )}
      {open && (
        <p className="no-print">
          <button
            type="button"
            className="button"
            onClick={() =>
              tryFacts(Object.fromEntries(nearest.changes.map((change) => [change.fact, change.to])))
            }
          >
            {t('nearest.try')}
          </button>
        </p>
      )}
    </li>
  )
}

function Options({ options, open }: { readonly options: readonly Nearest[]; readonly open: boolean }) {
  return (
    <ul className="stack tight">
      {keyed(options, textOf).map(({ key, item }) => (
        <Option key={key} nearest={item} open={open} />
      ))}
    </ul>
  )
}

/** What would turn a “no” into a “yes”: this year's moves, and apart from them next year's targets. */
export function NearestCard({ entry }: { readonly entry: Entry }) {
  const { t } = useText()
  if (entry.nearest.length === 0 && entry.nextYear.length === 0) return null
  return (
    <section className="card stack" aria-labelledby="nearest-title">
      <h3 id="nearest-title" className="card-title">
        {t(entry.nearest.length > 0 ? 'nearest.title' : 'nearest.year')}
      </h3>
      {entry.nearest.length > 0 && (
        <>
          <p className="muted">{t('nearest.lead')}</p>
          <Options options={entry.nearest} open />
        </>
      )}
      {entry.nextYear.length > 0 && (
        <>
          {entry.nearest.length > 0 && <h4>{t('nearest.year')}</h4>}
          <p className="muted">{t('nearest.year.lead')}</p>
          <Options options={entry.nextYear} open={false} />
        </>
      )}
    </section>
  )
}
