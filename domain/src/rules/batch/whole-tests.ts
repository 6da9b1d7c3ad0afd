import { BLOCK } from './batch.js'
import { BlockValues } from './block-values.js'
import type { Table } from './column.js'
import { Context } from './context.js'
import { type Run, testIn } from './evaluate-test.js'
import { Host } from './host.js'
import { Heap } from './memory.js'
import type { Test } from './ops.js'
import { newPrimitives } from './primitives.js'
import type { BatchProgram } from './program.js'

/** Both bitmaps of a test in one block; at one place where all its rows are settled. */
export interface BlockBits {
  /** The row that the block begins with. */
  readonly first: number
  /** Bytes of each bitmap. */
  readonly bytes: number
  readonly sure: Uint8Array
  readonly may: Uint8Array
}

/** Decides conditions each on its own, for all rows of a table. Memory is kept for the next table. */
export class WholeTests {
  private readonly p = newPrimitives()
  private readonly heap = new Heap(this.p)

  /** Calls `put` with the results of each test, block by block; what it is given holds until it returns. */
  run(
    program: BatchProgram,
    table: Table,
    tests: readonly Test[],
    put: (test: number, bits: BlockBits) => void,
  ): void {
    const run = this.begin(program, table)
    const { context: c, values } = run
    for (let first = 0; first < table.rows; first += BLOCK) {
      c.begin(Math.min(BLOCK, table.rows - first))
      values.begin(first)
      const bytes = (c.n + 7) >> 3
      for (const [i, test] of tests.entries()) {
        testIn(run, test)
        const [sure, may] = [c.sureOf(test), c.mayOf(test)]
        const { u8 } = c.heap
        const sureBits = u8.subarray(sure, sure + bytes)
        put(i, {
          first,
          bytes,
          sure: sureBits,
          may: may === sure ? sureBits : u8.subarray(may, may + bytes),
        })
      }
    }
  }

  private begin(program: BatchProgram, table: Table): Run & { readonly values: BlockValues } {
    this.heap.clear()
    const constants = this.heap.take(program.constants.length << 3)
    this.heap.i64.set(program.constants, constants >> 3)
    const context = new Context(this.p, this.heap, program, constants)
    return { context, values: new BlockValues(context, table), host: new Host(program) }
  }
}
