import type { Cell } from '@kehui/domain/registry/fields'
import type { Db } from '../database/pool.js'
import { OPEN_STATES } from '../introductions/store.js'
import { chosenCells } from '../registry/chosen-cells.js'
import { importedRows } from '../registry/store-imported.js'

export interface StoredCandidate {
  readonly id: string
  readonly kind: string
  readonly name: string
  readonly place: string | null
  readonly sample: boolean
  readonly cells: ReadonlyMap<string, Cell>
  /** When the newest of what is known of it was observed. */
  readonly observedOn: string | null
  /** Introductions that wait for something, and how many it wants; null where it did not say. */
  readonly open: number
  readonly capacity: number | null
  readonly introduced: number
  readonly met: number
  readonly signed: number
}

type Row = Omit<StoredCandidate, 'cells' | 'observedOn'>

/** Those who may answer a need, with what introductions of theirs came to; what is gone is left out. */
export async function candidatesOf(
  db: Db,
  region: number,
  ids: readonly string[],
): Promise<Map<string, StoredCandidate>> {
  if (ids.length === 0) return new Map()
  const { rows } = await db.query<Row>(
    `SELECT s.id, s.kind, s.name, s.place, s.sample,
       coalesce(i.open, 0)::int AS open, c.capacity, coalesce(i.introduced, 0)::int AS introduced,
       coalesce(i.met, 0)::int AS met, coalesce(i.signed, 0)::int AS signed
     FROM subject s
     LEFT JOIN introduction_capacity c ON c.region_id = s.region_id AND c.subject_id = s.id
     LEFT JOIN (
       SELECT provider_id, count(*) FILTER (WHERE state = ANY ($3)) AS open,
         count(*) FILTER (WHERE state NOT IN ('proposed', 'withdrawn')) AS introduced,
         count(*) FILTER (WHERE state IN ('met', 'signed', 'closed')) AS met,
         count(*) FILTER (WHERE state = 'signed') AS signed
       FROM introduction WHERE region_id = $1 AND provider_id = ANY ($2::uuid[]) GROUP BY provider_id
     ) i ON i.provider_id = s.id
     WHERE s.region_id = $1 AND s.id = ANY ($2::uuid[]) AND s.merged_into IS NULL`,
    [region, ids, OPEN_STATES],
  )
  const imported = await importedRows(db, ids)
  const cells = chosenCells(imported)
  const observed = new Map<string, string>()
  for (const { subject, origin } of imported)
    if (origin.observedOn > (observed.get(subject) ?? '')) observed.set(subject, origin.observedOn)
  return new Map(
    rows.map((row) => [
      row.id,
      { ...row, cells: cells.get(row.id) ?? new Map(), observedOn: observed.get(row.id) ?? null },
    ]),
  )
}

/** Introductions since a day, by the county of who was brought in. */
export async function introductionsByCounty(
  db: Db,
  region: number,
  since: string,
): Promise<Map<string, number>> {
  const { rows } = await db.query<{ county: string; count: number }>(
    `SELECT left(s.place, 6) AS county, count(*)::int AS count
     FROM introduction i JOIN subject s ON s.id = i.provider_id
     WHERE i.region_id = $1 AND i.created_at >= $2::date AND s.place IS NOT NULL GROUP BY 1`,
    [region, since],
  )
  return new Map(rows.map(({ county, count }) => [county, count]))
}
