import type { Library } from '../../rules/index.js'
import { findUnit } from '../../shared/unit.js'
import { isBareNumber } from './cell.js'
import { type HeaderReading, readHeader } from './header.js'
import type { Table } from './table.js'

/** A title, a date and a note may stand above the header. */
const LOOKED_THROUGH = 15

const LONGEST_NOTE = 60

type Grid = readonly (readonly string[])[]
/** Reads a header, once: the rows are looked at alone and in twos. */
type Read = (cell: string) => HeaderReading
type Header = { readonly cells: readonly string[]; readonly below: number; readonly recognised: number }

/** The rows of a sheet as a table: the header is the row, or two, in which most columns are recognised. */
export function findTable(library: Library, grid: Grid): Table | null {
  const { cells: names, below: start } = headerOf(reader(library), grid)
  if (start === 0) return null
  const below = grid.slice(start)
  // Cells beyond the last header are shown too, so that nothing is lost unseen.
  const width = below.reduce((most, cells) => Math.max(most, filledWidth(cells)), filledWidth(names))
  const header = Array.from({ length: width }, (_, c) => (names[c] ?? '').replaceAll(/\s+/g, ' ').trim())
  const rows = below
    .map((cells, i) => ({ row: start + 1 + i, cells: header.map((_, c) => cells[c]?.trim() ?? '') }))
    .filter(({ cells }) => cells.some((c) => c !== ''))
  const unitNote = grid.slice(0, start).flat().find(isUnitNote)?.trim()
  return { header, rows, ...(unitNote === undefined ? {} : { unitNote }) }
}

/** `单位：万元` stands by itself above the columns; `填报单位：某局` names who reports. */
function isUnitNote(cell: string): boolean {
  const said = /(?:^|[^报制送表])单位\s*[:：]\s*([^\s（(，,；;]+)/.exec(cell)?.[1]
  return said !== undefined && cell.length <= LONGEST_NOTE && findUnit(said) !== undefined
}

function reader(library: Library): Read {
  const known = new Map<string, HeaderReading>()
  return (cell) => {
    const reading = known.get(cell) ?? readHeader(library, cell)
    known.set(cell, reading)
    return reading
  }
}

function headerOf(read: Read, grid: Grid): Header {
  const first = grid.findIndex((cells) => cells.some(isFilled))
  const top = grid.slice(0, LOOKED_THROUGH)
  const headers = top.map((cells, i) => header(read, cells, i + 1))
  for (const [i, cells] of top.entries()) {
    const next = grid[i + 1] ?? []
    if (isSecondHeader(read, cells, next)) headers.push(header(read, joined(read, cells, next), i + 2))
  }
  // Two rows are taken for one header only where that tells more columns apart.
  return headers.reduce((best, next) => (next.recognised > best.recognised ? next : best), {
    cells: grid[first] ?? [],
    below: first + 1,
    recognised: 0,
  })
}

function header(read: Read, cells: readonly string[], below: number): Header {
  return { cells, below, recognised: recognised(read, cells) }
}

/** How many columns these headers tell apart; where that is equal, how many of them name their unit. */
function recognised(read: Read, headers: readonly string[]): number {
  const readings = headers.filter(isFilled).map((header) => read(header))
  const told = readings.flatMap(({ meanings, year }) =>
    meanings.length > 0 ? [`${meanings[0]}@${year}`] : [],
  )
  const units = readings.filter(({ meanings, unit }) => meanings.length > 0 && unit !== null).length
  return new Set(told).size + units / 10_000
}

/** A row of data names its subject and holds numbers; the second row of a header does neither. */
function isSecondHeader(read: Read, above: readonly string[], row: readonly string[]): boolean {
  const isTitle = above.filter(isFilled).length < 2
  if (
    isTitle ||
    !row.some(isFilled) ||
    row.some((cell) => isBareNumber(cell) && !/^(19|20)\d\d$/.test(cell.trim()))
  )
    return false
  if (row.some((cell) => isIdentity(read, cell))) return true
  const named = above.flatMap((cell, c) => (isIdentity(read, cell) ? [c] : []))
  return named.length > 0 && named.every((c) => !isFilled(row[c] ?? '') || row[c] === above[c])
}

function isIdentity(read: Read, cell: string): boolean {
  const [only] = isFilled(cell) ? read(cell).meanings : []
  return only === 'name' || only === 'credit-code'
}

/** `2024年` over `研发费用` and what follows; a merged cell has its text in the first of its columns alone. */
function joined(read: Read, above: readonly string[], row: readonly string[]): string[] {
  let group = ''
  return Array.from({ length: Math.max(above.length, row.length) }, (_, c) => {
    const [upper, lower] = [(above[c] ?? '').trim(), (row[c] ?? '').trim()]
    if (upper !== '') group = upper
    if (lower === '' || lower === upper) return upper
    if (group === '') return lower
    const [own, other] = [`${lower}（${group}）`, `${group}（${lower}）`]
    // A row of units stands below the names that it belongs to.
    return read(own).meanings.length > 0 ? own : other
  })
}

function isFilled(cell: string): boolean {
  return cell.trim() !== ''
}

function filledWidth(cells: readonly string[]): number {
  return cells.findLastIndex(isFilled) + 1
}
