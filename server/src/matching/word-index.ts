import {
  Analyser,
  ceilingOf,
  explain,
  type IndexedDocument,
  queryWords,
  reasonsFor,
  SearchIndex,
  search,
  type Vocabulary,
} from '@kehui/domain/matching'
import { cutChinese } from './cut.js'
import { MOST_HITS, type Retrieval, type RetrievalDocument, type RetrievalHit } from './retrieval.js'

/** Of a title and of a text. */
const WEIGHTS = [2, 1]
/** Longer texts are searched by their beginning; nobody describes a need in more. */
const LONGEST_QUERY = 20_000
const LONGEST_TEXT = 100_000

/** Retrieval by the words of both, in the memory of this thread. */
export interface WordIndex extends Retrieval {
  readonly index: SearchIndex
}

export function wordIndex(
  vocabulary: Vocabulary,
  index: SearchIndex = new SearchIndex({ weights: WEIGHTS }),
): WordIndex {
  const analyser = new Analyser(cutChinese, vocabulary)
  return {
    index,
    put: async (documents) => index.add(documents.map((document) => analysed(analyser, document))),
    remove: async (ids) => index.remove(ids),
    count: async () => index.size,
    query: async ({ text, k, filter }) => {
      const query = analyser.query(text.slice(0, LONGEST_QUERY))
      const words = queryWords(query)
      const ceiling = ceilingOf(index, words)
      return search(index, words, { k: Math.min(k, MOST_HITS), filter }).map(
        ({ id, score }): RetrievalHit => ({
          id,
          score,
          share: Math.min(1, score / ceiling),
          reasons: reasonsFor(query, explain(index, words, id)),
          meaning: null,
        }),
      )
    },
  }
}

function analysed(analyser: Analyser, { id, title, text, tags }: RetrievalDocument): IndexedDocument {
  return {
    id,
    fields: [analyser.document(title), analyser.document(text.slice(0, LONGEST_TEXT))],
    tags,
  }
}
