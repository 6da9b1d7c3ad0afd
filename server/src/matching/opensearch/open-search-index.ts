import { Analyser, queryWords, reasonsFor, type Vocabulary } from '@kehui/domain/matching'
import { cutChinese } from '../cut.js'
import { MOST_HITS, type Retrieval, type RetrievalDocument, type RetrievalHit } from '../retrieval.js'
import { bulk } from './bulk.js'
import type { Connection } from './connection.js'
import { rarestWords, type Weighed } from './rarity.js'
import { asToken } from './token.js'

const LONGEST_QUERY = 20_000
const LONGEST_TEXT = 100_000

/**
 * Words are cut by Kehui and kept apart by spaces, so that both kinds of index find the same. A title's words stand
 * twice in the one field: then BM25 of that field is BM25F with weights of 2 and 1.
 */
const MAPPING = {
  settings: { number_of_shards: 1, refresh_interval: '-1' },
  mappings: {
    dynamic: false,
    _source: { enabled: false },
    properties: {
      id: { type: 'keyword' },
      words: { type: 'text', analyzer: 'whitespace', index_options: 'freqs' },
      tags: { type: 'keyword' },
    },
  },
}

interface Found {
  readonly hits: {
    readonly hits: readonly {
      readonly _id: string
      readonly _score: number
      /** What each word added. */
      readonly matched_queries?: Readonly<Record<string, number>>
    }[]
  }
}

/** Makes an index anew beside the one of that name, which goes on answering until the other is full. */
export async function fillOpenSearch(
  to: Connection,
  vocabulary: Vocabulary,
  name: string,
  documents: AsyncIterable<readonly RetrievalDocument[]>,
): Promise<Retrieval> {
  const index = `${name}-${Date.now().toString(36)}`
  const analyser = new Analyser(cutChinese, vocabulary)
  await to.send('PUT', `/${index}`, MAPPING)
  try {
    for await (const some of documents) await bulk(to, index, itemsOf(analyser, some))
    await to.send('POST', `/${index}/_refresh`)
    const before = Object.keys(((await to.send('GET', `/_alias/${name}`)) ?? {}) as object)
    await to.send('POST', '/_aliases', {
      actions: [{ add: { index, alias: name } }, ...before.map((old) => ({ remove_index: { index: old } }))],
    })
  } catch (error) {
    await to.send('DELETE', `/${index}`).catch(() => {})
    throw error
  }
  return openSearchIndex(to, vocabulary, name)
}

/** Retrieval by the words of both, on a node of OpenSearch; the name is that of an index or of an alias of one. */
export function openSearchIndex(to: Connection, vocabulary: Vocabulary, name: string): Retrieval {
  const analyser = new Analyser(cutChinese, vocabulary)
  const refresh = () => to.send('POST', `/${name}/_refresh`)
  return {
    async put(documents) {
      if (documents.length === 0) return
      await bulk(to, name, itemsOf(analyser, documents))
      await refresh()
    },
    async remove(ids) {
      if (ids.length === 0) return
      await bulk(
        to,
        name,
        ids.map((id) => ({ id, source: null })),
      )
      await refresh()
    },
    async count() {
      return ((await to.send('GET', `/${name}/_count`)) as { count: number } | null)?.count ?? 0
    },
    async query({ text, k, filter }) {
      const query = analyser.query(text.slice(0, LONGEST_QUERY))
      const size = Math.floor(Math.min(k, MOST_HITS))
      const words = size > 0 ? await rarestWords(to, name, queryWords(query)) : []
      if (words.length === 0) return []
      const found = (await to.send(
        'POST',
        `/${name}/_search?include_named_queries_score=true`,
        searchBody(words, size, filter),
      )) as Found | null
      const ceiling = words.reduce((sum, { worth }) => sum + worth, 0)
      return (found?.hits.hits ?? []).map(
        ({ _id: id, _score: score, matched_queries }): RetrievalHit => ({
          id,
          score,
          share: Math.min(1, score / ceiling),
          reasons: reasonsFor(query, partsOf(words, matched_queries ?? {})),
          meaning: null,
        }),
      )
    },
  }
}

function searchBody(words: readonly Weighed[], size: number, filter: readonly (readonly string[])[]): object {
  return {
    size,
    track_total_hits: false,
    sort: ['_score', { id: 'asc' }],
    query: {
      bool: {
        minimum_should_match: 1,
        should: words.map(({ word, weight }, i) => ({
          term: { words: { value: asToken(word), boost: weight, _name: String(i) } },
        })),
        filter: filter.map((tags) => ({ terms: { tags } })),
      },
    },
  }
}

function partsOf(words: readonly Weighed[], matched: Readonly<Record<string, number>>): Map<string, number> {
  return new Map(Object.entries(matched).map(([i, worth]) => [words[Number(i)]?.word ?? '', worth]))
}

function itemsOf(analyser: Analyser, documents: readonly RetrievalDocument[]) {
  return documents.map(({ id, title, text, tags }) => {
    const head = analyser.document(title)
    const words = [...head, ...head, ...analyser.document(text.slice(0, LONGEST_TEXT))]
    return { id, source: { id, words: words.map(asToken).join(' '), tags } }
  })
}
