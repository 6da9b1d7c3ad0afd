import { Analyser, type Cut } from '../../matching/analyse/analyser.js'
import { fold } from '../../matching/analyse/fold.js'
import { isStopWord } from '../../matching/analyse/stop-words.js'
import type { Vocabulary } from '../../matching/analyse/vocabulary.js'
import { queryWords } from '../../matching/reasons.js'
import { type QueryWord, search } from '../../matching/search/search.js'
import { SearchIndex } from '../../matching/search/search-index.js'
import { meanOf, reciprocalRank } from './metrics.js'

export interface RetrievalCase {
  readonly query: string
  /** The id of the document that answers it. */
  readonly target: string
}

export interface RetrievalCorpus {
  readonly documents: readonly { readonly id: string; readonly text: string }[]
  readonly cases: readonly RetrievalCase[]
}

/** How texts become words. */
export interface Way {
  document(text: string): string[]
  query(text: string): QueryWord[]
}

export interface RetrievalFigures {
  /** Mean of one over the place of the target, among the first ten. */
  readonly mrr: number
  /** Share of targets among the first ten. */
  readonly recall: number
}

const K = 10

export const retrievalWays = {
  /** All pairs of neighbouring characters. */
  pairs: (): Way =>
    plain((text) => {
      const runs = fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
      return runs.flatMap((run) => {
        const characters = [...run]
        return characters.length < 2 ? characters : characters.slice(1).map((c, i) => `${characters[i]}${c}`)
      })
    }),
  /** Words as a dictionary cuts them, without those that say nothing. */
  words: (cut: Cut): Way =>
    plain((text) => cut(fold(text)).filter((word) => /[\p{L}\p{N}]/u.test(word) && !isStopWord(word))),
  /** As matches are looked for. */
  ours: (cut: Cut, vocabulary: Vocabulary): Way => {
    const analyser = new Analyser(cut, vocabulary)
    return {
      document: (text) => analyser.document(text),
      query: (text) => queryWords(analyser.query(text)),
    }
  },
}

function plain(wordsOf: (text: string) => string[]): Way {
  return { document: wordsOf, query: (text) => wordsOf(text).map((word) => ({ word, weight: 1 })) }
}

/** How well a way finds the document that answers each query. */
export function measureRetrieval({ documents, cases }: RetrievalCorpus, way: Way): RetrievalFigures {
  const index = new SearchIndex({ weights: [1] })
  index.add(documents.map(({ id, text }) => ({ id, fields: [way.document(text)] })))
  const ranks = cases.map(({ query, target }) =>
    reciprocalRank(
      search(index, way.query(query), { k: K }).map(({ id }) => id === target),
      K,
    ),
  )
  return { mrr: meanOf(ranks), recall: meanOf(ranks.map((rank) => (rank > 0 ? 1 : 0))) }
}
