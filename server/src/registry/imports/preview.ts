import { readHeader } from '@kehui/domain/ingest/tables'
import {
  type ColumnSuggestion,
  type EndMapping,
  type ImportMapping,
  isRelationMapping,
  suggestColumns,
  suggestKinds,
} from '@kehui/domain/registry/imports'
import type { Kind } from '@kehui/domain/registry/kinds'
import type { AppContext } from '../../context.js'
import { openTable } from './read/open-table.js'
import { WORD_BREAK } from './read/table.js'
import type { ImportSuggestion } from './schema.js'
import { rememberedMappings } from './store-imports.js'

const ROWS_SHOWN = 20
const KINDS_SUGGESTED = 3
const LONGEST_SHOWN = 300

export interface FileHead {
  readonly headers: readonly string[]
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[]
  readonly notes: readonly { readonly zh: string; readonly en?: string }[]
}

/** The header of a file and its first rows. */
export async function headOfFile(path: string): Promise<FileHead> {
  const { headers, batches, notes } = await openTable(path)
  for await (const batch of batches)
    return {
      headers,
      notes,
      rows: batch.slice(0, ROWS_SHOWN).map(({ row, cells }) => ({
        row,
        cells: cells.map((cell) => cell.replaceAll(WORD_BREAK, '；').slice(0, LONGEST_SHOWN)),
      })),
    }
  return { headers, rows: [], notes }
}

/** How a file could be read: as its source's last one was, else by what its columns are called. */
export async function suggestMappings(
  { pool, kinds, library }: Pick<AppContext, 'pool' | 'kinds' | 'library'>,
  region: number,
  { headers }: FileHead,
): Promise<ImportSuggestion[]> {
  const remembered = (await rememberedMappings(pool, region))
    .filter(({ mapping }) => columnsOf(mapping).every((column) => headers.includes(column)))
    .map(({ source, target, mapping }) => ({ kind: target, source, remembered: true, mapping }))
  const likely = suggestKinds([...kinds.values()], headers).slice(0, KINDS_SUGGESTED)
  return [
    ...remembered,
    ...likely.map((kind) => ({
      kind: kind.id,
      source: null,
      remembered: false,
      mapping: mappingOf(kind, suggestColumns(kind, headers), library),
    })),
  ]
}

/** Columns that a mapping cannot do without. */
function columnsOf(mapping: ImportMapping): string[] {
  if (!isRelationMapping(mapping))
    return [
      ...Object.keys(mapping.columns),
      ...[mapping.key ?? []].flat(),
      ...(mapping.year ? [mapping.year] : []),
    ]
  const { from, to, weight, relation } = mapping
  return [
    ...endColumns(from),
    ...endColumns(to),
    ...(weight === undefined ? [] : [weight]),
    ...(typeof relation === 'string' ? [] : [relation.column]),
  ]
}

function endColumns({ column, or }: EndMapping): string[] {
  return or === undefined ? [column] : [column, or.column]
}

function mappingOf(
  kind: Kind,
  columns: readonly ColumnSuggestion[],
  library: AppContext['library'],
): ImportMapping {
  return {
    kind: kind.id,
    source: { name: '' },
    columns: Object.fromEntries(
      columns
        .filter(({ header }) => header !== '')
        .map((column) => [column.header, meant(kind, column, library)]),
    ),
  }
}

/** What the kind has no field for can be a fact of programmes. */
function meant(
  kind: Kind,
  { header, field, unit, year }: ColumnSuggestion,
  library: AppContext['library'],
): string | { field: string; unit?: string; year?: number } | null {
  const dated = year === null ? {} : { year }
  const own = unit === null ? {} : { unit }
  if (field !== null) return unit === null && year === null ? field : { field, ...own, ...dated }
  if (kind.audience === null) return null
  const read = readHeader(library, header)
  const [fact] = read.meanings
  const def = library.facts.get(fact?.split('.')[0] ?? '')
  if (fact === undefined || read.meanings.length > 1 || !def || def.derived !== null) return null
  if (!def.of.some((of) => of === kind.audience)) return null
  const inUnit = read.unit === null || def.type !== 'quantity' ? {} : { unit: read.unit }
  return { field: fact, ...inUnit, ...(read.year === null ? {} : { year: read.year }) }
}
