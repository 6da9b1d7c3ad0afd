import '../../text/area/reports.js'
import type { Report, ReportFact } from '@kehui/server/client'
import { type KeyboardEvent, type ReactNode, useMemo } from 'react'
import { useText } from '../../text/use-text.js'

interface MarkedTextProps {
  readonly report: Report
  readonly chosen: number | undefined
  readonly onChoose: (fact: ReportFact) => void
  readonly onKey: (fact: ReportFact, key: string) => void
}

/** The article as written, each figure a button in its place. */
export function MarkedText({ report, chosen, onChoose, onKey }: MarkedTextProps) {
  const { t } = useText()
  const points = useMemo(() => [...report.text], [report.text])
  const press = (event: KeyboardEvent, fact: ReportFact) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (!/^(?:[axe]|Arrow(?:Left|Right|Up|Down))$/i.test(event.key)) return
    event.preventDefault()
    onKey(fact, event.key)
  }
  const between = (from: number, to: number): ReactNode[] => {
    const parts: ReactNode[] = []
    let at = from
    for (const fact of report.facts) {
      const start = fact.valueStart - report.textStart
      const end = fact.valueEnd - report.textStart
      if (start < at || end > to) continue
      parts.push(flowing(points.slice(at, start).join('')))
      parts.push(
        <button
          key={fact.n}
          id={`fact-${fact.n}`}
          type="button"
          className={`fact-mark ${fact.state}`}
          aria-pressed={fact.n === chosen}
          aria-label={`${shown(fact)} ${fact.subject} ${t(`reports.state.${fact.state}`)}`}
          onClick={() => onChoose(fact)}
          onFocus={() => onChoose(fact)}
          onKeyDown={(event) => press(event, fact)}
        >
          {shown(fact)}
        </button>,
      )
      at = end
    }
    return [...parts, flowing(points.slice(at, to).join(''))]
  }
  const title = (report.list[report.shown]?.titleEnd ?? report.textStart) - report.textStart
  return (
    <>
      {title > 0 && <h2 className="report-title">{between(0, title)}</h2>}
      <div className="report-text">{between(title, points.length)}</div>
    </>
  )
}

const shown = (fact: ReportFact) => fact.valueText.replaceAll(/\s+/g, '')

/** Visual lines flow together; what ends a sentence before a break ends a paragraph. */
function flowing(text: string): string {
  return text
    .replace(/^\s+/, '')
    .replaceAll(/([。！？”])\s*\n\s*/g, '$1\n')
    .replaceAll(/([^\n。！？”])\s*\n\s*(?=\S)/g, '$1')
}
