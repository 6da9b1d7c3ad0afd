import type { Entry, Trace } from '@kehui/server/client'
import { useText } from '../../text/use-text.js'
import { usePackage } from './package-context.js'
import { useTraceLabel } from './trace-label.js'

/** The first condition that says no, as deep as it is a single comparison. */
function firstNo(nodes: readonly Trace[]): Trace | undefined {
  const found = nodes.find((node) => node.matters && node.verdict === 'no')
  if (found === undefined || found.label || found.kind !== 'all') return found
  return firstNo(found.children) ?? found
}

/** One line that says how things stand with an entry and what would settle it. */
export function useEntryLine(): (entry: Entry) => string {
  const { t } = useText()
  const { questionOf } = usePackage()
  const label = useTraceLabel()
  return (entry) => {
    const count = entry.missing.length
    if (entry.settled?.kept === false && entry.verdict !== 'no') return t('settled.line')
    if (entry.verdict === 'yes') return count === 0 ? t('entry.line.yes') : t('entry.line.amount', { count })
    if (entry.verdict === 'no') {
      const failed = firstNo(entry.trace.need)
      return failed ? t('entry.line.no.label', { text: label(failed) }) : t('verdict.no')
    }
    if (count === 0) return t('entry.line.judged')
    const minutes = entry.missing.reduce((sum, key) => sum + (questionOf(key)?.minutes ?? 1), 0)
    // What an expert judges takes the reader no time.
    return t(minutes === 0 ? 'entry.line.unknown.no-time' : 'entry.line.unknown', { count, minutes })
  }
}
