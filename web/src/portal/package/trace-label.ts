import type { Trace } from '@kehui/server/client'
import { useText } from '../../text/use-text.js'
import { readableRule } from '../../ui/readable-rule.js'

/** A condition in words: its own label, or what its kind says, or as the file writes it. */
export function useTraceLabel(): (node: Trace) => string {
  const { t, lang } = useText()
  return (node) => {
    if (node.label) return node.label
    if (node.kind === 'any' || node.kind === 'all') return t(`trace.${node.kind}`)
    if (node.kind === 'not' && node.children.length > 0) return t('trace.not')
    return readableRule(node.text, lang)
  }
}
