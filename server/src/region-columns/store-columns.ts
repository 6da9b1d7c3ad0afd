import type { RegionColumn } from '@kehui/domain/rules'
import type { Db } from '../database/pool.js'

/** A column of the wide snapshot: `f<id>`, and `f<id>_hi` for the upper ends of intervals, null where both are one. */
export interface StoredColumn {
  readonly id: number
  readonly column: RegionColumn
  readonly hasIntervals: boolean
}

/** What passes 64 bits is in no column: programmes that look at it are left to the interpreter. */
export function isStored({ least, most }: RegionColumn): boolean {
  return least >= -(2n ** 63n) && most < 2n ** 63n
}

/** The bytes of a value in the table. */
export function storedWidth({ least, most }: RegionColumn): 2 | 4 | 8 {
  if (least >= -(2n ** 15n) && most < 2n ** 15n) return 2
  return least >= -(2n ** 31n) && most < 2n ** 31n ? 4 : 8
}

const TYPES = { 2: 'smallint', 4: 'integer', 8: 'bigint' } as const

/** The columns of these keys, added to the table where it has none. Run it in a transaction. */
export async function ensureColumns(db: Db, columns: readonly RegionColumn[]): Promise<StoredColumn[]> {
  const wanted = new Map(columns.filter(isStored).map((column) => [column.key, column]))
  const known = await findColumns(db, [...wanted.keys()])
  const fresh = [...wanted.values()].filter(({ key }) => !known.has(key))
  if (fresh.length > 0) {
    const { rows } = await db.query<{ id: number; key: string }>(
      `INSERT INTO region_column (key, name) SELECT * FROM unnest($1::text[], $2::text[]) RETURNING id, key`,
      [fresh.map(({ key }) => key), fresh.map(({ name }) => name)],
    )
    const added = rows.flatMap(({ id, key }) => {
      const column = wanted.get(key)
      if (!column) return []
      known.set(key, { id, hasIntervals: false })
      const type = TYPES[storedWidth(column)]
      const lower = `ADD COLUMN f${id} ${type}`
      return column.intervals ? [lower, `ADD COLUMN f${id}_hi ${type}`] : [lower]
    })
    for (const table of ['region_row', 'region_row_before'])
      await db.query(`ALTER TABLE ${table} ${added.join(', ')}`)
  }
  return [...wanted.values()].flatMap((column) => {
    const found = known.get(column.key)
    return found ? [{ ...found, column }] : []
  })
}

async function findColumns(
  db: Db,
  keys: readonly string[],
): Promise<Map<string, { id: number; hasIntervals: boolean }>> {
  const { rows } = await db.query<{ id: number; key: string; hasIntervals: boolean }>(
    `SELECT id, key, has_intervals AS "hasIntervals" FROM region_column WHERE key = ANY ($1::text[])`,
    [keys],
  )
  return new Map(rows.map(({ id, key, hasIntervals }) => [key, { id, hasIntervals }]))
}

/** The columns of these keys that are filled for all rows of the region. */
export async function heldColumns(
  db: Db,
  region: number,
  columns: readonly RegionColumn[],
): Promise<StoredColumn[]> {
  const byKey = new Map(columns.map((column) => [column.key, column]))
  const { rows } = await db.query<{ id: number; key: string; hasIntervals: boolean }>(
    `SELECT c.id, c.key, c.has_intervals AS "hasIntervals"
     FROM region_column_held h JOIN region_column c ON c.id = h.column_id
     WHERE h.region_id = $1 AND c.key = ANY ($2::text[]) ORDER BY c.id`,
    [region, [...byKey.keys()]],
  )
  return rows.flatMap(({ key, ...stored }) => {
    const column = byKey.get(key)
    return column ? [{ ...stored, column }] : []
  })
}

export async function holdColumns(db: Db, region: number, ids: readonly number[]): Promise<void> {
  await db.query(
    `INSERT INTO region_column_held (region_id, column_id) SELECT $1, unnest($2::integer[]) ON CONFLICT DO NOTHING`,
    [region, ids],
  )
}

/** Only these are filled for all rows from now on. */
export async function holdOnly(db: Db, region: number, ids: readonly number[]): Promise<void> {
  await db.query('DELETE FROM region_column_held WHERE region_id = $1 AND column_id <> ALL ($2::integer[])', [
    region,
    ids,
  ])
}

export async function markIntervals(db: Db, ids: readonly number[]): Promise<void> {
  await db.query('UPDATE region_column SET has_intervals = true WHERE id = ANY ($1::integer[])', [ids])
}
