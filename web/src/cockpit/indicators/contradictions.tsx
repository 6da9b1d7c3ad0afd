import '../../text/area/indicators.js'
import type { IndicatorContradiction } from '@kehui/server/client'
import { Link } from '@tanstack/react-router'
import type { MessageKey } from '../../text/messages.js'
import { useText } from '../../text/use-text.js'
import { figureWords, grouped, periodWords } from './words.js'

const WRONG: Readonly<Record<string, MessageKey>> = {
  'share-without-base': 'compare.wrong.share-without-base',
  'share-beyond-whole': 'compare.wrong.share-beyond-whole',
  'parts-exceed-total': 'compare.wrong.parts-exceed-total',
  'cities-exceed-province': 'compare.wrong.cities-exceed-province',
  'growth-differs': 'compare.wrong.growth-differs',
  'values-differ': 'compare.wrong.values-differ',
}

interface ContradictionsProps {
  readonly id: string
  readonly found: readonly IndicatorContradiction[]
  readonly total: number
  /** Each says which indicator it is of. */
  readonly named?: boolean
}

/** What does not fit and why, each with the sentences that say it; a person decides. */
export function Contradictions({ id, found, total, named = false }: ContradictionsProps) {
  const { t } = useText()
  if (found.length === 0) return null
  return (
    <section className="card stack" aria-labelledby={id}>
      <h2 id={id} tabIndex={-1}>
        {t('compare.wrong')}
      </h2>
      {total > found.length && (
        <p className="muted">{t('compare.wrong.more', { total, shown: found.length })}</p>
      )}
      <ol className="indicator-wrong">
        {found.map((one) => (
          <li key={`${one.kind} ${one.figures.map(({ report, n }) => `${report}/${n}`).join(' ')}`}>
            <One found={one} named={named} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function One({ found, named }: { readonly found: IndicatorContradiction; readonly named: boolean }) {
  const { t, lang } = useText()
  const { kind, indicator, figures } = found
  const key = WRONG[kind]
  const values = saidOf(found, lang === 'zh')
  return (
    <div className="stack tight">
      <h3>
        {named && (
          <Link to="/cockpit/indicators" search={{ indicator }} className="indicator-name">
            {indicator}
          </Link>
        )}
        {named && ' '}
        <span className="muted">
          {[figures[0]?.place, figures[0] && periodWords(figures[0].period, t)].filter(Boolean).join(' · ')}
        </span>
      </h3>
      <p>{key && t(key, values)}</p>
      <ul className="indicator-quotes">
        {quotesOf(figures).map(({ sentence, figures: [first, ...more] }) =>
          first ? (
            <li key={`${first.report}/${first.n}`}>
              <b className="number">
                {[first, ...more].map((figure) => figureWords(figure, lang)).join(t('common.comma'))}
              </b>
              <q>{sentence}</q>
              <Link
                to="/workbench/reports/$report"
                params={{ report: first.report }}
                search={{ fact: first.n }}
                className="indicator-source"
              >
                {t('compare.wrong.source', { file: first.source })}
              </Link>
            </li>
          ) : null,
        )}
      </ul>
    </div>
  )
}

/** The two values as people write them. */
function saidOf({ expected, found, shown, figures }: IndicatorContradiction, chinese: boolean) {
  if (chinese) return { ...shown }
  const words = (value: string | null) =>
    `${grouped(value ?? '')} ${figures[0]?.unit ?? ''}`.replace(' %', '%')
  return { expected: words(expected), found: words(found) }
}

interface Quote {
  readonly sentence: string
  readonly figures: IndicatorContradiction['figures']
}

/** Each sentence once, with the figures that stand in it. */
function quotesOf(figures: IndicatorContradiction['figures']): Quote[] {
  const quotes = new Map<string, IndicatorContradiction['figures']>()
  for (const figure of figures) {
    const key = `${figure.report} ${figure.sentence}`
    quotes.set(key, [...(quotes.get(key) ?? []), figure])
  }
  return [...quotes.values()].map((of) => ({ sentence: of[0]?.sentence ?? '', figures: of }))
}
