import type { Db } from '../../database/pool.js'

export interface Holder {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly place: string | null
  readonly sample: boolean
}

const ORGANISATIONS = ['institution', 'enterprise', 'platform', 'incubator', 'financier']

export async function kindsOf(db: Db, region: number, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await db.query<{ id: string; kind: string }>(
    'SELECT id, kind FROM subject WHERE region_id = $1 AND id = ANY ($2::uuid[])',
    [region, ids],
  )
  return new Map(rows.map(({ id, kind }) => [id, kind]))
}

/** By name, or by credit code, with plain brackets: the one organisation that is called so. */
export async function organisationsCalled(
  db: Db,
  region: number,
  keys: readonly string[],
): Promise<Map<string, Holder>> {
  if (keys.length === 0) return new Map()
  const { rows } = await db.query<Holder & { key: string }>(
    `SELECT k.key, s.id, s.name, s.kind, s.place, s.sample
     FROM unnest($2::text[]) AS k (key)
     JOIN subject s ON s.region_id = $1 AND s.kind = ANY ($3::text[]) AND s.merged_into IS NULL
       AND (s.name IN (k.key, translate(k.key, '()', '（）')) OR s.credit_code = k.key)`,
    [region, keys, ORGANISATIONS],
  )
  return single(rows.map(({ key, ...holder }) => [key, holder]))
}

/** Who owns it by a relation, or is the only one that makes it. */
export async function relatedHolders(
  db: Db,
  region: number,
  ids: readonly string[],
): Promise<Map<string, Holder>> {
  if (ids.length === 0) return new Map()
  const { rows } = await db.query<Holder & { of: string }>(
    `SELECT r.from_id AS of, s.id, s.name, s.kind, s.place, s.sample
     FROM relation r JOIN subject s ON s.id = r.to_id
     WHERE r.region_id = $1 AND r.type = 'owned-by' AND r.retracted_at IS NULL AND r.from_id = ANY ($2::uuid[])
       AND s.kind = ANY ($3::text[])
     UNION
     SELECT r.to_id, s.id, s.name, s.kind, s.place, s.sample
     FROM relation r JOIN subject s ON s.id = r.from_id
     WHERE r.region_id = $1 AND r.type = 'produces' AND r.retracted_at IS NULL AND r.to_id = ANY ($2::uuid[])
       AND s.kind = ANY ($3::text[])`,
    [region, ids, ORGANISATIONS],
  )
  return single(rows.map(({ of, ...holder }) => [of, holder]))
}

/** What two claim is left out. */
function single(found: readonly (readonly [string, Holder])[]): Map<string, Holder> {
  const holders = new Map<string, Holder | null>()
  for (const [key, holder] of found) holders.set(key, holders.has(key) ? null : holder)
  return new Map([...holders].flatMap(([key, holder]) => (holder ? [[key, holder] as const] : [])))
}
