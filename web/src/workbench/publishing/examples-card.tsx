import '../../text/area/publishing.js'
import type { DraftReport } from '@kehui/server/client'
import { useText } from '../../text/use-text.js'
import { keyed } from '../../ui/keyed.js'
import { moneyPhrase } from '../../ui/money.js'
import { VerdictMark } from '../../ui/verdict-mark.js'

type Run = DraftReport['check']['examples'][number]

/** Each worked case of the text: what it should come to, and what it does. */
export function ExamplesCard({
  examples,
  onPlace,
}: {
  readonly examples: readonly Run[]
  readonly onPlace: (line: number, column: number) => void
}) {
  const { t } = useText()
  if (examples.length === 0) return null
  return (
    <section className="card stack tight">
      <h2>
        {t('draft.examples')} <small className="muted number">{examples.length}</small>
      </h2>
      <div className="table-scroll">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('draft.examples.name')}</th>
              <th scope="col">{t('draft.examples.expected')}</th>
              <th scope="col">{t('draft.examples.actual')}</th>
            </tr>
          </thead>
          <tbody>
            {keyed(examples, ({ name }) => name).map(({ key, item }) => (
              <ExampleRow key={key} run={item} onPlace={onPlace} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function ExampleRow({
  run,
  onPlace,
}: {
  readonly run: Run
  readonly onPlace: (line: number, column: number) => void
}) {
  const { t, lang } = useText()
  const { expected, actual, problems } = run
  const good = problems.length === 0
  const told = [
    t(`effect.verdict.${expected.verdict}`),
    expected.amount,
    expected.points,
    expected.grade,
  ].filter(Boolean)
  const found = actual
    ? [
        t(`effect.verdict.${actual.verdict}`),
        expected.amount && actual.amountFen && moneyPhrase(actual.amountFen.min, actual.amountFen.max, lang),
        expected.points && actual.points && t('draft.examples.points', { points: span(actual.points) }),
        expected.grade && actual.grades?.join(t('common.comma')),
        expected.missing &&
          actual.missing.length > 0 &&
          t('draft.examples.missing', { missing: actual.missing.join(t('common.comma')) }),
      ].filter(Boolean)
    : problems
  return (
    <tr className={good ? undefined : 'wrong'}>
      <th scope="row">
        <button type="button" className="link-button" onClick={() => onPlace(run.line, 1)}>
          {run.name}
        </button>
        {run.reading && <span className="muted small"> {run.reading}</span>}
      </th>
      <td>{told.join(' · ')}</td>
      <td>
        <span className="marked">
          <VerdictMark kind={good ? 'yes' : 'no'} />
          <span>
            <span className="hidden-visually">
              {t(good ? 'draft.examples.ok' : 'draft.examples.bad')}
              {t('common.colon')}
            </span>
            {found.join(' · ')}
          </span>
        </span>
      </td>
    </tr>
  )
}

function span({ min, max }: { readonly min: number; readonly max: number }): string {
  return min === max ? String(min) : `${min}–${max}`
}
