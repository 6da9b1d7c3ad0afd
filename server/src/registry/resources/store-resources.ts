import type { Kind } from '@kehui/domain/registry/kinds'
import type { Db } from '../../database/pool.js'
import { hasCreditCode } from '../imports/store-known.js'

export interface StoredResource {
  readonly id: string
  readonly kind: string
  readonly name: string
  readonly code: string | null
  readonly place: string | null
  readonly sample: boolean
  readonly createdAt: Date
}

const COLUMNS = `id, kind, name, coalesce(code, credit_code) AS code, place, sample, created_at AS "createdAt"`

/** The one resource of a kind with this official identifier. */
export async function findByCode(
  db: Db,
  region: number,
  kind: Kind,
  code: string,
): Promise<StoredResource | null> {
  const credit = hasCreditCode(kind)
  // Named, so that the server plans it once a connection.
  const { rows } = await db.query<StoredResource>({
    name: credit ? 'resource-by-credit-code' : 'resource-by-code',
    text: `SELECT ${COLUMNS} FROM subject WHERE region_id = $1 AND kind = $2 AND ${
      credit ? 'credit_code' : 'code'
    } = $3 AND merged_into IS NULL`,
    values: [region, kind.id, code],
  })
  return rows[0] ?? null
}

export interface ResourceFilter {
  readonly kind: string
  readonly code?: string | undefined
  readonly name?: string | undefined
  /** Codes of a place and all within it begin with this. */
  readonly placePrefix?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
}

/** Resources of a kind by their id: pages stay right while others are entered. */
export async function listResources(
  db: Db,
  region: number,
  { kind, code, name, placePrefix, after, limit }: ResourceFilter,
): Promise<StoredResource[]> {
  const { rows } = await db.query<StoredResource>(
    `SELECT ${COLUMNS} FROM subject
     WHERE region_id = $1 AND kind = $2 AND merged_into IS NULL
       AND ($3::text IS NULL OR (kind = $2 AND code = $3) OR credit_code = $3)
       AND ($4::text IS NULL OR name = $4) AND ($5::text IS NULL OR starts_with(place, $5))
       AND ($6::uuid IS NULL OR id > $6)
     ORDER BY id LIMIT $7`,
    [region, kind, code ?? null, name ?? null, placePrefix ?? null, after ?? null, limit],
  )
  return rows
}

/** Whoever was merged into another is that other now. */
export async function findResource(db: Db, region: number, id: string): Promise<StoredResource | null> {
  const { rows } = await db.query<StoredResource>(
    `SELECT ${COLUMNS} FROM subject WHERE region_id = $1
       AND id = coalesce((SELECT merged_into FROM subject WHERE region_id = $1 AND id = $2), $2)`,
    [region, id],
  )
  return rows[0] ?? null
}

export async function countByKind(db: Db, region: number): Promise<Map<string, number>> {
  const { rows } = await db.query<{ kind: string; count: number }>(
    'SELECT kind, count(*)::int AS count FROM subject WHERE region_id = $1 AND merged_into IS NULL GROUP BY kind',
    [region],
  )
  return new Map(rows.map(({ kind, count }) => [kind, count]))
}
