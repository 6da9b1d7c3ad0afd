import { Top } from '../search/top.js'
import { meaningOf } from './closeness.js'
import { RowsByTag } from './rows-by-tag.js'

/** A document that is near in meaning. */
export interface Near {
  readonly id: string
  /** The cosine of the angle between the two, −1 to 1. */
  readonly similarity: number
  /** How much nearer than usual, 0 to 1. */
  readonly meaning: number
}

/** Rows of one block: numbers are taken a block at a time, so that growing copies nothing. */
const BLOCK = 4_096

/** Vectors of length 1 by document, searched exactly: each is compared with what is asked. */
export class Vectors {
  readonly dimension: number
  private readonly blocks: Float32Array[] = []
  private readonly ids: (string | undefined)[] = []
  private readonly tags: (readonly string[])[] = []
  private readonly byTag = new RowsByTag()
  /** The sum of all vectors: its product with another one is the sum of its similarities with each. */
  private readonly sum: Float64Array
  private readonly rows = new Map<string, number>()
  private readonly free: number[] = []

  constructor(dimension: number) {
    this.dimension = dimension
    this.sum = new Float64Array(dimension)
  }

  get size(): number {
    return this.rows.size
  }

  has(id: string): boolean {
    return this.rows.has(id)
  }

  /** The vector of a document, as it lies in memory. */
  get(id: string): Float32Array | undefined {
    const row = this.rows.get(id)
    return row === undefined ? undefined : this.at(row)
  }

  put(id: string, vector: Float32Array, tags: readonly string[]): void {
    if (vector.length !== this.dimension)
      throw new Error(`A vector of ${vector.length} numbers, not ${this.dimension}`)
    this.remove(id)
    const row = this.free.pop() ?? this.ids.length
    if (row >= this.blocks.length * BLOCK) this.blocks.push(new Float32Array(BLOCK * this.dimension))
    this.at(row).set(vector)
    this.count(vector, 1)
    this.ids[row] = id
    this.tags[row] = tags
    this.byTag.add(row, tags)
    this.rows.set(id, row)
  }

  remove(id: string): void {
    const row = this.rows.get(id)
    if (row === undefined) return
    this.rows.delete(id)
    this.ids[row] = undefined
    this.byTag.remove(row, this.tags[row] ?? [])
    this.count(this.at(row), -1)
    this.free.push(row)
  }

  /** The k nearest that pass, nearest first; of equal ones those that were entered first. */
  nearest(query: Float32Array, k: number, filter: readonly (readonly string[])[], least: number): Near[] {
    if (query.length !== this.dimension || this.size === 0 || k < 1) return []
    const top = new Top(Math.min(Math.floor(k), this.size))
    const rows = Int32Array.from(filter.length === 0 ? this.rows.values() : this.byTag.passing(filter))
    // Counted, not iterated: then the compiler makes one loop of it, which takes a third of the time.
    for (let i = 0; i < rows.length; i += 1) {
      const row = rows[i] as number
      const block = this.blocks[Math.floor(row / BLOCK)] ?? query
      const similarity = product(query, block, (row % BLOCK) * this.dimension)
      if (similarity > top.bar) top.offer(similarity, row)
    }
    let sum = 0
    for (let i = 0; i < this.dimension; i += 1) sum += (query[i] as number) * (this.sum[i] as number)
    return top
      .list()
      .map(({ score, key }) => ({
        id: this.ids[key] ?? '',
        similarity: score,
        meaning: meaningOf(score, sum, this.size),
      }))
      .filter(({ meaning }) => meaning >= least)
  }

  private count(vector: Float32Array, times: 1 | -1): void {
    for (let i = 0; i < this.dimension; i += 1)
      this.sum[i] = (this.sum[i] as number) + times * (vector[i] as number)
  }

  private at(row: number): Float32Array {
    const from = (row % BLOCK) * this.dimension
    return (this.blocks[Math.floor(row / BLOCK)] ?? new Float32Array()).subarray(from, from + this.dimension)
  }
}

/** Four sums at a time: a processor then need not wait for one to begin the next. */
function product(query: Float32Array, block: Float32Array, from: number): number {
  const length = query.length
  const whole = length & ~3
  let [a, b, c, d] = [0, 0, 0, 0]
  for (let i = 0; i < whole; i += 4) {
    a += (query[i] as number) * (block[from + i] as number)
    b += (query[i + 1] as number) * (block[from + i + 1] as number)
    c += (query[i + 2] as number) * (block[from + i + 2] as number)
    d += (query[i + 3] as number) * (block[from + i + 3] as number)
  }
  for (let i = whole; i < length; i += 1) a += (query[i] as number) * (block[from + i] as number)
  return a + b + (c + d)
}
