import type { Hits } from '../batch/hits.js'

/**
 * Amounts in fen. As numbers where each of them and their sum are below 2^53, which is as good as always; as 64-bit
 * integers where a text pays more than ninety million million yuan.
 */
export type Amounts = Float64Array | BigInt64Array

/** What one programme comes to for the rows of a table: those for which it is not “no”, by rising row. */
export interface Standing {
  readonly rows: Int32Array
  /** 1 where the verdict is “yes”, 0 where it is open. */
  readonly yes: Uint8Array
  /** What is certain and what is possible at most; null where the programme pays nothing. */
  readonly least: Amounts | null
  readonly most: Amounts | null
  /** 1 where `most` says no more than how wide an unknown fact is declared; null where that is nowhere so. */
  readonly unlimited: Uint8Array | null
}

/** Bits of the rows that count, such as those of the programme's audience. */
export type Mask = Uint8Array

const FIRST_ROOM = 1 << 14

/** Keeps the hits of one programme: what a sink is given holds only until it returns. */
export class StandingCollector {
  private count = 0
  private rows = new Int32Array(FIRST_ROOM)
  private yes = new Uint8Array(FIRST_ROOM)
  private least: BigInt64Array | null = null
  private most: BigInt64Array | null = null

  add(hits: Hits): void {
    this.makeRoom(hits.count)
    const { rows, yes, count: at } = this
    const [first, own] = [hits.first, hits.rows()]
    for (let i = 0; i < own.length; i += 1) rows[at + i] = first + (own[i] ?? 0)
    if (hits.yes === hits.count || hits.yes === 0) yes.fill(hits.yes === 0 ? 0 : 1, at, at + hits.count)
    else {
      const sure = hits.sure()
      for (let i = 0; i < hits.count; i += 1) yes[at + i] = ((sure[i >> 3] ?? 0) >> (i & 7)) & 1
    }
    const ends = hits.amounts()
    if (ends) {
      this.least ??= new BigInt64Array(this.rows.length)
      this.most ??= new BigInt64Array(this.rows.length)
      this.least.set(ends.least, at)
      this.most.set(ends.most, at)
    }
    this.count += hits.count
  }

  private makeRoom(more: number): void {
    const wanted = this.count + more
    if (wanted <= this.rows.length) return
    const size = Math.max(wanted, this.rows.length * 2)
    this.rows = grown(this.rows, new Int32Array(size))
    this.yes = grown(this.yes, new Uint8Array(size))
    this.least &&= grown(this.least, new BigInt64Array(size))
    this.most &&= grown(this.most, new BigInt64Array(size))
  }

  finish(pays: boolean): Standing {
    const { count } = this
    const amounts = (found: BigInt64Array | null) =>
      pays ? asNumbers(found?.subarray(0, count) ?? new BigInt64Array(0)) : null
    return {
      rows: this.rows.subarray(0, count),
      yes: this.yes.subarray(0, count),
      least: amounts(this.least),
      most: amounts(this.most),
      unlimited: null,
    }
  }
}

/** Read as two words each: 64-bit integers would be made an object each. */
function asNumbers(amounts: BigInt64Array): Amounts {
  const words = new Int32Array(amounts.buffer, amounts.byteOffset, amounts.length * 2)
  const numbers = new Float64Array(amounts.length)
  let sum = 0
  for (let i = 0; i < numbers.length; i += 1) {
    const value = (words[i * 2 + 1] ?? 0) * 2 ** 32 + ((words[i * 2] ?? 0) >>> 0)
    numbers[i] = value
    sum += value
  }
  return sum < Number.MAX_SAFE_INTEGER ? numbers : amounts
}

function grown<T extends Int32Array | Uint8Array | BigInt64Array>(from: T, to: T): T {
  to.set(from as never)
  return to
}

export function fenAt(amounts: Amounts | null, hit: number): bigint {
  return hit < 0 ? 0n : BigInt(amounts?.[hit] ?? 0)
}
