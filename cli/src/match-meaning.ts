import { fuseByRank, LEAST_MEANING, type Near, type Reason, Vectors } from '@kehui/domain/matching'
import {
  type Embedder,
  EmbeddingError,
  type EmbeddingSettings,
  embedderOf,
  embeddingsAt,
  StartupError,
} from '@kehui/server/matching'
import { RefusedError } from './output.js'

/** So deep both rankings are read at least. */
const LEAST_DEPTH = 100
const AT_ONCE = 256

export interface FusedHit {
  readonly id: string
  readonly score: number
  readonly reasons: readonly Reason[]
  /** Null where it is not near in meaning. */
  readonly similarity: number | null
}

/** What of a corpus is near in meaning. */
export interface CorpusMeaning {
  put(documents: readonly { readonly id: string; readonly text: string }[]): Promise<void>
  nearest(query: string, k: number): Promise<readonly Near[]>
  stop(): Promise<void>
}

/** A folder of a model, or the address of an endpoint and the name of its model. */
export function settingsOf(place: string, model: string | undefined): EmbeddingSettings {
  try {
    const settings = embeddingsAt(place, model)
    if (settings === null) throw new RefusedError('--embeddings is empty: give a folder or an address.')
    return settings
  } catch (error) {
    if (!(error instanceof StartupError)) throw error
    throw new RefusedError(`--embeddings: ${error.message} ${error.next}`)
  }
}

export function corpusMeaning(settings: EmbeddingSettings): CorpusMeaning {
  const embedder = embedderOf(settings)
  let vectors: Vectors | null = null
  return {
    async put(documents) {
      for (let at = 0; at < documents.length; at += AT_ONCE) {
        const some = documents.slice(at, at + AT_ONCE)
        const made = await asked(
          embedder,
          some.map(({ text }) => text),
          'document',
        )
        for (const [i, { id }] of some.entries()) {
          const vector = made[i]
          if (!vector) continue
          vectors ??= new Vectors(vector.length)
          vectors.put(id, vector, [])
        }
      }
    },
    async nearest(query, k) {
      if (vectors === null || !/[\p{L}\p{N}]/u.test(query)) return []
      const [vector] = await asked(embedder, [query], 'query')
      return vector ? vectors.nearest(vector, depthOf(k), [], LEAST_MEANING) : []
    },
    stop: () => embedder.stop(),
  }
}

async function asked(embedder: Embedder, texts: readonly string[], as: 'document' | 'query') {
  try {
    return await embedder.embed(texts, as)
  } catch (error) {
    if (error instanceof EmbeddingError) throw new RefusedError(error.message)
    throw error
  }
}

/** Words and meaning as one ranking. */
export function fused(
  byWords: readonly Omit<FusedHit, 'similarity'>[],
  near: readonly Near[],
  k: number,
): FusedHit[] {
  const words = new Map(byWords.map((hit) => [hit.id, hit]))
  const similar = new Map(near.map(({ id, similarity }) => [id, similarity]))
  return fuseByRank([[...words.keys()], [...similar.keys()]])
    .slice(0, k)
    .map(({ id, score }) => {
      const similarity = similar.get(id)
      return {
        id,
        score,
        reasons: words.get(id)?.reasons ?? [],
        similarity: similarity === undefined ? null : Math.round(similarity * 1e4) / 1e4,
      }
    })
}

/** So many that what is first in one ranking is not lost in the other. */
export function depthOf(k: number): number {
  return Math.max(2 * k, LEAST_DEPTH)
}
