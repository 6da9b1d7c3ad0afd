import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete'
import type { Word } from './words.js'

const NAME = /[\p{L}_][\p{L}\p{N}_]*/u
/** At the beginning of a line or of a flow entry a key is written; behind a number, a unit. */
const BEFORE_KEY = /(?:^\s*(?:-\s*)?|[{,]\s*)[\p{L}_]*$/u
const BEFORE_UNIT = /\d\s*[\p{L}_%‰]*$/u

/** Names of facts with what they mean, units behind numbers, keys where one begins. */
export function completeWords(words: readonly Word[]) {
  const options = words.map((word) => ({ word, completions: completionsOf(word) }))
  return (context: CompletionContext): CompletionResult | null => {
    const typed = context.matchBefore(NAME)
    if (!typed && !context.explicit) return null
    const line = context.state.doc.lineAt(context.pos)
    const before = line.text.slice(0, context.pos - line.from)
    if (/(?:^|\s)#/.test(before)) return null
    const [key, unit] = [BEFORE_KEY.test(before), BEFORE_UNIT.test(before)]
    const wanted = options.filter(({ word }) => {
      if (word.kind === 'unit') return unit
      if (word.kind === 'key') return key
      return !unit
    })
    return {
      from: typed?.from ?? context.pos,
      options: wanted.flatMap(({ completions }) => completions),
      validFor: /^[\p{L}_][\p{L}\p{N}_]*$/u,
    }
  }
}

/** A fact is found under its name in either language. */
function completionsOf({ kind, word, other, detail, info }: Word): Completion[] {
  const base = { detail, type: kind, ...(info === '' ? {} : { info }) }
  const own = { ...base, label: word, boost: kind === 'fact' || kind === 'unit' ? 2 : 0 }
  return other === null
    ? [own]
    : [own, { ...base, label: other, displayLabel: `${other}（${word}）`, apply: word }]
}
