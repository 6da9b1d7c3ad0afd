import { inAll, inAny } from './block-lists.js'
import { type NameLists, nameLists } from './name-lists.js'
import type { NameTable } from './name-table.js'
import { BEGINS, findIn, NONE } from './patterns.js'
import { type Term, termsOf } from './query.js'
import { type Readings, readings } from './readings.js'

export interface NameQuery {
  readonly typed: string
  /** Only this kind. */
  readonly kind?: number | undefined
  /** Codes of places between these, both included. */
  readonly places?: readonly [number, number] | undefined
  /** Hits to collect; once there are as many, `more` is told and the rest is not looked at. */
  readonly most: number
  /** Hits to name, the best ones; all that were collected otherwise. */
  readonly wanted?: number
  /** Resources to pass over: newer names of theirs stand elsewhere. */
  readonly except?: ReadonlyMap<string, unknown>
}

export interface NameHit {
  readonly id: string
  readonly rank: number
}

export interface NameAnswer {
  /** Best first: whole names, beginnings, then parts; the letters themselves before how they are read. */
  readonly hits: readonly NameHit[]
  /** How many were collected. */
  readonly total: number
  /** There are more than were collected. */
  readonly more: boolean
  /** Hits of each kind with the place asked for, and of each city with the kind asked for. */
  readonly kinds: ReadonlyMap<number, number>
  readonly cities: ReadonlyMap<number, number>
}

export interface NameIndex {
  readonly size: number
  readonly bytes: number
  search(query: NameQuery): NameAnswer
}

/** Names looked at for one query: a few letters that millions hold are not worth a longer wait. */
const MOST_ROWS = 150_000
/** A way of reading stands behind the letters themselves. */
const READ_PENALTY = 3
const LONG = 1000

export async function nameIndex(
  table: NameTable,
  rest: () => Promise<void> = async () => {},
): Promise<NameIndex> {
  const read = readings()
  const lists = await nameLists(table, read, rest)
  return {
    size: table.size,
    bytes: table.bytes + lists.bytes,
    search: (query) => search(table, lists, read, query),
  }
}

interface Found {
  readonly row: number
  readonly rank: number
}

function search(table: NameTable, lists: NameLists, read: Readings, query: NameQuery): NameAnswer {
  const terms = termsOf(query.typed, read)
  const found: Found[] = []
  const seen = new Set<number>()
  const kinds = new Map<number, number>()
  const cities = new Map<number, number>()
  const [least, last] = query.places ?? [0, 0xffffffff]
  let looked = 0

  const take = (row: number, beginsOnly: boolean): void => {
    if (seen.has(row)) return
    const rank = rankOf(table, row, terms, { read, beginsOnly })
    if (rank >= NONE || (query.except && query.except.size > 0 && query.except.has(table.idOf(row)))) return
    seen.add(row)
    const kind = table.kinds[row] ?? 0
    const place = table.places[row] ?? 0
    const ofKind = query.kind === undefined || query.kind === kind
    const ofPlace = place >= least && place <= last
    if (ofPlace) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
    if (ofKind) cities.set(Math.floor(place / 100), (cities.get(Math.floor(place / 100)) ?? 0) + 1)
    if (ofKind && ofPlace)
      found.push({ row, rank: rank * LONG + Math.min(lengthOfRow(table, row), LONG - 1) })
  }
  /** Whether all blocks were looked through. */
  const look = (blocks: Uint16Array | null, beginsOnly: boolean): boolean => {
    const count = blocks?.length ?? lists.blocks
    for (let nth = 0; nth < count; nth += 1) {
      if (found.length >= query.most || looked > MOST_ROWS) return false
      const block = blocks?.[nth] ?? nth
      const end = Math.min((block + 1) * lists.rowsInBlock, table.size)
      looked += lists.rowsInBlock
      for (let row = block * lists.rowsInBlock; row < end; row += 1) take(row, beginsOnly)
    }
    return true
  }
  // Beginnings first, so that they are there even where parts are too many to look at all of them.
  if (terms.length === 1) look(blocksOf(lists, terms, true) ?? new Uint16Array(0), true)
  looked = 0
  // Signs alone are looked for in vain; nothing at all asks for everything.
  const signs = terms.length === 0 && query.typed.trim() !== ''
  const whole = signs || look(blocksOf(lists, terms, false), false)
  found.sort((a, b) => a.rank - b.rank || a.row - b.row)
  return {
    hits: found
      .slice(0, query.wanted ?? found.length)
      .map(({ row, rank }) => ({ id: table.idOf(row), rank })),
    total: found.length,
    more: !whole,
    kinds,
    cities,
  }
}

/** Blocks that can hold every term in some way; null where all can. */
function blocksOf(lists: NameLists, terms: readonly Term[], begins: boolean): Uint16Array | null {
  const each = terms.flatMap((term) => {
    const ways = term.map((pattern) => lists.of(pattern, begins))
    const known = ways.filter((way) => way !== null)
    return known.length < ways.length && !begins ? [] : [inAny(known, lists.blocks)]
  })
  return each.length === 0 ? null : inAll(each)
}

interface Looking {
  readonly read: Readings
  readonly beginsOnly: boolean
}

function rankOf(
  table: NameTable,
  row: number,
  terms: readonly Term[],
  { read, beginsOnly }: Looking,
): number {
  const from = table.startOf(row)
  const to = table.ends[row] ?? from
  let worst = 0
  for (const term of terms) {
    let best = NONE
    for (const pattern of term) {
      const how = findIn(table.text, from, to, pattern, read, beginsOnly)
      if (how === NONE) continue
      best = Math.min(best, how + (pattern.as === 'letters' ? 0 : READ_PENALTY))
      if (best < BEGINS) break
    }
    if (best === NONE) return NONE
    worst = Math.max(worst, best)
  }
  return worst
}

function lengthOfRow(table: NameTable, row: number): number {
  return (table.ends[row] ?? 0) - table.startOf(row)
}
