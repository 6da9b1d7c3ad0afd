/** Turns texts into vectors whose angles tell how close they are in meaning. */
export interface Embedder {
  /** What made the vectors: those of different names cannot be compared. */
  readonly name: string
  /** Whether the vector of a text is the same, be it asked for or looked for. */
  readonly symmetric: boolean
  /** As many vectors as texts, in their order, each of length 1; null for a text that the model refuses. */
  embed(texts: readonly string[], as: 'document' | 'query'): Promise<readonly (Float32Array | null)[]>
  /** What was said when a text was refused last. */
  readonly refusal?: () => string | null
  stop(): Promise<void>
}

/** Where vectors come from; null in the settings of a server: from nowhere, and texts are matched by words alone. */
export type EmbeddingSettings =
  | { readonly at: 'endpoint'; readonly url: string; readonly model: string; readonly key: string | null }
  | { readonly at: 'folder'; readonly folder: string }

/** No vectors could be had. The message says of whom they were asked and what to do, never a key. */
export class EmbeddingError extends Error {
  /** When it is worth asking again, where that was said. */
  readonly retryAfterMs: number | null

  constructor(message: string, retryAfterMs: number | null = null) {
    super(message)
    this.retryAfterMs = retryAfterMs
  }
}

/** Of length 1, so that the product of two is their similarity; null where there is none. */
export function normalised(numbers: ArrayLike<number>): Float32Array | null {
  let sum = 0
  for (let i = 0; i < numbers.length; i += 1) sum += (numbers[i] ?? 0) ** 2
  if (!Number.isFinite(sum) || sum === 0) return null
  const length = Math.sqrt(sum)
  return Float32Array.from(numbers, (number) => number / length)
}
