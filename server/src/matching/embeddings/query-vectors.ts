import type { Embedder } from './embedder.js'
import { hashOf } from './held.js'

const MOST_KEPT = 500

/** Vectors of what is asked, kept for a while: one question is asked of each kind of resource. */
export class QueryVectors {
  private readonly embedder: Embedder
  private readonly kept = new Map<string, Promise<Float32Array | null>>()

  constructor(embedder: Embedder) {
    this.embedder = embedder
  }

  vectorOf(text: string): Promise<Float32Array | null> {
    const hash = hashOf(text)
    const known = this.kept.get(hash)
    // What was asked for last stays longest.
    if (known) this.kept.delete(hash)
    const vector = known ?? this.embedder.embed([text], 'query').then(([one]) => one ?? null)
    this.kept.set(hash, vector)
    if (!known) vector.catch(() => this.kept.delete(hash))
    const [oldest] = this.kept.keys()
    if (this.kept.size > MOST_KEPT && oldest !== undefined) this.kept.delete(oldest)
    return vector
  }
}
