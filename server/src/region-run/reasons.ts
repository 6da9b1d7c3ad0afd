import type { Reason } from '@kehui/domain/packs/cultivation'
import { type Difference, type Ends, runReasons } from '@kehui/domain/packs/entitlements'
import { type Column, type Library, type RegionColumn, spanAt, type Value } from '@kehui/domain/rules'
import type { RegionColumns } from '../region-columns/index.js'
import type { ReadRows } from '../region-columns/store-read.js'
import { type StoredValue, storeValue } from '../registry/stored-value.js'
import type { StoredRun } from './store-runs.js'

/** The run that is compared with, and the rows as it read them of subjects that changed since. */
export interface Before {
  readonly run: StoredRun
  readonly versions: ReadonlyMap<string, string>
  readonly rows: ReadRows
  /** By key. */
  readonly held: ReadonlyMap<string, Column>
  /** Keys of columns that it read: of others nobody knows what they were. */
  readonly read: ReadonlySet<string>
}

export interface ReasonsFor {
  readonly library: Library
  readonly on: string
  readonly columns: RegionColumns
  readonly before: Before
}

/** Why a programme comes out otherwise, subject by subject. */
export function reasonsFor(
  { library, on, columns, before }: ReasonsFor,
  programme: string,
  version: string | null,
  used: ReadonlyMap<string, RegionColumn>,
): (row: number) => Reason<StoredValue>[] {
  const versions = { from: before.versions.get(programme) ?? null, to: version }
  const compared = [...used.values()].filter(({ key }) => before.read.has(key))
  return (row) => {
    const old = row < 0 ? -1 : before.rows.subjects.find(columns.subjects.bytes, 16 * row)
    const isNew = old >= 0 && before.rows.revisions[old] === -1
    const lists = (of: ReadonlyMap<number, readonly string[]>, at: number) => of.get(at) ?? []
    const stayed = old < 0
    const reasons = runReasons(library, {
      programme,
      on: { from: before.run.on, to: on },
      version: versions,
      subject: row < 0 ? 'gone' : isNew ? 'came' : 'stayed',
      columns: stayed ? [] : compared.flatMap((column) => differenceOf(column, before, old, columns, row)),
      received: {
        from: stayed ? lists(columns.received, row) : lists(before.rows.received, old),
        to: lists(columns.received, row),
      },
      packs: {
        from: stayed ? lists(columns.packs, row) : lists(before.rows.packs, old),
        to: lists(columns.packs, row),
      },
    })
    return reasons.map(stored)
  }
}

function differenceOf(
  column: RegionColumn,
  before: Before,
  old: number,
  now: RegionColumns,
  row: number,
): Difference[] {
  const [from, to] = [endsAt(before.held.get(column.key), old), endsAt(now.held.get(column.key), row)]
  return from?.[0] === to?.[0] && from?.[1] === to?.[1] ? [] : [{ column, from, to }]
}

function endsAt(column: Column | undefined, row: number): Ends | null {
  return column ? spanAt(column, row) : null
}

function stored(reason: Reason<Value>): Reason<StoredValue> {
  if (reason.kind !== 'fact') return reason
  const { from, to } = reason
  return { ...reason, from: from && storeValue(from), to: to && storeValue(to) }
}
