import { fuseByRank } from '@kehui/domain/matching'
import { MOST_HITS, type Retrieval, type RetrievalHit } from '../retrieval.js'
import type { Meaning } from './meaning.js'

/** So deep both rankings are read at least: who is further down in both is not among the best of either. */
const LEAST_DEPTH = 100

/** Retrieval by words and by meaning, fused by reciprocal rank; by words alone while there is no meaning to be had. */
export function withMeaning(words: Retrieval, meaning: Meaning): Retrieval {
  return {
    count: words.count,
    async put(documents) {
      await words.put(documents)
      meaning.look(documents.map(({ id }) => id))
    },
    async remove(ids) {
      await words.remove(ids)
      meaning.forget(ids)
    },
    async query(query) {
      const depth = Math.min(MOST_HITS, Math.max(2 * query.k, LEAST_DEPTH))
      const [byWords, near] = await Promise.all([
        words.query({ ...query, k: depth }),
        meaning.nearest(query.about ?? query.text, depth, query.filter),
      ])
      const most = Math.max(0, Math.min(query.k, MOST_HITS))
      if (near === null || near.length === 0) return byWords.slice(0, most)
      const found = new Map(byWords.map((hit) => [hit.id, hit]))
      const meant = new Map(near.map((one) => [one.id, one]))
      const rankings = [[...found.keys()], [...meant.keys()]]
      return fuseByRank(rankings)
        .slice(0, most)
        .map(({ id, score }): RetrievalHit => {
          const { share = 0, reasons = [] } = found.get(id) ?? {}
          const { similarity, meaning: closeness } = meant.get(id) ?? {}
          return {
            id,
            score,
            share,
            reasons,
            meaning: similarity === undefined || closeness === undefined ? null : { similarity, closeness },
          }
        })
    },
  }
}
