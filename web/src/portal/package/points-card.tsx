import type { Entry, TermTrace } from '@kehui/server/client'
import { useText } from '../../text/use-text.js'
import { keyed } from '../../ui/keyed.js'
import { readableRule } from '../../ui/readable-rule.js'
import { CitationLink } from './citation-link.js'

function range(points: { readonly min: number; readonly max: number }): string {
  return points.min === points.max ? String(points.min) : `${points.min}–${points.max}`
}

function Line({ line }: { readonly line: TermTrace }) {
  const { t, lang } = useText()
  return (
    <li className="pay-line">
      <div>
        <span>{line.label ?? readableRule(line.text, lang)}</span>
        <div className="provenance">
          {line.of && line.verdict !== 'unknown' && <span>{t('pay.of', { of: line.of })}</span>}
          {line.kind === 'judged' && <span>{t('trace.judged')}</span>}
          {line.cite && <CitationLink cite={line.cite} expression={line.text} marked />}
        </div>
      </div>
      <span className="muted small">{line.max ? t('points.max', { max: line.max }) : ''}</span>
      <span className="figure number">
        <b>{line.points ? t('points.range', { points: range(line.points) }) : '—'}</b>
      </span>
      {line.children.length > 0 && <Lines lines={line.children} />}
    </li>
  )
}

function Lines({ lines }: { readonly lines: readonly TermTrace[] }) {
  return (
    <ul className="pay-lines">
      {keyed(lines, (line) => line.label ?? line.text).map(({ key, item }) => (
        <Line key={key} line={item} />
      ))}
    </ul>
  )
}

export function PointsCard({ entry }: { readonly entry: Entry }) {
  const { t } = useText()
  if (entry.points === null || entry.trace.points.length === 0) return null
  return (
    <section className="card stack tight" aria-labelledby="points-title">
      <h3 id="points-title" className="card-title">
        {t('points.title')}
      </h3>
      <Lines lines={entry.trace.points} />
      <p className="pay-total">
        <b>{t('points.total')}</b>
        <span className="number">
          <b>{t('points.range', { points: range(entry.points) })}</b>
        </span>
      </p>
      {entry.grades && (
        <p>
          {t('points.grades')}　<b>{entry.grades.join(t('common.comma'))}</b>
        </p>
      )}
    </section>
  )
}
