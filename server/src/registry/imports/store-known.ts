import type { LayoutColumn } from '@kehui/domain/registry/facts'
import type { Cell } from '@kehui/domain/registry/fields'
import type { Kind } from '@kehui/domain/registry/kinds'
import type { Db } from '../../database/pool.js'
import { isNamed } from '../store-names.js'

export interface KnownSubject {
  readonly id: string
  readonly kind: string
  readonly name: string
  readonly code: string | null
}

/** Companies and institutions share one register: a credit code is one subject, whatever its kind. */
export function hasCreditCode(kind: Kind): boolean {
  const field = kind.fields.find(({ name }) => name === kind.code)
  return kind.audience !== null && field?.identifier === 'credit-code'
}

function codeColumn(kind: Kind): string {
  return hasCreditCode(kind) ? 'credit_code' : 'code'
}

/** One that was merged into another is known by its old name and code, as that other. */
const ID = 'coalesce(merged_into, subject.id) AS id'

function codeOf(kind: Kind): string {
  const column = codeColumn(kind)
  return `CASE WHEN merged_into IS NULL THEN ${column} ELSE (
    SELECT m.before #>> '{merged,${column}}' FROM resource_merge m
    WHERE m.region_id = subject.region_id AND m.merged_id = subject.id AND m.undone_at IS NULL) END AS code`
}

/** How many there are that a row of this kind could be. */
export async function countKnown(db: Db, region: number, kind: Kind): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM subject
     WHERE region_id = $1 AND (kind = $2 OR ($3 AND credit_code IS NOT NULL))`,
    [region, kind.id, hasCreditCode(kind)],
  )
  return rows[0]?.count ?? 0
}

export async function allKnown(db: Db, region: number, kind: Kind): Promise<KnownSubject[]> {
  const { rows } = await db.query<KnownSubject>(
    `SELECT ${ID}, kind, name, ${codeOf(kind)} FROM subject
     WHERE region_id = $1 AND (kind = $2 OR ($3 AND credit_code IS NOT NULL))`,
    [region, kind.id, hasCreditCode(kind)],
  )
  return rows
}

export async function knownByCode(
  db: Db,
  region: number,
  kind: Kind,
  codes: readonly string[],
): Promise<KnownSubject[]> {
  if (codes.length === 0) return []
  const credit = hasCreditCode(kind)
  const { rows } = await db.query<KnownSubject>(
    `SELECT id, kind, name, ${codeColumn(kind)} AS code FROM subject
     WHERE region_id = $1 AND ${credit ? 'credit_code' : 'kind = $3 AND code'} = ANY ($2::text[])
     UNION ALL
     SELECT m.kept_id, s.kind, s.name, m.before #>> '{merged,${codeColumn(kind)}}'
     FROM resource_merge m JOIN subject s ON s.region_id = m.region_id AND s.id = m.merged_id
     WHERE m.region_id = $1 AND m.undone_at IS NULL ${credit ? '' : 'AND s.kind = $3'}
       AND m.before #>> '{merged,${codeColumn(kind)}}' = ANY ($2::text[])`,
    credit ? [region, codes] : [region, codes, kind.id],
  )
  return rows
}

export async function knownByName(
  db: Db,
  region: number,
  kind: Kind,
  names: readonly string[],
): Promise<KnownSubject[]> {
  if (names.length === 0) return []
  const { rows } = await db.query<KnownSubject>(
    `SELECT ${ID}, kind, name, ${codeOf(kind)} FROM subject
     WHERE region_id = $1 AND kind = $2 AND ${isNamed('$3')} AND name = ANY ($3::text[])`,
    [region, kind.id, names],
  )
  return rows
}

/**
 * Subjects by the keys of a source, as committed imports of the kind gave them; of what was taken back since, whoever
 * is still there.
 */
