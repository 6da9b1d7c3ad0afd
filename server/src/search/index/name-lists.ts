import { type BlockLists, blockLists, inAll, inAny, MOST_BLOCKS } from './block-lists.js'
import { EDGE } from './letters.js'
import type { NameTable } from './name-table.js'
import type { Pattern } from './patterns.js'
import { MOST_READINGS, type Readings } from './readings.js'

const LEAST_ROWS = 64
const PAIR_BITS = 20
/** Letters a to z, and an edge. */
const INITIALS = 27
const EDGE_INITIAL = 26

/** Which blocks of names can hold a pattern at all; the names themselves are then looked at. */
export interface NameLists {
  readonly blocks: number
  readonly rowsInBlock: number
  /** Null where every block can. `begins` asks for those where a name begins with it. */
  of(pattern: Pattern, begins: boolean): Uint16Array | null
  readonly bytes: number
}

/** Letters by one and by two, initials by three, syllables by two: four lists of blocks. */
export async function nameLists(
  table: NameTable,
  read: Readings,
  rest: () => Promise<void>,
): Promise<NameLists> {
  const rowsInBlock = Math.max(LEAST_ROWS, Math.ceil(table.size / MOST_BLOCKS))
  const blocks = Math.ceil(table.size / rowsInBlock)
  const { text } = table
  const span = (block: number): [number, number] => [
    table.startOf(block * rowsInBlock),
    table.startOf(Math.min((block + 1) * rowsInBlock, table.size)),
  ]
  const singles = await blockLists(
    blocks,
    65_536,
    (block, give) => {
      const [from, to] = span(block)
      for (let at = from; at < to; at += 1) give(text[at] ?? 0)
    },
    rest,
  )
  const pairs = await blockLists(
    blocks,
    1 << PAIR_BITS,
    (block, give) => {
      const [from, to] = span(block)
      for (let at = from + 1; at < to; at += 1) give(pairKey(text[at - 1] ?? 0, text[at] ?? 0))
    },
    rest,
  )
  const triples = await blockLists(
    blocks,
    INITIALS ** 3,
    (block, give) => giveTriples(text, span(block), read, give),
    rest,
  )
  const width = read.syllables.length + 1
  const syllables = await blockLists(
    blocks,
    width * width,
    (block, give) => giveSyllables(text, span(block), read, width, give),
    rest,
  )
  return {
    blocks,
    rowsInBlock,
    of: (pattern, begins) => blocksOf({ singles, pairs, triples, syllables, width, blocks }, pattern, begins),
    bytes: [singles, pairs, triples, syllables].reduce((sum, lists) => sum + lists.bytes, 0),
  }
}

interface Lists {
  readonly singles: BlockLists
  readonly pairs: BlockLists
  readonly triples: BlockLists
  readonly syllables: BlockLists
  readonly width: number
  readonly blocks: number
}

function blocksOf(lists: Lists, pattern: Pattern, begins: boolean): Uint16Array | null {
  if (pattern.as === 'letters') {
    const units = begins ? [EDGE, ...pattern.units] : [...pattern.units]
    if (units.length === 1) return lists.singles.of(units[0] ?? 0)
    return inAll(units.slice(1).map((unit, at) => lists.pairs.of(pairKey(units[at] ?? 0, unit))))
  }
  if (pattern.as === 'initials') {
    const initials = [
      ...(begins ? [EDGE_INITIAL] : []),
      ...[...pattern.bits].map((bit) => 31 - Math.clz32(bit)),
    ]
    if (initials.length < 3) return null
    return inAll(initials.slice(2).map((_, at) => lists.triples.of(tripleKey(initials, at))))
  }
  const syllables = pattern.syllables.map((flags) => [...flags.keys()].filter((n) => flags[n] === 1))
  const steps = begins ? [[0], ...syllables] : syllables
  if (steps.length < 2) return null
  const found = steps.slice(1).map((next, at) => {
    const before = steps[at] ?? []
    const keys = before.flatMap((a) => next.map((b) => a * lists.width + b))
    return inAny(
      keys.map((key) => lists.syllables.of(key)),
      lists.blocks,
    )
  })
  return inAll(found)
}

function pairKey(a: number, b: number): number {
  return (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)) >>> (32 - PAIR_BITS)
}

function tripleKey(initials: readonly number[], at: number): number {
  return ((initials[at] ?? 0) * INITIALS + (initials[at + 1] ?? 0)) * INITIALS + (initials[at + 2] ?? 0)
}

function initialBits(unit: number, { initials }: Readings): number {
  return unit === EDGE ? 1 << EDGE_INITIAL : (initials[unit] ?? 0)
}

/** A character that is read in two ways gives the triples of both. */
function giveTriples(
  text: Uint16Array,
  [from, to]: readonly [number, number],
  read: Readings,
  give: (key: number) => void,
): void {
  let first = 0
  let second = 0
  for (let at = from; at < to; at += 1) {
    const third = initialBits(text[at] ?? 0, read)
    for (let a = first; a !== 0; a &= a - 1)
      for (let b = second; b !== 0; b &= b - 1)
        for (let c = third; c !== 0; c &= c - 1)
          give(
            ((31 - Math.clz32(a & -a)) * INITIALS + (31 - Math.clz32(b & -b))) * INITIALS +
              31 -
              Math.clz32(c & -c),
          )
    first = second
    second = third
  }
}

function giveSyllables(
  text: Uint16Array,
  [from, to]: readonly [number, number],
  { ofUnit }: Readings,
  width: number,
  give: (key: number) => void,
): void {
  for (let at = from + 1; at < to; at += 1) {
    const [a, b] = [text[at - 1] ?? 0, text[at] ?? 0]
    for (let i = 0; i < MOST_READINGS; i += 1) {
      const first = a === EDGE ? 0 : (ofUnit[a * MOST_READINGS + i] ?? 0)
      if (first === 0 && (a !== EDGE || i > 0)) break
      for (let j = 0; j < MOST_READINGS; j += 1) {
        const second = ofUnit[b * MOST_READINGS + j] ?? 0
        if (second === 0) break
        give(first * width + second)
      }
    }
  }
}
