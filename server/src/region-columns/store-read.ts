import { to } from 'pg-copy-streams'
import type { Db, Pool } from '../database/pool.js'
import { BinaryRows, type Field } from './binary-rows.js'
import { ColumnFiller } from './column-filler.js'
import type { StoredColumn } from './store-columns.js'
import { countRows, fillingVersion, type WideTable } from './store-rows.js'
import { SubjectIds } from './subject-ids.js'

/** A region's rows as they were read, in the order in which they lie. */
export interface ReadRows {
  readonly rows: number
  readonly version: bigint
  readonly subjects: SubjectIds
  readonly fillers: readonly ColumnFiller[]
  readonly revisions: Int32Array
  readonly audiences: Uint16Array
  readonly places: Int32Array
  /** Rows that look at other regions, and rows that received awards. */
  readonly packs: ReadonlyMap<number, readonly string[]>
  readonly received: ReadonlyMap<number, readonly string[]>
}

/** All rows of a region, all of one moment. */
export async function readRows(
  pool: Pool,
  region: number,
  columns: readonly StoredColumn[],
  progress: (rows: number, total: number) => void,
): Promise<ReadRows> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const read = await readTable(client, 'region_row', region, columns, progress)
    await client.query('COMMIT')
    return read
  } catch (error) {
    broken = error as Error
    throw error
  } finally {
    client.release(broken)
  }
}

/** Needs an open transaction whose statements see one moment. */
export async function readTable(
  db: Db,
  table: WideTable,
  region: number,
  columns: readonly StoredColumn[],
  progress: (rows: number, total: number) => void = () => {},
): Promise<ReadRows> {
  const [rows, version] = [await countRows(db, table, region), await fillingVersion(db, region)]
  const target = targetFor(rows, columns)
  const parser = new BinaryRows(target.fields)
  const copy = db.query(to(`COPY (${selection(table, region, columns)}) TO STDOUT (FORMAT binary)`))
  for await (const piece of copy) {
    parser.push(piece)
    progress(parser.count, rows)
  }
  if (parser.count !== rows) throw new Error(`${parser.count} of ${rows} rows were read`)
  return { rows, version, ...target.read }
}

function selection(table: WideTable, region: number, columns: readonly StoredColumn[]): string {
  const fixed = ['subject_id', 'revision', 'audiences', 'place', ...['packs', 'received'].map(linesOf)]
  const values = columns.flatMap(({ id, hasIntervals }) =>
    hasIntervals ? [`f${id}`, `f${id}_hi`] : [`f${id}`],
  )
  return `SELECT ${[...fixed, ...values].join()} FROM ${table} WHERE region_id = ${Number(region)}`
}

function linesOf(column: string): string {
  return `array_to_string(${column}, E'\\n')`
}

function targetFor(
  rows: number,
  columns: readonly StoredColumn[],
): { fields: Field[]; read: Omit<ReadRows, 'rows' | 'version'> } {
  const subjects = new SubjectIds(rows)
  const revisions = new Int32Array(new SharedArrayBuffer(4 * Math.max(1, rows)))
  const audiences = new Uint16Array(new SharedArrayBuffer(2 * Math.max(1, rows)))
  const places = new Int32Array(new SharedArrayBuffer(4 * Math.max(1, rows))).fill(-1)
  const [packs, received] = [new Map<number, string[]>(), new Map<number, string[]>()]
  const fillers = columns.map(({ column }) => new ColumnFiller(column, rows))
  const values = columns.flatMap(({ hasIntervals }, i): Field[] => {
    const filler = fillers[i]
    if (!filler) return []
    return hasIntervals
      ? [
          { kind: 'value', filler },
          { kind: 'upper', filler },
        ]
      : [{ kind: 'value', filler }]
  })
  const fixed: Field[] = [
    {
      kind: 'bytes',
      put: (row, view, at) => {
        for (let i = 0; i < 16; i += 1) subjects.bytes[16 * row + i] = view.getUint8(at + i)
      },
    },
    {
      kind: 'bytes',
      put: (row, view, at) => {
        revisions[row] = view.getInt32(at)
      },
    },
    {
      kind: 'bytes',
      put: (row, view, at) => {
        audiences[row] = view.getInt32(at)
      },
    },
    {
      kind: 'bytes',
      put: (row, view, at) => {
        places[row] = view.getInt32(at)
      },
    },
    { kind: 'bytes', put: (row, view, at, length) => packs.set(row, linesAt(view, at, length)) },
    { kind: 'bytes', put: (row, view, at, length) => received.set(row, linesAt(view, at, length)) },
  ]
  return {
    fields: [...fixed, ...values],
    read: { subjects, revisions, fillers, audiences, places, packs, received },
  }
}

function linesAt(view: DataView, at: number, length: number): string[] {
  return Buffer.from(view.buffer, view.byteOffset + at, length)
    .toString('utf8')
    .split('\n')
}
