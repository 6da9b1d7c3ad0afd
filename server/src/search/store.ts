import { KINDS } from '@kehui/domain/registry/kinds'
import type { Db, Pool } from '../database/pool.js'
import { changesAround, subjectsOfImport } from '../registry/store-changes.js'
import type { Entry } from './index/name-table.js'

/** Rows read at a time: enough to be fast, little enough to leave the worker its breath. */
const ROWS = 20_000

const KIND_NUMBERS = new Map(KINDS.map(({ id }, number) => [id, number]))
const NO_KIND = 254

export function kindNumber(kind: string): number {
  return KIND_NUMBERS.get(kind) ?? NO_KIND
}

interface Row {
  readonly id: string
  readonly name: string
  readonly other: string | null
  readonly kind: string
  readonly place: string | null
}

const COLUMNS = 'id, name, entered_name AS other, kind, place'

function entryOf({ id, name, other, kind, place }: Row): Entry {
  const names = other === null || other === name ? [name] : [name, other]
  return { id, names, kind: kindNumber(kind), place: Number(place?.slice(0, 6) ?? 0) || 0 }
}

/** Every resource of a region as of one moment, some at a time. */
export async function* allEntries(pool: Pool, region: number): AsyncGenerator<Entry[]> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    await client.query(
      `DECLARE named NO SCROLL CURSOR FOR SELECT ${COLUMNS} FROM subject
       WHERE region_id = $1 AND merged_into IS NULL`,
      [region],
    )
    for (;;) {
      const { rows } = await client.query<Row>(`FETCH ${ROWS} FROM named`)
      if (rows.length === 0) break
      yield rows.map(entryOf)
    }
    yield* shortNames(client, region)
  } finally {
    await client.query('ROLLBACK').catch(() => {})
    client.release()
  }
}

/** Short names that imports gave: another entry of the same resource. */
async function* shortNames(db: Db, region: number): AsyncGenerator<Entry[]> {
  const { rows: imports } = await db.query<{ no: string; at: number }>(
    `SELECT i.no::text AS no, (c.ordinality - 1)::int AS at
     FROM resource_import i, jsonb_array_elements(i.layout) WITH ORDINALITY AS c (field, ordinality)
     WHERE i.region_id = $1 AND i.status = 'committed' AND c.field ->> 'key' = 'shortNames'`,
    [region],
  )
  for (const { no, at } of imports) {
    const { rows } = await db.query<Omit<Row, 'other'> & { short: string | null }>(
      `SELECT s.id, s.name, s.kind, s.place, r.cells ->> $2::int AS short
       FROM imported_row r JOIN subject s ON s.id = r.subject_id
       WHERE r.region_id = $1 AND r.import_no = $3 AND r.retracted_at IS NULL AND r.cells ->> $2::int IS NOT NULL`,
      [region, at, no],
    )
    yield rows.map((row) => ({ ...entryOf({ ...row, other: null }), names: wordsOf(row.short) }))
  }
}

function wordsOf(short: string | null): string[] {
  if (short === null) return []
  const value: unknown = short.startsWith('[') ? JSON.parse(short) : short
  return (Array.isArray(value) ? value : [value]).filter((v) => typeof v === 'string')
}

export async function entriesOf(db: Db, region: number, ids: readonly string[]): Promise<Entry[]> {
  const { rows } = await db.query<Row>(
    `SELECT ${COLUMNS} FROM subject
     WHERE region_id = $1 AND id = ANY ($2::uuid[]) AND merged_into IS NULL`,
    [region, ids],
  )
  return rows.map(entryOf)
}

export interface Changed {
  readonly upTo: string
  readonly ids: readonly string[]
}

/** Whose names may have changed since; null where it is so many that all are better read anew. */
export async function changedSince(
  db: Db,
  region: number,
  since: string,
  most: number,
): Promise<Changed | null> {
  const rows = await changesAround(db, region, since)
  const ids = new Set<string>()
  for (const { id, subjects, importNo } of rows) {
    for (const subject of subjects) ids.add(subject)
    if (importNo === null || BigInt(id) <= BigInt(since)) continue
    for (const subject of await subjectsOfImport(db, region, importNo, most + 1)) ids.add(subject)
    if (ids.size > most) return null
  }
  const upTo = rows.reduce((top, { id }) => (BigInt(id) > BigInt(top) ? id : top), since)
  return { upTo, ids: [...ids] }
}

export interface FoundSubject {
  readonly id: string
  readonly kind: string
  readonly name: string
  readonly place: string | null
  readonly code: string | null
  readonly audience: string | null
  readonly sample: boolean
}

const FOUND = 'id, kind, name, place, coalesce(credit_code, code) AS code, audience, sample'

/** In the order asked for; those that are gone are left out. */
export async function foundSubjects(db: Db, region: number, ids: readonly string[]): Promise<FoundSubject[]> {
  const { rows } = await db.query<FoundSubject>(
    `SELECT ${FOUND} FROM unnest($2::uuid[]) WITH ORDINALITY AS asked (asked, nth)
     JOIN subject ON subject.id = asked.asked AND region_id = $1 AND merged_into IS NULL ORDER BY nth`,
    [region, ids],
  )
  return rows
}

/** Those whose official identifier begins so: two look-ups in an index. */
export async function foundByCode(
  db: Db,
  region: number,
  code: string,
  limit: number,
): Promise<FoundSubject[]> {
  const end = `${code}\u{10ffff}`
  const { rows } = await db.query<FoundSubject>({
    name: 'found-by-code',
    text: `(SELECT ${FOUND} FROM subject WHERE region_id = $1 AND credit_code >= $2 AND credit_code < $3
            ORDER BY credit_code LIMIT $4)
           UNION ALL
           (SELECT ${FOUND} FROM subject
            WHERE region_id = $1 AND kind = ANY ($5::text[]) AND code >= $2 AND code < $3 LIMIT $4)
           LIMIT $4`,
    values: [region, code, end, limit, KINDS.map(({ id }) => id)],
  })
  return rows
}
