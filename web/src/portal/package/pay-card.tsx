import type { Entry, TermTrace } from '@kehui/server/client'
import { useText } from '../../text/use-text.js'
import { keyed } from '../../ui/keyed.js'
import { moneyPhrase } from '../../ui/money.js'
import { readableRule } from '../../ui/readable-rule.js'
import { AmountLine } from './amount-line.js'
import { CitationLink } from './citation-link.js'
import { Money } from './money.js'
import { SettledNote } from './settled-note.js'
import { useRounding } from './use-rounding.js'

function stateOf(line: TermTrace): 'certain' | 'pending' | 'not' {
  if (line.verdict === 'no') return 'not'
  return line.amountFen !== null && line.amountFen.min === line.amountFen.max ? 'certain' : 'pending'
}

interface LinesProps {
  /** Whether the text names no maximum: then a line that is still open shows none either. */
  readonly unlimited: boolean
}

function Line({ line, unlimited }: LinesProps & { readonly line: TermTrace }) {
  const { t, lang } = useText()
  const told = line.amountFen !== null && !(unlimited && stateOf(line) === 'pending')
  return (
    <li className="pay-line">
      <div>
        <span>{line.label ?? readableRule(line.text, lang)}</span>
        <div className="provenance">
          {line.label && <code>{readableRule(line.text, lang)}</code>}
          {line.of && line.verdict !== 'unknown' && <span>{t('pay.of', { of: line.of })}</span>}
          {line.payer && <span>{t('pay.payer', { payer: line.payer })}</span>}
          {line.cite && <CitationLink cite={line.cite} expression={line.text} marked />}
        </div>
      </div>
      <span className="muted small">{t(`pay.${stateOf(line)}`)}</span>
      <span className="figure">{told && line.amountFen ? <Money amount={line.amountFen} /> : '—'}</span>
      {line.children.length > 0 && <Lines lines={line.children} unlimited={unlimited} />}
    </li>
  )
}

function Lines({ lines, unlimited }: LinesProps & { readonly lines: readonly TermTrace[] }) {
  return (
    <ul className="pay-lines">
      {keyed(lines, (line) => line.text).map(({ key, item }) => (
        <Line key={key} line={item} unlimited={unlimited} />
      ))}
    </ul>
  )
}

/** How the amount came about: terms, cap, rounding, and what it may not be combined with. */
export function PayCard({ entry }: { readonly entry: Entry }) {
  const { t, lang } = useText()
  const rounding = useRounding()
  const { pay } = entry.trace
  if (pay === null || entry.amountFen === null) return null
  const certain = entry.amountFen.min === entry.amountFen.max
  const cap = pay.capFen === null ? null : moneyPhrase(pay.capFen, pay.capFen, lang)
  return (
    <section className="card stack tight" aria-labelledby="pay-title">
      <h3 id="pay-title" className="card-title">
        {t('pay.title')}
      </h3>
      <Lines lines={pay.lines} unlimited={pay.unlimited} />
      <p className="pay-total">
        <b>{t(certain || pay.unlimited ? 'pay.total' : 'pay.total.max')}</b>
        {pay.unlimited ? <AmountLine entry={entry} /> : <Money amount={entry.amountFen} max={!certain} big />}
      </p>
      <p className="muted small">
        {cap !== null && `${t(pay.capBinds ? 'pay.cap.binds' : 'pay.cap', { cap })}　`}
        {rounding(pay.round)}
      </p>
      <p className="muted small">{t('pay.note')}</p>
      <SettledNote entry={entry} />
    </section>
  )
}
