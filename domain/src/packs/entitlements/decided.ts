import { GrowingBytes, GrowingInts, GrowingLongs } from './growing.js'
import type { OpenSets } from './open-sets.js'

/** Results of one programme for the rows for which it is not “no”, by rising row. */
export class Decided {
  readonly programme: string
  readonly version: string
  readonly pays: boolean
  readonly open: OpenSets
  readonly rows = new GrowingInts()
  /** 1 where it is met. */
  readonly met = new GrowingBytes()
  readonly sets = new GrowingInts()
  /** 0 where another programme is taken in its place. */
  readonly kept = new GrowingBytes()
  /** Ends of the amount in fen; of no use where it does not pay. */
  readonly least = new GrowingLongs()
  readonly most = new GrowingLongs()
  readonly paidLeast = new GrowingLongs()
  readonly paidMost = new GrowingLongs()

  constructor(head: { readonly id: string; readonly version: string }, pays: boolean, open: OpenSets) {
    this.programme = head.id
    this.version = head.version
    this.pays = pays
    this.open = open
  }

  get count(): number {
    return this.rows.length
  }

  /** Before settling it is kept, and pays all of its amount. */
  add(row: number, met: boolean, ends: readonly [least: bigint, most: bigint], set: number): void {
    this.rows.push(row)
    this.met.push(met ? 1 : 0)
    this.sets.push(set)
    this.kept.push(1)
    if (!this.pays) return
    const [least, most] = ends
    this.least.push(least)
    this.most.push(most)
    this.paidLeast.push(least)
    this.paidMost.push(most)
  }
}