export async function knownByKey(
  db: Db,
  region: number,
  { sourceId, target, keys }: { sourceId: number; target: string; keys: readonly string[] },
): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map()
  const { rows } = await db.query<{ key: string; id: string }>(
    `SELECT DISTINCT ON (r.key) r.key, r.subject_id AS id
     FROM imported_row r JOIN resource_import i ON i.region_id = r.region_id AND i.no = r.import_no
       JOIN subject s ON s.id = r.subject_id
     WHERE r.region_id = $1 AND r.source_id = $2 AND r.key = ANY ($3::text[])
       AND i.status = 'committed' AND i.target = $4
     ORDER BY r.key, r.retracted_at IS NOT NULL, r.import_no DESC, r.row DESC`,
    [region, sourceId, keys, target],
  )
  return new Map(rows.map(({ key, id }) => [key, id]))
}

/** All keys of a source, as `knownByKey` would tell each. */
export async function allKeys(
  db: Db,
  region: number,
  { sourceId, target }: { sourceId: number; target: string },
): Promise<Map<string, string>> {
  const { rows } = await db.query<{ key: string; id: string }>(
    `SELECT DISTINCT ON (r.key) r.key, r.subject_id AS id
     FROM imported_row r JOIN resource_import i ON i.region_id = r.region_id AND i.no = r.import_no
       JOIN subject s ON s.id = r.subject_id
     WHERE r.region_id = $1 AND r.source_id = $2 AND r.key IS NOT NULL
       AND i.status = 'committed' AND i.target = $3
     ORDER BY r.key, r.retracted_at IS NOT NULL, r.import_no DESC, r.row DESC`,
    [region, sourceId, target],
  )
  return new Map(rows.map(({ key, id }) => [key, id]))
}

/** Subjects by what a field of a source's rows says, those that were told first before others. */
export async function knownByField(
  db: Db,
  region: number,
  given: { sourceId: number; target: string; field: string; texts: readonly string[]; first: number | null },
): Promise<[string, string][]> {
  const { rows } = await db.query<{ text: string; id: string }>(
    `SELECT said.text, said.id FROM (
       SELECT left(r.cells ->> c.place::int, $6) AS text, r.subject_id AS id, r.import_no, r.row
       FROM resource_import i
         CROSS JOIN LATERAL (SELECT ordinality - 1 AS place FROM jsonb_array_elements(i.layout)
           WITH ORDINALITY AS e (column_of) WHERE column_of ->> 'key' = $4) c
         JOIN imported_row r ON r.region_id = i.region_id AND r.import_no = i.no AND r.retracted_at IS NULL
       WHERE i.region_id = $1 AND i.source_id = $2 AND i.target = $3 AND i.status = 'committed'
     ) said WHERE said.text = ANY ($5::text[]) ORDER BY said.import_no, said.row`,
    [region, given.sourceId, given.target, given.field, given.texts, given.first ?? LONGEST],
  )
  return rows.map(({ text, id }) => [text, id])
}

const LONGEST = 1000

export interface SaidBefore {
  readonly subject: string
  readonly year: number | null
  readonly layout: readonly LayoutColumn[]
  readonly cells: readonly (Cell | null)[]
}

/** What a source said last of each of these subjects, by year. */
export async function saidBefore(
  db: Db,
  sourceId: number,
  target: string,
  subjects: readonly string[],
): Promise<SaidBefore[]> {
  if (subjects.length === 0) return []
  const { rows } = await db.query<SaidBefore>(
    `SELECT DISTINCT ON (r.subject_id, r.year) r.subject_id AS subject, r.year, i.layout, r.cells
     FROM imported_row r JOIN resource_import i ON i.region_id = r.region_id AND i.no = r.import_no
     WHERE r.subject_id = ANY ($1::uuid[]) AND r.source_id = $2 AND r.retracted_at IS NULL
       AND i.status = 'committed' AND i.target = $3
     ORDER BY r.subject_id, r.year, r.import_no DESC, r.row DESC`,
    [subjects, sourceId, target],
  )
  return rows
}
