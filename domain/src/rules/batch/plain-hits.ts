import type { Context } from './context.js'
import type { Hits } from './hits.js'

interface PlainAt {
  readonly plan: number
  readonly first: number
  readonly sure: number
  readonly may: number
}

/** Hits of a programme that was decided by bitmaps of the whole block alone. */
export class PlainHits implements Hits {
  readonly plan: number
  readonly first: number
  readonly count: number
  readonly yes: number
  private readonly from: Context
  private readonly scratch: Context
  private readonly sureAt: number
  private readonly mayAt: number
  /** For the list of rows. */
  private readonly room: number

  constructor(at: PlainAt, from: Context, scratch: Context, room: number) {
    this.plan = at.plan
    this.first = at.first
    this.from = from
    this.scratch = scratch
    this.room = room
    this.sureAt = at.sure
    this.mayAt = at.may
    this.count = from.p.count(at.may, from.n)
    this.yes = at.sure === at.may ? this.count : from.p.count(at.sure, from.n)
  }

  rows(): Int32Array {
    const at = this.list() >> 2
    return this.from.heap.i32.subarray(at, at + this.count)
  }

  sure(): Uint8Array {
    const { scratch, count } = this
    const rows = this.list()
    scratch.begin(count)
    const bits = scratch.bits()
    scratch.p.pickBits(this.sureAt, rows, count, bits)
    return scratch.heap.u8.subarray(bits, bits + ((count + 7) >> 3))
  }

  amounts(): null {
    return null
  }

  total(): { least: bigint; most: bigint } {
    return { least: 0n, most: 0n }
  }

  missing(): [] {
    return []
  }

  private list(): number {
    this.from.p.list(this.mayAt, this.from.n, this.room)
    return this.room
  }
}
