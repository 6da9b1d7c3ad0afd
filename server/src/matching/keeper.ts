import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { SearchIndex, Vocabulary } from '@kehui/domain/matching'
import { databaseBirth } from '../database/migrate.js'
import type { Pool } from '../database/pool.js'
import { changesAround, lastChange, subjectsOfImport } from '../registry/store-changes.js'
import { needDocumentId } from './documents.js'
import {
  type Embedder,
  type EmbeddingSettings,
  embedderOf,
  followMeaning,
  type Meaning,
  type MeaningState,
  withMeaning,
} from './embeddings/index.js'
import { connection, fillOpenSearch } from './opensearch/index.js'
import type { Retrieval, RetrievalHit, RetrievalQuery } from './retrieval.js'
import { readSnapshot, writeSnapshot } from './snapshot-file.js'
import { allResourceDocuments, needDocuments, openNeeds, resourceDocuments } from './store-documents.js'
import { wordIndex } from './word-index.js'

/** Resources changed since the index was made: once there are more, all are read anew. */
const MOST_CHANGED = 20_000
/** Changes after which what is in memory is written to disk again. */
const CHANGES_A_SNAPSHOT = 2_000
const MOST_SEEN = 5_000

export interface KeeperOptions {
  readonly pool: Pool
  readonly vocabulary: Vocabulary
  /** Where snapshots lie; null keeps none. */
  readonly folder: string | null
  /** The address of an OpenSearch that holds the index instead; null keeps it in memory. */
  readonly openSearch: string | null
  /** Where vectors of texts come from; null matches by words alone. */
  readonly embeddings: EmbeddingSettings | null
  /** Told when matching by meaning fails, and when it goes on. */
  readonly log: (line: string) => void
  /** Lets others run between pieces of long work. */
  readonly rest: () => Promise<void>
}

export interface IndexState {
  readonly documents: number
  /** The last change of the registry that it has. */
  readonly upTo: string
  /** How it came about when it was first asked for. */
  readonly from: 'database' | 'snapshot'
  /** How far matching by meaning is; null where it is off. */
  readonly meaning: MeaningState | null
}

/** Holds what can be matched in a region, and follows what is written. */
export interface MatchingKeeper {
  /** `fresh`: what was written before the question is found. */
  query(region: number, query: RetrievalQuery, fresh: boolean): Promise<readonly RetrievalHit[]>
  /** Takes in what was written; the documents that are new or other than before. */
  follow(region: number): Promise<readonly string[]>
  state(region: number): Promise<IndexState>
  /** Writes what is in memory to disk. */
  save(region: number): Promise<void>
  stop(): Promise<void>
}

interface Kept {
  readonly words: Retrieval
  /** What a snapshot is made of; null where the index lies elsewhere. */
  readonly index: SearchIndex | null
  readonly from: IndexState['from']
  needs: Map<string, number>
  upTo: string
  /** Changes that are in it, of those that will be read again. */
  seen: Set<string>
  unsaved: number
  /** A snapshot is as old as it is, until what was written since was taken in. */
  followed: boolean
}

