import { type QueryWord, rarity } from '@kehui/domain/matching'
import type { Connection } from './connection.js'
import { asToken } from './token.js'

/** A word of a query with what a document full of it would score by it. */
export interface Weighed extends QueryWord {
  readonly worth: number
}

/** Of a longer query only the most telling words count, as in the index in memory; a node refuses more than 1,024. */
const MOST_WORDS = 256

interface Vectors {
  readonly term_vectors?: {
    readonly words?: {
      readonly field_statistics?: { readonly doc_count: number }
      readonly terms?: Readonly<Record<string, { readonly doc_freq?: number }>>
    }
  }
}

/** The words that stand in any document, the rarest first: a document that is made of them is asked for their counts. */
export async function rarestWords(
  to: Connection,
  name: string,
  words: readonly QueryWord[],
): Promise<Weighed[]> {
  if (words.length === 0) return []
  const { term_vectors } = ((await to.send('POST', `/${name}/_termvectors`, {
    doc: { words: words.map(({ word }) => asToken(word)).join(' ') },
    fields: ['words'],
    term_statistics: true,
    positions: false,
    offsets: false,
  })) ?? {}) as Vectors
  const terms = term_vectors?.words?.terms ?? {}
  const count = term_vectors?.words?.field_statistics?.doc_count ?? 0
  return words
    .flatMap(({ word, weight }) => {
      const having = terms[asToken(word)]?.doc_freq ?? 0
      return having === 0 ? [] : [{ word, weight, worth: weight * rarity(count, having) }]
    })
    .sort((a, b) => b.worth - a.worth)
    .slice(0, MOST_WORDS)
}
