import type { LayoutColumn } from '@kehui/domain/registry/facts'
import type { Kind } from '@kehui/domain/registry/kinds'
import type { Db } from '../../database/pool.js'
import { bumpRevisions } from '../store-revision.js'
import { PARTY_KINDS } from './party-kinds.js'

export interface Link {
  readonly subject: string
  readonly subjectKind: string
  /** The name or the code by which it is meant. */
  readonly target: string
  readonly resource: string
  readonly kind: string
  readonly name: string
}

/** What a name is as links hold it; the same as `partyKey` makes of it. */
const KEY = (text: string) => `translate(btrim(${text}), '（）', '()')`

/**
 * Resources that may name one of these subjects, by code or name, also those of resources merged into it. A name that
 * two have says nothing of either.
 */
export async function linksOf(db: Db, subjects: readonly string[]): Promise<Link[]> {
  const { rows } = await db.query<Link>(
    `WITH own AS (
       SELECT id, id AS kept, region_id, kind, name, credit_code, code FROM subject
       WHERE id = ANY ($1::uuid[]) AND kind = ANY ($2::text[]) AND merged_into IS NULL
       UNION ALL
       SELECT s.id, m.kept_id, s.region_id, k.kind, s.name,
         m.before #>> '{merged,credit_code}', m.before #>> '{merged,code}'
       FROM resource_merge m JOIN subject s ON s.id = m.merged_id JOIN subject k ON k.id = m.kept_id
       WHERE m.kept_id = ANY ($1::uuid[]) AND m.undone_at IS NULL AND k.kind = ANY ($2::text[])
     ), keys AS (
       SELECT id, kept, region_id, kind, ${KEY('name')} AS target, name FROM own
       UNION SELECT id, kept, region_id, kind, credit_code, NULL FROM own WHERE credit_code IS NOT NULL
       UNION SELECT id, kept, region_id, kind, code, NULL FROM own WHERE code IS NOT NULL
     )
     SELECT DISTINCT k.kept AS subject, k.kind AS "subjectKind", k.target, l.subject_id AS resource, l.kind, r.name
     FROM keys k JOIN resource_link l ON l.region_id = k.region_id AND l.target = k.target
       JOIN subject r ON r.id = l.subject_id
     WHERE k.name IS NULL OR NOT EXISTS (SELECT FROM subject o
       WHERE o.region_id = k.region_id AND o.name = k.name AND o.kind = ANY ($2::text[]) AND o.id <> k.id
         AND o.id <> k.kept AND o.merged_into IS DISTINCT FROM k.kept)
     ORDER BY subject, resource, target`,
    [subjects, PARTY_KINDS],
  )
  return rows
}

/** Writes down whom the rows of an import name; run it in the transaction that commits it. */
export async function linkImport(
  db: Db,
  region: number,
  { kind, no, layout, today }: { kind: Kind; no: string; layout: readonly LayoutColumn[]; today: string },
): Promise<void> {
  if (kind.feeds.length === 0) return
  const places = (names: readonly string[]) => [
    ...new Set(layout.flatMap(({ key }, at) => (names.includes(key) ? [at] : []))),
  ]
  const parties = places(kind.feeds.map(({ party }) => party))
  const titles = kind.feeds.flatMap((feed) => (feed.as === 'title' ? [feed] : []))
  await db.query(
    `INSERT INTO resource_link (region_id, import_no, kind, subject_id, target)
     SELECT DISTINCT $1::int, $2::bigint, $3, r.subject_id, ${KEY('r.cells ->> at')}
     FROM imported_row r CROSS JOIN unnest($4::int[]) AS p (at)
     WHERE r.region_id = $1 AND r.import_no = $2 AND btrim(r.cells ->> at) <> ''`,
    [region, no, kind.id, parties],
  )
  // A title ends after its last day; it begins and is revoked on the day itself.
  await linkDays(db, { region, no, kind: kind.id, today }, places(titles.map(({ until }) => until)), 0)
  await linkDays(
    db,
    { region, no, kind: kind.id, today },
    places(titles.flatMap(({ from, revoked }) => [from, revoked])),
    1,
  )
}

/** Days that are still to come, after which what the row says is another thing. */
async function linkDays(
  db: Db,
  { region, no, kind, today }: { region: number; no: string; kind: string; today: string },
  places: readonly number[],
  before: 0 | 1,
): Promise<void> {
  if (places.length === 0) return
  await db.query(
    `INSERT INTO resource_link (region_id, import_no, kind, subject_id, ends_on)
     SELECT $1::int, $2::bigint, $3, d.subject_id, d.day FROM (
       SELECT r.subject_id, substring(r.cells ->> at from '^\\d{4}-\\d\\d-\\d\\d$')::date - $5::int AS day
       FROM imported_row r CROSS JOIN unnest($4::int[]) AS p (at)
       WHERE r.region_id = $1 AND r.import_no = $2
     ) d WHERE d.day >= $6::date`,
    [region, no, kind, places, before, today],
  )
}

export async function unlinkImport(db: Db, region: number, no: string): Promise<void> {
  await db.query('DELETE FROM resource_link WHERE region_id = $1 AND import_no = $2', [region, no])
}

/** Whom resources name that the import wrote of. */
export async function partiesOfImport(db: Db, region: number, kind: Kind, no: string): Promise<string[]> {
  if (kind.feeds.length === 0) return []
  const written = 'SELECT r.subject_id FROM imported_row r WHERE r.region_id = $1 AND r.import_no = $3'
  return partiesWhere(db, region, `l.subject_id IN (${written})`, no)
}

export async function partiesOfResources(
  db: Db,
  region: number,
  resources: readonly string[],
): Promise<string[]> {
  return partiesWhere(db, region, 'l.subject_id = ANY ($3::uuid[])', resources)
}

async function partiesWhere(db: Db, region: number, where: string, value: unknown): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `WITH named AS MATERIALIZED (
       SELECT DISTINCT l.target, translate(l.target, '()', '（）') AS wide FROM resource_link l
       WHERE l.region_id = $1 AND l.target IS NOT NULL AND ${where}
     )
     SELECT DISTINCT coalesce(s.merged_into, s.id) AS id FROM named n
       JOIN subject s ON s.region_id = $1 AND s.kind = ANY ($2::text[]) AND s.name IN (n.target, n.wide)
     UNION
     SELECT s.id FROM named n
       JOIN subject s ON s.region_id = $1 AND s.kind = ANY ($2::text[]) AND s.credit_code = n.target
     UNION
     SELECT m.kept_id FROM named n
       JOIN resource_merge m ON m.region_id = $1 AND m.undone_at IS NULL
         AND m.before #>> '{merged,credit_code}' = n.target`,
    [region, PARTY_KINDS, value],
  )
  return rows.map(({ id }) => id)
}

/** Takes up that titles ended since; how many parties that concerns. Run it in a transaction. */
export async function passEnds(db: Db, region: number, today: string): Promise<number> {
  const { rows } = await db.query<{ id: string }>(
    `UPDATE resource_link SET is_past = true
     WHERE region_id = $1 AND ends_on < $2 AND NOT is_past RETURNING subject_id AS id`,
    [region, today],
  )
  if (rows.length === 0) return 0
  const parties = await partiesOfResources(db, region, [...new Set(rows.map(({ id }) => id))])
  await bumpRevisions(db, parties)
  return parties.length
}