export function matchingKeeper(options: KeeperOptions): MatchingKeeper {
  const { pool, folder, openSearch } = options
  const vocabulary = createHash('sha256').update(JSON.stringify(options.vocabulary)).digest('hex')
  const regions = new Map<number, Promise<Kept>>()
  const meanings = meaningsOf(options)
  let following: Promise<unknown> = Promise.resolve()

  /** Two databases that are served from one folder in turn have nothing in common. */
  const fileOf = async (region: number): Promise<string | null> =>
    folder === null || openSearch !== null
      ? null
      : join(folder, `${await databaseBirth(pool)}-${region}.snapshot`)
  /** The words first; meaning follows when it can. */
  const withItsMeaning = async (region: number, loading: Promise<Kept>): Promise<Kept> => {
    const loaded = await loading
    const meaning = meanings.of(region)
    meaning?.lookAtAll()
    return meaning === null ? loaded : { ...loaded, words: withMeaning(loaded.words, meaning) }
  }
  const load = async (region: number): Promise<Kept> => {
    const file = await fileOf(region)
    const saved = file === null ? null : await readSnapshot(file)
    if (saved?.state.vocabulary !== vocabulary) return readAll(options, region)
    const { upTo, needs } = saved.state
    // It is of a database that was put back to what it was before.
    if (BigInt(upTo) > BigInt(await lastChange(pool, region))) return readAll(options, region)
    const words = wordIndex(options.vocabulary, saved.index)
    return {
      words,
      index: words.index,
      from: 'snapshot',
      needs: new Map(needs),
      upTo,
      seen: new Set(),
      unsaved: 0,
      followed: false,
    }
  }
  const save = async (region: number): Promise<void> => {
    const file = await fileOf(region)
    const kept = await regions.get(region)
    if (file === null || !kept?.index || kept.unsaved === 0) return
    const { needs, upTo, index } = kept
    await writeSnapshot(file, index, { upTo, needs: [...needs], vocabulary })
    kept.unsaved = 0
  }
  const catchUp = async (region: number): Promise<readonly string[]> => {
    const kept = await keep(region)
    const changed = await takeIn(pool, region, kept)
    kept.followed = true
    if (changed === null) {
      // Until all is read anew, the old one answers.
      regions.set(region, Promise.resolve(await withItsMeaning(region, readAll(options, region))))
      await save(region)
      return []
    }
    if (kept.unsaved >= CHANGES_A_SNAPSHOT) await save(region)
    return changed
  }
  const keep = (region: number): Promise<Kept> => {
    let found = regions.get(region)
    if (!found) {
      found = withItsMeaning(region, load(region))
      regions.set(region, found)
      found.then(
        ({ from }) => (from === 'database' ? inTurn(() => save(region)).catch(() => {}) : undefined),
        () => regions.delete(region),
      )
    }
    return found
  }
  /** Whatever changes the index or writes it down, one after the other: it must not change while it is written. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = following.catch(() => {}).then(work)
    following = next
    return next
  }
  const follow = (region: number) => inTurn(() => catchUp(region))
  return {
    follow,
    async query(region, query, fresh) {
      const { followed } = await keep(region)
      if (fresh || !followed) await follow(region)
      return (await keep(region)).words.query(query)
    },
    async state(region) {
      const { words, upTo, from } = await keep(region)
      return { documents: await words.count(), upTo, from, meaning: meanings.of(region)?.state() ?? null }
    },
    save: (region) => inTurn(() => save(region)),
    stop: meanings.stop,
  }
}

/** One model for all regions. */
function meaningsOf({ pool, embeddings, log, rest }: KeeperOptions) {
  const regions = new Map<number, Meaning>()
  let embedder: Embedder | null = null
  return {
    of(region: number): Meaning | null {
      if (embeddings === null) return null
      embedder ??= embedderOf(embeddings)
      const found = regions.get(region) ?? followMeaning({ pool, region, embedder, log, rest })
      regions.set(region, found)
      return found
    },
    async stop(): Promise<void> {
      await Promise.all([...regions.values()].map((meaning) => meaning.stop()))
      await embedder?.stop()
    },
  }
}

async function readAll(options: KeeperOptions, region: number): Promise<Kept> {
  const { pool, vocabulary, openSearch } = options
  const upTo = await lastChange(pool, region)
  const needs = await openNeeds(pool, region)
  const documents = allDocuments(options, region, [...needs.keys()])
  const made = { from: 'database' as const, needs, upTo, seen: new Set<string>(), unsaved: 1, followed: true }
  if (openSearch !== null) {
    const name = `kehui-matching-${(await databaseBirth(pool)).toLowerCase().replace(/[^a-z0-9]/g, '')}-${region}`
    const words = await fillOpenSearch(connection(openSearch), vocabulary, name, documents)
    return { ...made, words, index: null }
  }
  const words = wordIndex(vocabulary)
  for await (const some of documents) await words.put(some)
  words.index.join()
  return { ...made, words, index: words.index }
}

async function* allDocuments({ pool, rest }: KeeperOptions, region: number, needs: readonly string[]) {
  for await (const documents of allResourceDocuments(pool, region)) {
    yield documents
    await rest()
  }
  yield await needDocuments(pool, region, needs)
}

/** Takes in what was written since; null where it is so much that all is better read anew. */
async function takeIn(pool: Pool, region: number, kept: Kept): Promise<string[] | null> {
  const changes = (await changesAround(pool, region, kept.upTo)).filter(({ id }) => !kept.seen.has(id))
  const ids = new Set<string>()
  for (const { subjects, importNo } of changes) {
    for (const subject of subjects) ids.add(subject)
    if (importNo !== null)
      for (const subject of await subjectsOfImport(pool, region, importNo, MOST_CHANGED + 1)) ids.add(subject)
    if (ids.size > MOST_CHANGED) return null
  }
  const put = [...(await takeResources(pool, region, kept, ids)), ...(await takeNeeds(pool, region, kept))]
  for (const { id } of changes) {
    kept.seen.add(id)
    if (BigInt(id) > BigInt(kept.upTo)) kept.upTo = id
  }
  if (kept.seen.size > MOST_SEEN)
    kept.seen = new Set([...kept.seen].filter((id) => BigInt(id) > BigInt(kept.upTo) - BigInt(MOST_SEEN / 2)))
  kept.unsaved += put.length
  return put
}

async function takeResources(
  pool: Pool,
  region: number,
  { words }: Kept,
  ids: ReadonlySet<string>,
): Promise<string[]> {
  if (ids.size === 0) return []
  const there = await resourceDocuments(pool, region, [...ids])
  const found = new Set(there.map(({ id }) => id))
  await words.remove([...ids].filter((id) => !found.has(id)))
  await words.put(there)
  return [...found]
}

/** Needs are few: which are open, and with which words, is compared as a whole. */
async function takeNeeds(pool: Pool, region: number, kept: Kept): Promise<string[]> {
  const now = await openNeeds(pool, region)
  const gone = [...kept.needs.keys()].filter((id) => !now.has(id))
  const other = [...now].filter(([id, revision]) => kept.needs.get(id) !== revision).map(([id]) => id)
  if (gone.length > 0) await kept.words.remove(gone.map(needDocumentId))
  if (other.length > 0) await kept.words.put(await needDocuments(pool, region, other))
  kept.needs = now
  return other.map(needDocumentId)
}
