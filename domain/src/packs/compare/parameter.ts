import { tokenize } from '../../rules/language/token.js'

interface Word {
  readonly text: string
  readonly isValue: boolean
}

/** The one value by which two expressions differ, or null where more than that is different. */
export function parameterOf(before: string, after: string): { before: string; after: string } | null {
  const [olds, news] = [wordsOf(before), wordsOf(after)]
  if (olds.length !== news.length) return null
  const different = olds.flatMap((old, i) => {
    const now = news[i]
    return now && now.text !== old.text ? [{ old, now }] : []
  })
  const [only, ...more] = different
  if (!only || more.length > 0 || !only.old.isValue || !only.now.isValue) return null
  return { before: only.old.text, after: only.now.text }
}

/** Texts that are no expressions, such as `达到 3%: 5 万元`, are read piece by piece. */
function wordsOf(text: string): Word[] {
  return text.split(/([:：；;，,/])/).flatMap((piece) => {
    try {
      return tokenize(piece).map(({ kind, text: word }) => ({
        text: word.trim(),
        isValue: kind === 'quantity' || kind === 'number' || kind === 'date',
      }))
    } catch {
      return [{ text: piece.trim(), isValue: false }]
    }
  })
}
