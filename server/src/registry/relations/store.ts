import { randomUUID } from 'node:crypto'
import type { Db } from '../../database/pool.js'

export interface StoredEnd {
  readonly kind: string
  readonly id: string
}

export interface NewRelation {
  readonly type: string
  readonly from: StoredEnd
  readonly to: StoredEnd
  readonly weight?: number | null
  /** The row of the import that said so, counted from 1. */
  readonly row?: number | null
}

export interface StoredRelation {
  readonly id: string
  readonly type: string
  readonly from: StoredEnd
  readonly to: StoredEnd
  readonly weight: number | null
  readonly source: string
  readonly batch: string
  readonly row: number | null
  readonly recordedAt: Date
}

export interface RelationOrigin {
  readonly source: string
  /** The id of the import; made here for what a person or the packs say. */
  readonly batch?: string
}

export interface WrittenRelations {
  readonly batch: string
  readonly added: number
  /** Said by the same source before: with another weight, and with the same. */
  readonly changed: number
  readonly unchanged: number
}

/**
 * Enters what one source says, checked before (`checkRelations`). What the same source said before is replaced, so that
 * importing a table twice leaves what importing it once does; of one relation twice in the list the last counts.
 */
export async function insertRelations(
  db: Db,
  region: number,
  given: readonly NewRelation[],
  { source, batch = randomUUID() }: RelationOrigin,
): Promise<WrittenRelations> {
  if (given.length === 0) return { batch, added: 0, changed: 0, unchanged: 0 }
  const relations = [...new Map(given.map((r) => [`${r.type} ${r.from.id} ${r.to.id}`, r])).values()]
  const revision = await nextRelationRevision(db, region)
  const columns = [
    relations.map((r) => r.type),
    relations.map((r) => r.from.kind),
    relations.map((r) => r.from.id),
    relations.map((r) => r.to.kind),
    relations.map((r) => r.to.id),
    relations.map((r) => r.weight ?? null),
    relations.map((r) => r.row ?? null),
  ]
  const { rows: before } = await db.query<{ same: boolean }>(
    `UPDATE relation r SET retracted_at = now(), replaced_by = $2, revision = $3
     FROM unnest($5::text[], $6::text[], $7::uuid[], $8::text[], $9::uuid[], $10::float8[], $11::int[])
       AS given (type, from_kind, from_id, to_kind, to_id, weight, row)
     WHERE r.region_id = $1 AND r.retracted_at IS NULL AND r.source = $4 AND r.type = given.type
       AND r.from_id = given.from_id AND r.to_id = given.to_id
     RETURNING r.weight IS NOT DISTINCT FROM given.weight AS same`,
    [region, batch, revision, source, ...columns],
  )
  await db.query(
    `INSERT INTO relation (region_id, batch, revision, source,
                           type, from_kind, from_id, to_kind, to_id, weight, import_row)
     SELECT $1, $2, $3, $4, given.*
     FROM unnest($5::text[], $6::text[], $7::uuid[], $8::text[], $9::uuid[], $10::float8[], $11::int[]) AS given`,
    [region, batch, revision, source, ...columns],
  )
  const unchanged = before.filter(({ same }) => same).length
  return { batch, added: relations.length - before.length, changed: before.length - unchanged, unchanged }
}

/** Takes back what was written together and brings back what it stood in place of; how many relations it took away. */
export async function undoRelations(db: Db, region: number, batch: string): Promise<number> {
  const revision = await nextRelationRevision(db, region)
  // Before: what this writing replaced. Where it still stood, that stands again; else whoever replaced it has replaced
  // that as well; where a person has taken it back, both stay so.
  await db.query(
    `UPDATE relation old SET revision = $3, replaced_by = mine.replaced_by,
       retracted_at = CASE WHEN mine.retracted_at IS NULL THEN NULL ELSE old.retracted_at END
     FROM relation mine
     WHERE old.region_id = $1 AND old.replaced_by = $2 AND mine.region_id = $1 AND mine.batch = $2
       AND old.source = mine.source AND old.type = mine.type
       AND old.from_id = mine.from_id AND old.to_id = mine.to_id`,
    [region, batch, revision],
  )
  const { rows } = await db.query<{ stood: boolean }>(
    `UPDATE relation r SET revision = $3, replaced_by = NULL, retracted_at = coalesce(r.retracted_at, now())
     FROM relation before
     WHERE r.region_id = $1 AND r.batch = $2 AND before.region_id = $1 AND before.id = r.id
     RETURNING before.retracted_at IS NULL AS stood`,
    [region, batch, revision],
  )
  return rows.filter(({ stood }) => stood).length
}

/** Takes back single relations: somebody found them wrong. How many of them stood. */
export async function retractRelations(db: Db, region: number, ids: readonly string[]): Promise<number> {
  const revision = await nextRelationRevision(db, region)
  const { rowCount } = await db.query(
    `UPDATE relation SET retracted_at = now(), revision = $3
     WHERE region_id = $1 AND id = ANY ($2::uuid[]) AND retracted_at IS NULL`,
    [region, ids, revision],
  )
  return rowCount ?? 0
}

const COLUMNS = `id, type, weight, source, batch, import_row AS row, recorded_at AS "recordedAt",
  json_build_object('kind', from_kind, 'id', from_id) AS from,
  json_build_object('kind', to_kind, 'id', to_id) AS to`

/** All that stands and touches a resource, oldest first. */
export async function relationsOf(db: Db, region: number, resource: string): Promise<StoredRelation[]> {
  const { rows } = await db.query<StoredRelation>(
    `SELECT ${COLUMNS} FROM relation
     WHERE region_id = $1 AND retracted_at IS NULL AND (from_id = $2 OR to_id = $2)
     ORDER BY recorded_at, id`,
    [region, resource],
  )
  return rows
}

/** What stands of some types: what new ones are checked against. */
export async function standingRelations(
  db: Db,
  region: number,
  types: readonly string[],
): Promise<{ type: string; from: string; to: string }[]> {
  const { rows } = await db.query<{ type: string; from: string; to: string }>(
    `SELECT type, from_id AS from, to_id AS to FROM relation
     WHERE region_id = $1 AND type = ANY ($2::text[]) AND retracted_at IS NULL`,
    [region, types],
  )
  return rows
}

/** One writing at a time: the next waits until this transaction has ended, so that they are seen in their order. */
export async function nextRelationRevision(db: Db, region: number): Promise<bigint> {
  const { rows } = await db.query<{ revision: bigint }>(
    `INSERT INTO relation_revision (region_id, revision) VALUES ($1, 1)
     ON CONFLICT (region_id) DO UPDATE SET revision = relation_revision.revision + 1 RETURNING revision`,
    [region],
  )
  const [row] = rows
  if (row === undefined) throw new Error('an upsert returns its row')
  return row.revision
}
