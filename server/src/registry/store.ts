import type { Audience } from '@kehui/domain/rules'
import type { Db } from '../database/pool.js'
import { partiesOfResources } from './linked/store-links.js'
import { recordChange } from './store-changes.js'
import { isNamed } from './store-names.js'
import { bumpRevisions } from './store-revision.js'

export interface StoredSubject {
  readonly id: string
  readonly name: string
  readonly audience: Audience
  readonly place: string | null
  readonly creditCode: string | null
  readonly sample: boolean
  readonly ownerId: string | null
}

const COLUMNS = `id, name, audience, place, credit_code AS "creditCode", sample, owner_id AS "ownerId"`

export interface SubjectSearch {
  readonly q?: string | undefined
  readonly audience?: string | undefined
  /** Codes of a place and all within it begin with this. */
  readonly placePrefix?: string | undefined
  readonly limit: number
  readonly offset: number
}

/** By part of the name or the beginning of the credit code; an empty search finds all. */
export async function searchSubjects(
  db: Db,
  region: number,
  { q = '', audience, placePrefix, limit, offset }: SubjectSearch,
): Promise<{ items: StoredSubject[]; total: number }> {
  const { rows } = await db.query<StoredSubject & { total: number }>(
    `SELECT ${COLUMNS}, count(*) OVER ()::int AS total FROM subject
     WHERE region_id = $1 AND audience IS NOT NULL
       AND ($2 = '' OR strpos(lower(name), lower($2)) > 0 OR starts_with(credit_code, upper($2)))
       AND ($3::text IS NULL OR audience = $3)
       AND ($4::text IS NULL OR starts_with(place, $4))
     ORDER BY name, id LIMIT $5 OFFSET $6`,
    [region, q.trim(), audience ?? null, placePrefix ?? null, limit, offset],
  )
  const items = rows.map(({ total: _total, ...item }) => item)
  return { items, total: rows[0]?.total ?? 0 }
}

/** One that was merged into another is found as that other. */
export async function findSubject(db: Db, region: number, id: string): Promise<StoredSubject | null> {
  const { rows } = await db.query<StoredSubject>(
    `SELECT ${COLUMNS} FROM subject WHERE region_id = $1
       AND id = coalesce((SELECT merged_into FROM subject WHERE region_id = $1 AND id = $2), $2)`,
    [region, id],
  )
  return rows[0] ?? null
}

/** Those that have one of the credit codes or exactly one of the names. */
export async function matchSubjects(
  db: Db,
  region: number,
  { creditCodes = [], names = [] }: { creditCodes?: readonly string[]; names?: readonly string[] },
): Promise<StoredSubject[]> {
  const named = isNamed('$3')
  const { rows } = await db.query<StoredSubject>(
    `SELECT ${COLUMNS} FROM subject
     WHERE region_id = $1 AND audience IS NOT NULL
       AND (credit_code = ANY ($2::text[]) OR (${named} AND name = ANY ($3::text[]))
         OR id IN (SELECT merged_into FROM subject
                   WHERE region_id = $1 AND merged_into IS NOT NULL AND ${named} AND name = ANY ($3::text[])))
     ORDER BY id`,
    [region, creditCodes, names],
  )
  return rows
}

export async function deleteSubjects(db: Db, region: number, ids: readonly string[]): Promise<number> {
  const parties = await partiesOfResources(db, region, ids)
  const { rowCount } = await db.query('DELETE FROM subject WHERE region_id = $1 AND id = ANY ($2::uuid[])', [
    region,
    ids,
  ])
  if (ids.length > 0) await recordChange(db, region, { what: 'removed', subjects: ids })
  await bumpRevisions(db, parties)
  return rowCount ?? 0
}

export async function findSubjects(db: Db, region: number, ids: readonly string[]): Promise<StoredSubject[]> {
  const { rows } = await db.query<StoredSubject>(
    `SELECT ${COLUMNS} FROM subject WHERE region_id = $1 AND id = ANY ($2::uuid[]) ORDER BY name, id`,
    [region, ids],
  )
  return rows
}

export async function packsOf(db: Db, subject: string): Promise<string[]> {
  return (await packsLookedAt(db, [subject])).map(({ pack }) => pack)
}

export async function packsLookedAt(
  db: Db,
  subjects: readonly string[],
): Promise<{ subject: string; pack: string }[]> {
  const { rows } = await db.query<{ subject: string; pack: string }>(
    `SELECT subject_id AS subject, pack FROM subject_pack
     WHERE subject_id = ANY ($1::uuid[]) ORDER BY subject_id, pack`,
    [subjects],
  )
  return rows
}

/** Run it in a transaction: in between there are none. */
export async function replacePacks(db: Db, subject: string, packs: readonly string[]): Promise<void> {
  await db.query('DELETE FROM subject_pack WHERE subject_id = $1', [subject])
  await db.query(
    'INSERT INTO subject_pack (subject_id, pack) SELECT $1, unnest($2::text[]) ON CONFLICT DO NOTHING',
    [subject, packs],
  )
  await bumpRevisions(db, [subject])
}

/** Programmes whose award it received. */
export async function receivedBy(db: Db, subject: string): Promise<string[]> {
  return (await awardsOf(db, [subject])).map(({ programme }) => programme)
}

export async function awardsOf(
  db: Db,
  subjects: readonly string[],
): Promise<{ subject: string; programme: string }[]> {
  const { rows } = await db.query<{ subject: string; programme: string }>(
    `SELECT DISTINCT subject_id AS subject, programme FROM award
     WHERE subject_id = ANY ($1::uuid[]) ORDER BY subject_id, programme`,
    [subjects],
  )
  return rows
}
