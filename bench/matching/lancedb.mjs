import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, Index, MatchQuery } from '@lancedb/lancedb'
import { wordOf, wordsIn } from './corpus.mjs'

const BATCH = 20_000
/** It takes as many threads as there are cores less two, and waits for ever where that is none. */
process.env.LANCE_CPU_THREADS ??= String(Math.max(1, availableParallelism()))

/**
 * LanceDB's full-text index of the same words, in a folder of its own, with as many threads as it takes: what finds the
 * best k of a query, and what ends it. Words are parted by spaces and kept as they are.
 */
export async function openLance(corpus) {
  const folder = mkdtempSync(join(tmpdir(), 'kehui-lance-'))
  const db = await connect(folder)
  let table
  for (let from = 0; from < corpus.count; from += BATCH) {
    const rows = []
    for (let doc = from; doc < Math.min(from + BATCH, corpus.count); doc += 1)
      rows.push({ id: doc, text: Array.from(wordsIn(corpus, doc), wordOf).join(' ') })
    if (table) await table.add(rows)
    else table = await db.createTable('documents', rows)
  }
  const config = Index.fts({
    baseTokenizer: 'whitespace',
    withPosition: false,
    lowercase: false,
    stem: false,
    removeStopWords: false,
    asciiFolding: false,
  })
  await table.createIndex('text', { config })
  return {
    search: async (words, k) => {
      const query = new MatchQuery(words.join(' '), 'text')
      const rows = await table.query().fullTextSearch(query).select(['id', '_score']).limit(k).toArray()
      return rows.map(({ id }) => String(id))
    },
    close: () => {
      table.close()
      db.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
