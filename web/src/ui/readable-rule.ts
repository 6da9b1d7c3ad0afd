import type { Lang } from '../text/messages.js'

const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/<=/g, '≤'],
  [/>=/g, '≥'],
  [/!=/g, '≠'],
  [/ \* /g, ' × '],
  [/ - /g, ' − '],
]

const CHINESE_WORDS: readonly (readonly [RegExp, string])[] = [
  [/\bnot /g, '非'],
  [/ in /g, ' 属于 '],
  [/ and /g, ' 且 '],
  [/ or /g, ' 或 '],
  [/\bmax\(/g, '较大者('],
  [/\bmin\(/g, '较小者('],
]

/** A rule as its file writes it, with the signs and the connecting words of its reader; nothing else changes. */
export function readableRule(text: string, lang: Lang): string {
  const replaced = lang === 'zh' ? [...SIGNS, ...CHINESE_WORDS] : SIGNS
  return replaced.reduce((found, [sign, word]) => found.replace(sign, word), text)
}
