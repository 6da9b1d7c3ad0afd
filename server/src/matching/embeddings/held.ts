import { createHash } from 'node:crypto'
import { Vectors } from '@kehui/domain/matching'
import type { Pool } from '../../database/pool.js'
import { meaningText, needOf } from '../documents.js'
import type { RetrievalDocument } from '../retrieval.js'
import { needDocuments, resourceDocuments } from '../store-documents.js'
import { type Embedder, EmbeddingError } from './embedder.js'
import { removeVectors, type StoredVector, saveVectors, storedVectors } from './store-vectors.js'

/** What a model is asked to tell how many numbers its vectors have, and whether it answers. */
export const PROBE = '科技成果转化'

/** The vectors of a region as they lie in memory; what is in the database is the same. */
export interface Held {
  readonly vectors: Vectors
  /** The vector of a document with this text. */
  vectorOf(text: string): Float32Array | undefined
  forget(id: string): void
  /** Reads what these say now, and makes vectors where that is new: of whom. */
  look(ids: readonly string[]): Promise<readonly string[]>
}

interface Made {
  readonly hash: string
  readonly tags: readonly string[]
}

export async function openHeld(pool: Pool, region: number, embedder: Embedder): Promise<Held> {
  const [probe] = await embedder.embed([PROBE], 'document')
  if (!probe)
    throw new EmbeddingError(
      `${embedder.name} has no vector for a plain text (${embedder.refusal?.() ?? 'it says nothing'}). Correct the model.`,
    )
  const vectors = new Vectors(probe.length)
  const made = new Map<string, Made>()
  const byHash = new Map<string, string>()

  const forget = (id: string): void => {
    const hash = made.get(id)?.hash ?? ''
    if (byHash.get(hash) === id) byHash.delete(hash)
    made.delete(id)
    vectors.remove(id)
  }
  const enter = ({ document, hash, tags, vector }: StoredVector): void => {
    forget(document)
    vectors.put(document, vector, tags)
    made.set(document, { hash, tags })
    byHash.set(hash, document)
  }
  const vectorOf = (text: string) => vectors.get(byHash.get(hashOf(text)) ?? '')
  const look: Held['look'] = async (ids) => {
    const documents = await documentsOf(pool, region, ids)
    const there = new Set(documents.map(({ id }) => id))
    const read = documents.map((one) => {
      const text = meaningText(one)
      return { document: one.id, text, hash: hashOf(text), tags: one.tags }
    })
    const other = read.filter(({ document, hash, tags }) => {
      const before = made.get(document)
      return before?.hash !== hash || before.tags.join() !== tags.join()
    })
    const fresh = other.filter(({ hash, document }) => made.get(document)?.hash !== hash)
    const asked = await embedder.embed(
      fresh.map(({ text }) => text),
      'document',
    )
    const answers = new Map(fresh.map(({ document }, i) => [document, asked[i] ?? null]))
    const saved = other.flatMap(({ document, hash, tags }): StoredVector[] => {
      const vector = answers.has(document) ? answers.get(document) : vectors.get(document)?.slice()
      return vector ? [{ document, hash, tags, vector }] : []
    })
    const kept = new Set(saved.map(({ document }) => document))
    const refused = other.filter(({ document }) => !kept.has(document)).map(({ document }) => document)
    const gone = [...ids.filter((id) => !there.has(id)), ...refused]
    if (gone.length > 0) await removeVectors(pool, region, gone)
    gone.forEach(forget)
    await saveVectors(pool, region, embedder.name, saved)
    saved.forEach(enter)
    return [...answers.keys()].filter((id) => kept.has(id))
  }
  for await (const some of storedVectors(pool, region, embedder.name, probe.length)) some.forEach(enter)
  return { vectors, vectorOf, forget, look }
}

async function documentsOf(pool: Pool, region: number, ids: readonly string[]): Promise<RetrievalDocument[]> {
  const needs = ids.flatMap((id) => needOf(id) ?? [])
  const resources = ids.filter((id) => needOf(id) === null)
  return [
    ...(resources.length > 0 ? await resourceDocuments(pool, region, resources) : []),
    ...(needs.length > 0 ? await needDocuments(pool, region, needs) : []),
  ]
}

export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}
