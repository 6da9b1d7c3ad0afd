import { BLOCK } from './batch.js'
import type { Column, Table } from './column.js'
import { Heap } from './memory.js'
import { newPrimitives } from './primitives.js'
import type { BatchProgram } from './program.js'

/** A value that its fact cannot have. */
export interface Fault {
  readonly column: string
  readonly slot: number
  readonly row: number
  readonly value: bigint
}

/**
 * Values of columns that are outside what their facts can be, at most `most` of them. That nothing overflows is proven
 * from those ranges: columns that were not made by a builder are looked through before they are run over.
 */
export function faultsIn({ engine, slotEnds, constants }: BatchProgram, table: Table, most = 100): Fault[] {
  const door = new Door()
  const found: Fault[] = []
  for (const { index, fact } of engine.tables.slots) {
    const column = table.slots[index]
    const [lo, hi] = slotEnds[index] ?? [0, 0]
    const ends = [constants[lo] ?? 0n, constants[hi] ?? 0n] as const
    if (!column) continue
    for (const row of door.outside(column, table.rows, ends)) {
      found.push({ column: fact.name, slot: index, row, value: BigInt(column.values[row] ?? 0) })
      if (found.length === most) return found
    }
  }
  return found
}

/** Rows of one column whose value is outside these ends. */
export function outsideOf(column: Column, rows: number, ends: readonly [lo: bigint, hi: bigint]): number[] {
  return [...new Door().outside(column, rows, ends)]
}

class Door {
  private readonly p = newPrimitives()
  private readonly heap = new Heap(this.p)
  private readonly values = this.heap.take(BLOCK << 3)
  private readonly known = this.heap.take(BLOCK >> 3)
  private readonly ends = this.heap.take(16)

  private load({ values, width, known }: Column, first: number, n: number): void {
    const { u8 } = this.heap
    u8.set(new Uint8Array(values.buffer, values.byteOffset + first * width, n * width), this.values)
    if (known) u8.set(known.subarray(first >> 3, (first + n + 7) >> 3), this.known)
    else u8.fill(0xff, this.known, this.known + (BLOCK >> 3))
  }

  *outside(column: Column, rows: number, ends: readonly [bigint, bigint]): Generator<number> {
    this.heap.i64.set(ends, this.ends >> 3)
    for (let first = 0; first < rows; first += BLOCK) {
      const n = Math.min(BLOCK, rows - first)
      this.load(column, first, n)
      for (let at = this.next(column, n); at >= 0; at = this.next(column, n)) {
        yield first + at
        this.forget(at)
      }
    }
  }

  private next({ width }: Column, n: number): number {
    return this.p.outside(this.values, width, this.known, n, this.ends, this.ends + 8)
  }

  /** So that the next one is found. */
  private forget(row: number): void {
    const { u8 } = this.heap
    const at = this.known + (row >> 3)
    u8[at] = (u8[at] ?? 0) & ~(1 << (row & 7))
  }
}
