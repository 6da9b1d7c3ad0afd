import type { ChainNode, ChainRelation } from '@kehui/domain/registry/chain'
import type { Db } from '../../database/pool.js'

/** How far somebody has read: relations by their revision, the registry by the last of its changes. */
export interface Standing {
  readonly revision: bigint
  readonly change: bigint
}

/** The region that is served, the pack that describes it, and how far it was written: all that every reader asks first. */
export interface Served extends Standing {
  readonly region: number
  readonly pack: string
}

export async function servedNow(db: Db): Promise<Served | null> {
  const { rows } = await db.query<Served>({
    name: 'chain-served',
    text: `SELECT r.id AS region, r.pack,
        coalesce((SELECT revision FROM relation_revision WHERE region_id = r.id), 0) AS revision,
        coalesce((SELECT max(id) FROM registry_change WHERE region_id = r.id), 0) AS change
      FROM region r ORDER BY r.served_at DESC, r.id LIMIT 1`,
  })
  return rows[0] ?? null
}

export interface RelationState extends ChainRelation {
  readonly id: string
  readonly stands: boolean
}

/** What was written of relations after a revision, oldest first; from the beginning, only what stands. */
export async function relationsSince(db: Db, region: number, revision: bigint): Promise<RelationState[]> {
  const { rows } = await db.query<RelationState>(
    `SELECT id, type, from_id AS from, to_id AS to, weight, retracted_at IS NULL AS stands FROM relation
     WHERE region_id = $1 AND revision > $2 AND ($2 > 0 OR retracted_at IS NULL)
     ORDER BY recorded_at, id`,
    [region, revision],
  )
  return rows
}

const NODE = 'id, kind, name, place, sample'

/** Every product and industry: a link without any relation is a gap as well. */
export async function chainLinks(db: Db, region: number): Promise<ChainNode[]> {
  const { rows } = await db.query<ChainNode>(
    `SELECT ${NODE} FROM subject WHERE region_id = $1 AND kind IN ('product', 'industry') AND merged_into IS NULL ORDER BY name, id`,
    [region],
  )
  return rows
}

export async function chainNodes(db: Db, region: number, ids: readonly string[]): Promise<ChainNode[]> {
  const { rows } = await db.query<ChainNode>(
    `SELECT ${NODE} FROM subject WHERE region_id = $1 AND id = ANY ($2::uuid[])`,
    [region, ids],
  )
  return rows
}

export interface RegistryChange {
  readonly id: bigint
  /** Subjects that were written; null where an import wrote too many to be listed. */
  readonly subjects: readonly string[] | null
}

/** A change may be seen before one with a smaller number: whoever follows reads a little back, and skips what is known. */
export async function changesFrom(db: Db, region: number, from: bigint): Promise<RegistryChange[]> {
  const { rows } = await db.query<RegistryChange>(
    `SELECT id, CASE WHEN import_no IS NULL THEN subjects END AS subjects FROM registry_change
     WHERE region_id = $1 AND id > $2 ORDER BY id`,
    [region, from],
  )
  return rows
}
