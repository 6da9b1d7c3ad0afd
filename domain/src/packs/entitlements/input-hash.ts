import type { Column } from '../../rules/batch/column.js'
import { firstFrom } from '../../rules/batch/column.js'

interface Seeded {
  readonly column: Column
  readonly seed: number
  readonly words: Int32Array | null
}

/**
 * Says, in 64 bits, what a programme's columns hold of a row: equal while nothing that it looks at changed. The order
 * in which programmes were compiled is of no matter.
 */
export class InputHash {
  private readonly columns: readonly Seeded[]

  constructor(columns: ReadonlyMap<string, Column>) {
    this.columns = [...columns]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, column]) => ({
        column,
        seed: Number.parseInt(key.slice(0, 8), 16) | 0,
        words:
          column.width === 8
            ? new Int32Array(column.values.buffer, column.values.byteOffset, column.values.length * 2)
            : null,
      }))
  }

  of(row: number): bigint {
    let [a, b] = [0x2545f491, 0x6c8e9cf5]
    const mix = (word: number) => {
      a = Math.imul(a ^ word, 0x9e3779b1)
      a ^= a >>> 15
      b = Math.imul(b + word, 0x85ebca6b) ^ a
      b ^= b >>> 13
    }
    for (const { column, seed, words } of this.columns) {
      const { known, values, spans } = column
      if (known === null || ((known[row >> 3] ?? 0) & (1 << (row & 7))) !== 0) {
        mix(seed)
        if (words) {
          mix(words[2 * row] ?? 0)
          mix(words[2 * row + 1] ?? 0)
        } else mix(Number(values[row] ?? 0))
        continue
      }
      const at = spans ? firstFrom(spans.rows, row) : 0
      if (!spans || spans.rows[at] !== row) continue
      mix(~seed)
      for (const end of [spans.lo[at] ?? 0n, spans.hi[at] ?? 0n]) {
        mix(Number(BigInt.asIntN(32, end)))
        mix(Number(end >> 32n))
      }
    }
    return BigInt.asIntN(64, (BigInt(a >>> 0) << 32n) | BigInt(b >>> 0))
  }
}
