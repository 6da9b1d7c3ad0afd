import { BLOCK } from './batch.js'

/** Blocks that a thread takes at a time: a few milliseconds of work for a region's programmes. */
const BLOCKS = 4

export interface Share {
  readonly from: number
  readonly to: number
}

/** Where threads see how far a table has been handed out. */
export function newShareCounter(): Int32Array<SharedArrayBuffer> {
  return new Int32Array(new SharedArrayBuffer(4))
}

/**
 * The rows of a table that are left, some blocks at a time, until threads with the same counter have taken them all: one
 * whose core is busy with other work takes fewer, and none waits for it but with its last share.
 */
export function* sharesOf(
  counter: Int32Array<SharedArrayBuffer>,
  rows: number,
  blocks = BLOCKS,
): Generator<Share> {
  const size = blocks * BLOCK
  for (;;) {
    const from = Atomics.add(counter, 0, 1) * size
    if (from >= rows) return
    yield { from, to: Math.min(from + size, rows) }
  }
}
