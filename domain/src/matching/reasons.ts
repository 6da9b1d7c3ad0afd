import type { AnalysedQuery } from './analyse/analyser.js'
import type { QueryWord } from './search/search.js'

/** A word of the query that brought a document up, and its share of the score. */
export interface Reason {
  readonly word: string
  readonly share: number
}

const MOST = 8

/** What adds less than this share explains nothing; the first reason is always told. */
const LEAST_SHARE = 0.03

/** A word that stands in a query again and again counts less each time, as one does in a document. */
const AGAIN = 0.8

/** What a query looks for, as the index wants it. */
export function queryWords({ spans }: AnalysedQuery): QueryWord[] {
  const weights = new Map<string, number>()
  for (const { word, weight } of spans) add(weights, word, weight)
  return [...weights].map(([word, weight]) => ({ word, weight: weight ** AGAIN }))
}

/**
 * Why a document was found, in words of the query: what a span adds goes to the words that it lies in, by how much of it
 * does; `parts` is what each indexed word adds.
 */
export function reasonsFor(
  { text, spans, words }: AnalysedQuery,
  parts: ReadonlyMap<string, number>,
): Reason[] {
  const weightOf = new Map<string, number>()
  for (const { word, weight } of spans) weightOf.set(word, (weightOf.get(word) ?? 0) + weight)
  const shares = new Map<string, number>()
  let total = 0
  for (const span of spans) {
    const worth = ((parts.get(span.word) ?? 0) * span.weight) / (weightOf.get(span.word) ?? 1)
    if (worth === 0) continue
    total += worth
    const over = wordsOver(words, span)
    const covered = over.map(({ from, to }) => Math.min(to, span.to) - Math.max(from, span.from))
    const sum = covered.reduce((a, b) => a + b, 0)
    if (sum === 0) add(shares, text.slice(span.from, span.to), worth)
    for (const [i, { from, to }] of over.entries())
      add(shares, text.slice(from, to), (worth * (covered[i] ?? 0)) / sum)
  }
  return [...shares]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, MOST)
    .filter(([, worth], i) => i === 0 || worth / total >= LEAST_SHARE)
    .map(([word, worth]) => ({ word, share: Math.round((worth / total) * 1000) / 1000 }))
}

/** The words that share a character with a span; they stand one after the other. */
function wordsOver(
  words: AnalysedQuery['words'],
  span: { from: number; to: number },
): AnalysedQuery['words'] {
  let [first, end] = [0, words.length]
  while (first < end) {
    const middle = (first + end) >> 1
    if ((words[middle]?.to ?? 0) <= span.from) first = middle + 1
    else end = middle
  }
  let last = first
  while ((words[last]?.from ?? span.to) < span.to) last += 1
  return words.slice(first, last)
}

function add(shares: Map<string, number>, word: string, worth: number): void {
  shares.set(word, (shares.get(word) ?? 0) + worth)
}
