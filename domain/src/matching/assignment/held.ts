import type { ByMember } from './by-member.js'

/** The pairs that each member of a side holds for now, in heaps whose root is the one to let go first. */
export class Held {
  private readonly starts: Int32Array
  private readonly heap: Int32Array
  private readonly counts: Int32Array
  private readonly isBetter: (pair: number, other: number) => boolean

  constructor({ starts, pairs }: ByMember, isBetter: (pair: number, other: number) => boolean) {
    this.starts = starts
    this.heap = new Int32Array(pairs.length)
    this.counts = new Int32Array(starts.length - 1)
    this.isBetter = isBetter
  }

  /** Takes a pair in; who has no room lets go of the worst one, which is given back: this one, maybe. */
  offer(member: number, pair: number, capacity: number): number | undefined {
    const count = this.counts[member] ?? 0
    if (count < capacity) {
      this.rise(this.starts[member] ?? 0, count, pair)
      this.counts[member] = count + 1
      return undefined
    }
    if (count === 0) return pair
    const root = this.starts[member] ?? 0
    const worst = this.heap[root] ?? 0
    if (!this.isBetter(pair, worst)) return pair
    this.sink(root, count, pair)
    return worst
  }

  list(): number[] {
    return [...this.counts].flatMap((count, member) => {
      const from = this.starts[member] ?? 0
      return [...this.heap.subarray(from, from + count)]
    })
  }

  private rise(root: number, last: number, pair: number): void {
    let at = last
    while (at > 0) {
      const parent = (at - 1) >> 1
      const above = this.heap[root + parent] ?? 0
      if (!this.isBetter(above, pair)) break
      this.heap[root + at] = above
      at = parent
    }
    this.heap[root + at] = pair
  }

  private sink(root: number, count: number, pair: number): void {
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      if (child >= count) break
      const [first, second] = [this.heap[root + child] ?? 0, this.heap[root + child + 1] ?? 0]
      if (child + 1 < count && this.isBetter(first, second)) child += 1
      const below = this.heap[root + child] ?? 0
      if (!this.isBetter(pair, below)) break
      this.heap[root + at] = below
      at = child
    }
    this.heap[root + at] = pair
  }
}
