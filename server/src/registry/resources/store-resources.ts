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
    } = $3`,
    values: [region, kind.id, code],
  })
  return rows[0] ?? null
}
