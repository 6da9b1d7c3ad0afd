import type { BatchProgram, Column, FactDef, Grouping, Library } from '@kehui/domain/rules'
import type { Text } from '@kehui/domain/shared'
import { groupingColumn, INDUSTRY, PARK, type RegionColumns, STAFF } from '../region-columns/index.js'
import type { SandboxGroup } from './schema.js'

/** One way to tell the rows of a region apart, with how many of the mask are in each class. */
export interface RegionGrouping {
  readonly key: SandboxGroup['key']
  readonly names: readonly Text[]
  readonly totals: readonly number[]
  readonly grouping: Grouping
}

const UNKNOWN: Text = { zh: '未知', en: 'Not known' }
/** Where the classes of staff begin, as statistics of industry draw them. */
const SIZES: readonly { readonly from: number; readonly name: Text }[] = [
  { from: 0, name: { zh: '不足 20 人', en: 'Under 20 staff' } },
  { from: 20, name: { zh: '20–299 人', en: '20–299 staff' } },
  { from: 300, name: { zh: '300–999 人', en: '300–999 staff' } },
  { from: 1000, name: { zh: '1000 人及以上', en: '1,000 staff or more' } },
]

type Program = Pick<BatchProgram, 'engine' | 'vectors'>

/** By place, size, industry and park, as far as the region knows them. */
export function groupingsOf(
  columns: RegionColumns,
  library: Library,
  program: Program,
  mask: Uint8Array,
): RegionGrouping[] {
  const of = (name: string) => {
    const [fact, column] = [library.facts.get(name), groupingColumn(columns, program, name)]
    return fact && column ? { fact, column } : null
  }
  const [staff, industry, park] = [of(STAFF), of(INDUSTRY), of(PARK)]
  return [
    byPlace(columns, library, mask),
    ...(staff ? [bySize(staff.column, columns.rows, mask)] : []),
    ...(industry ? [byOption('industry', industry, columns.rows, mask)] : []),
    ...(park ? [byOption('park', park, columns.rows, mask)] : []),
  ].filter(({ totals, key }) => key !== 'park' || totals.slice(1).some((n) => n > 0))
}

function isKnown({ known }: Column, row: number): boolean {
  return known === null || ((known[row >> 3] ?? 0) & (1 << (row & 7))) !== 0
}

function counted(
  key: RegionGrouping['key'],
  names: readonly Text[],
  codes: Grouping['codes'],
  mask: Uint8Array,
): RegionGrouping {
  const totals = new Array<number>(names.length).fill(0)
  for (let row = 0; row < codes.length; row += 1) {
    const code = codes[row] ?? 0
    if (((mask[row >> 3] ?? 0) & (1 << (row & 7))) !== 0) totals[code] = (totals[code] ?? 0) + 1
  }
  return { key, names, totals, grouping: { codes, size: names.length } }
}

function bySize(column: Column, rows: number, mask: Uint8Array): RegionGrouping {
  const codes = new Uint8Array(rows)
  for (let row = 0; row < rows; row += 1)
    if (isKnown(column, row)) {
      const staff = Number(column.values[row] ?? 0)
      codes[row] = 1 + SIZES.findLastIndex(({ from }) => staff >= from)
    }
  return counted('size', [UNKNOWN, ...SIZES.map(({ name }) => name)], codes, mask)
}

function byOption(
  key: 'industry' | 'park',
  { fact, column }: { fact: FactDef; column: Column },
  rows: number,
  mask: Uint8Array,
): RegionGrouping {
  const labels =
    fact.type === 'yes-no'
      ? [
          { zh: '否', en: 'No' },
          { zh: '是', en: 'Yes' },
        ]
      : [...fact.options.values()]
  const codes = new Uint8Array(rows)
  for (let row = 0; row < rows; row += 1)
    if (isKnown(column, row)) codes[row] = Math.min(255, 1 + Number(column.values[row] ?? 0))
  return counted(key, [UNKNOWN, ...labels], codes, mask)
}

/** By the places one level below what holds them all: districts of a city, cities of a province. */
function byPlace(
  { places: codes, rows }: RegionColumns,
  { places }: Library,
  mask: Uint8Array,
): RegionGrouping {
  const paths = new Map<number, readonly string[]>()
  for (let row = 0; row < rows; row += 1) {
    const code = codes[row] ?? -1
    if (code < 0 || paths.has(code) || ((mask[row >> 3] ?? 0) & (1 << (row & 7))) === 0) continue
    paths.set(code, pathOf(places, String(code).padStart(6, '0')))
  }
  const level = commonLevel([...paths.values()])
  const groups: string[] = []
  const groupOf = new Map<number, number>()
  for (const [code, path] of paths) {
    const place = path[level] ?? path.at(-1) ?? ''
    if (!groups.includes(place)) groups.push(place)
    groupOf.set(code, 1 + groups.indexOf(place))
  }
  const own = new Uint16Array(rows)
  for (let row = 0; row < rows; row += 1) own[row] = groupOf.get(codes[row] ?? -1) ?? 0
  return counted('place', [UNKNOWN, ...groups.map((code) => ({ zh: places.name(code) }))], own, mask)
}

/** From the country down to it. */
function pathOf(places: Library['places'], code: string): string[] {
  const parent = places.parent(code)
  return parent === null ? [code] : [...pathOf(places, parent), code]
}

function commonLevel(paths: readonly (readonly string[])[]): number {
  const [first = []] = paths
  for (let level = 0; ; level += 1) {
    const place = first[level]
    if (place === undefined || paths.some((path) => path[level] !== place)) return level
  }
}
