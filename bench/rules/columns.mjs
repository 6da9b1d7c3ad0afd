import { FACTS } from '../trace/programmes.mjs'
import { randomOf } from '../trace/random.mjs'

const WIDTHS = { money: 8, people: 4, count: 4, 'yes-no': 1, choice: 1 }

/**
 * The facts of companies as columns that threads can share, by rising district; money in fen. With `unknown` that share
 * of all values is not known, but for the district, where each company is registered.
 */
export function columnsOf(seed, rows, unknown) {
  const random = randomOf(seed)
  const sizes = Float64Array.from({ length: rows }, () => 10 ** random.next())
  return new Map(FACTS.map((fact) => [fact.name, columnOf(fact, rows, sizes, random, unknown)]))
}

function columnOf(fact, rows, sizes, random, unknown) {
  const width = WIDTHS[fact.type]
  const values = shared(width, rows)
  for (let row = 0; row < rows; row += 1) values[row] = valueFor(fact, row / rows, sizes[row], random)
  if (unknown === 0 || fact.name === 'district') return { width, values, known: null, spans: null }
  const known = new Uint8Array(new SharedArrayBuffer((rows + 7) >> 3))
  for (let row = 0; row < rows; row += 1) if (random.next() >= unknown) known[row >> 3] |= 1 << (row & 7)
  return { width, values, known, spans: null }
}

function shared(width, rows) {
  const buffer = new SharedArrayBuffer(width * rows)
  if (width === 8) return new BigInt64Array(buffer)
  return width === 4 ? new Int32Array(buffer) : new Uint8Array(buffer)
}

function valueFor({ name, type, options }, place, size, random) {
  switch (type) {
    case 'money':
      return BigInt(Math.round(random.next() ** 2 * 40_000_000 * size)) * 100n
    case 'people':
      return Math.round(random.next() ** 2 * 60 * size)
    case 'count':
      return random.below(Math.round(8 * size))
    case 'yes-no':
      return random.chance(0.3) ? 1 : 0
    default:
      return name === 'district' ? Math.floor(place * options.length) : random.below(options.length)
  }
}

/** Every so-and-so-many-th row, so that all districts have some. */
export function thinned(columns, every) {
  return new Map([...columns].map(([name, column]) => [name, thinnedColumn(column, every)]))
}

function thinnedColumn({ width, values, known, spans }, every) {
  const some = values.filter((_, row) => row % every === 0)
  if (!known) return { width, values: some, known, spans }
  const bits = new Uint8Array((some.length + 7) >> 3)
  for (let i = 0; i < some.length; i += 1) if (isKnown(known, i * every)) bits[i >> 3] |= 1 << (i & 7)
  return { width, values: some, known: bits, spans }
}

export function isKnown(known, row) {
  return known === null || ((known[row >> 3] >> (row & 7)) & 1) === 1
}

export function bytesOf(columns) {
  let bytes = 0
  for (const { values, known } of columns.values()) bytes += values.byteLength + (known?.byteLength ?? 0)
  return bytes
}
