import { rarity } from './bm25.js'
import type { IndexedDocument } from './segment-builder.js'

/** BM25F as it is written down, over all documents one by one: slow, and without anything of the index. */
export function plainScores(
  documents: readonly IndexedDocument[],
  weights: readonly number[],
  query: ReadonlyMap<string, number>,
  { k1, b }: { k1: number; b: number },
): Map<string, number> {
  const counted = documents.map(({ id, fields }) => {
    const often = new Map<string, number>()
    let length = 0
    for (const [i, words] of fields.entries()) {
      for (const word of words) often.set(word, (often.get(word) ?? 0) + (weights[i] ?? 1))
      length += words.length * (weights[i] ?? 1)
    }
    return { id, often, length }
  })
  const mean = counted.reduce((sum, { length }) => sum + length, 0) / counted.length
  const scores = new Map<string, number>()
  for (const [word, weight] of query) {
    const having = counted.filter(({ often }) => often.has(word)).length
    for (const { id, often, length } of counted) {
      const n = Math.min(often.get(word) ?? 0, 255)
      if (n === 0) continue
      const worth =
        (weight * rarity(counted.length, having) * n * (k1 + 1)) / (n + k1 * (1 - b + (b * length) / mean))
      scores.set(id, (scores.get(id) ?? 0) + worth)
    }
  }
  return scores
}
