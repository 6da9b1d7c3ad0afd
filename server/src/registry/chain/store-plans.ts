import { randomUUID } from 'node:crypto'
import type { Db } from '../../database/pool.js'
import { recordChange } from '../store-changes.js'

export interface NewResource {
  readonly kind: string
  readonly name: string
  /** The code that only one of its kind has; what has none is known by its name. */
  readonly code?: string | null
  readonly place?: string | null
  readonly sample: boolean
  /** Where programmes can be for it. */
  readonly audience?: string | null
}

interface Known {
  readonly id: string
  readonly kind: string
  readonly name: string
  readonly code: string | null
}

/** The ids of these resources by kind and name; those that are not there are entered. What has a code takes the name given. */
export async function ensureResources(
  db: Db,
  region: number,
  given: readonly NewResource[],
): Promise<Map<string, string>> {
  const { rows: known } = await db.query<Known>(
    `SELECT s.id, s.kind, s.name, s.code FROM subject s
     JOIN (SELECT DISTINCT * FROM unnest($2::text[], $3::text[], $4::text[]) AS g (kind, name, code)) g
       ON s.kind = g.kind AND (CASE WHEN g.code IS NULL THEN s.name = g.name ELSE s.code = g.code END)
     WHERE s.region_id = $1 ORDER BY s.created_at, s.id`,
    [region, given.map((g) => g.kind), given.map((g) => g.name), given.map((g) => g.code ?? null)],
  )
  const byCode = new Map(known.map((k) => [`${k.kind} ${k.code}`, k]))
  const byName = new Map(known.map((k) => [`${k.kind} ${k.name}`, k]))
  const ids = new Map<string, string>()
  const missing: (NewResource & { id: string })[] = []
  for (const resource of given) {
    const key = keyOf(resource)
    const found = resource.code ? byCode.get(`${resource.kind} ${resource.code}`) : byName.get(key)
    if (!found && !ids.has(key)) missing.push({ ...resource, id: randomUUID() })
    ids.set(key, found?.id ?? missing.at(-1)?.id ?? '')
  }
  await insertResources(db, region, missing)
  return ids
}

export function keyOf({ kind, name }: Pick<NewResource, 'kind' | 'name'>): string {
  return `${kind} ${name}`
}

async function insertResources(
  db: Db,
  region: number,
  resources: readonly (NewResource & { readonly id: string })[],
): Promise<void> {
  if (resources.length === 0) return
  await db.query(
    `INSERT INTO subject (id, region_id, kind, name, code, place, sample, audience)
     SELECT id, $1, kind, name, code, place, sample, audience
     FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::boolean[], $8::text[])
       AS given (id, kind, name, code, place, sample, audience)`,
    [
      region,
      resources.map((r) => r.id),
      resources.map((r) => r.kind),
      resources.map((r) => r.name),
      resources.map((r) => r.code ?? null),
      resources.map((r) => r.place ?? null),
      resources.map((r) => r.sample),
      resources.map((r) => r.audience ?? null),
    ],
  )
  await recordChange(db, region, { what: 'written', subjects: resources.map((r) => r.id) })
}

/** What stands of one source. */
export async function relationsFrom(
  db: Db,
  region: number,
  source: string,
): Promise<{ id: string; type: string; from: string; to: string }[]> {
  const { rows } = await db.query<{ id: string; type: string; from: string; to: string }>(
    `SELECT id, type, from_id AS from, to_id AS to FROM relation
     WHERE region_id = $1 AND source = $2 AND retracted_at IS NULL`,
    [region, source],
  )
  return rows
}
