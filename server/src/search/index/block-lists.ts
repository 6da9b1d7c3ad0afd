/** For each key the blocks of names that have it, in their order. */
export interface BlockLists {
  of(key: number): Uint16Array
  readonly bytes: number
}

/** A block is a number of sixteen bits. */
export const MOST_BLOCKS = 65_536

/** Calls `give` for each key of a block, as often as it comes. */
export type KeysOfBlock = (block: number, give: (key: number) => void) => void

/** Walks over the blocks twice: counts, then fills. `rest` lets others have a turn now and then. */
export async function blockLists(
  blocks: number,
  keys: number,
  keysOf: KeysOfBlock,
  rest: () => Promise<void>,
): Promise<BlockLists> {
  const starts = new Uint32Array(keys + 1)
  const seen = new Uint32Array(keys)
  const each = async (give: (key: number, block: number) => void): Promise<void> => {
    seen.fill(0)
    for (let block = 0; block < blocks; block += 1) {
      if (block % 512 === 511) await rest()
      keysOf(block, (key) => {
        if (seen[key] === block + 1) return
        seen[key] = block + 1
        give(key, block)
      })
    }
  }
  await each((key) => {
    starts[key + 1] = (starts[key + 1] ?? 0) + 1
  })
  for (let key = 0; key < keys; key += 1) starts[key + 1] = (starts[key + 1] ?? 0) + (starts[key] ?? 0)
  const next = starts.slice(0, keys)
  const lists = new Uint16Array(starts[keys] ?? 0)
  await each((key, block) => {
    const at = next[key] ?? 0
    lists[at] = block
    next[key] = at + 1
  })
  return {
    of: (key) => lists.subarray(starts[key] ?? 0, starts[key + 1] ?? 0),
    bytes: lists.byteLength + starts.byteLength,
  }
}

/** Blocks that are in all of the lists. */
export function inAll(lists: readonly Uint16Array[]): Uint16Array {
  const [first, ...others] = [...lists].sort((a, b) => a.length - b.length)
  if (!first) return new Uint16Array(0)
  const at = others.map(() => 0)
  return first.filter((block) =>
    others.every((list, nth) => {
      const found = notBefore(list, block, at[nth] ?? 0)
      at[nth] = found
      return list[found] === block
    }),
  )
}

/** The first place from `from` on that holds no less than the block: in strides, then by halves. */
function notBefore(list: Uint16Array, block: number, from: number): number {
  let stride = 1
  let low = from
  while (low + stride < list.length && (list[low + stride] ?? 0) < block) {
    low += stride
    stride *= 2
  }
  let high = Math.min(low + stride, list.length)
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle] ?? 0) < block) low = middle + 1
    else high = middle
  }
  return low
}

/** Blocks that are in one of the lists at least, in order. */
export function inAny(lists: readonly Uint16Array[], blocks: number): Uint16Array {
  if (lists.length === 1) return lists[0] ?? new Uint16Array(0)
  const marks = new Uint8Array(blocks)
  let count = 0
  for (const list of lists)
    for (const block of list) {
      if (marks[block] === 0) count += 1
      marks[block] = 1
    }
  const found = new Uint16Array(count)
  let at = 0
  for (let block = 0; block < blocks; block += 1) if (marks[block] === 1) found[at++] = block
  return found
}
