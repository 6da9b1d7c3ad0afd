import type { Cell } from '@kehui/domain/packs/package'
import type { Verdict } from '@kehui/domain/rules'
import type { Db } from '../database/pool.js'
import type { Scope } from './scope.js'
import { type Basis, type Cells, STALE } from './store.js'
import { fromScope, PLACES_OF_COMPANIES, Values } from './store-scope.js'

export type Sort = 'near' | 'certain' | 'possible' | 'name'

const ORDER: Readonly<Record<Sort, string>> = {
  near: 'a.nearness NULLS LAST, a.possible_fen DESC',
  certain: 'a.certain_fen DESC NULLS LAST',
  possible: 'a.possible_fen DESC NULLS LAST',
  name: 's.name',
}

export interface MatrixRow {
  readonly id: string
  readonly name: string
  readonly creditCode: string | null
  readonly place: string | null
  readonly cells: Cells | null
  readonly certainFen: string | null
  readonly possibleFen: string | null
}

export async function scopeTotals(
  db: Db,
  region: number,
  { on, hash }: Basis,
  scope: Scope,
): Promise<{ total: number; pending: number }> {
  const values = new Values(region, on, hash)
  const { rows } = await db.query<{ total: number; pending: number }>(
    `SELECT count(*)::int AS total, count(*) FILTER (WHERE ${STALE})::int AS pending ${fromScope(scope, values)}`,
    values.list,
  )
  return rows[0] ?? { total: 0, pending: 0 }
}

/** How many companies came to which verdict of each programme. */
export async function verdictCounts(
  db: Db,
  region: number,
  scope: Scope,
): Promise<{ programme: string; verdict: Verdict; count: number }[]> {
  const values = new Values(region)
  const { rows } = await db.query<{ programme: string; verdict: Verdict; count: number }>(
    `WITH chosen AS MATERIALIZED (SELECT a.met, a.open, a.unmet ${fromScope(scope, values)} AND a.met IS NOT NULL)
     SELECT programme, verdict, count(*)::int AS count FROM (
       SELECT unnest(met) AS programme, 'yes' AS verdict FROM chosen
       UNION ALL SELECT unnest(open), 'unknown' FROM chosen
       UNION ALL SELECT unnest(unmet), 'no' FROM chosen
     ) AS each GROUP BY programme, verdict`,
    values.list,
  )
  return rows
}

export interface Window {
  readonly limit: number
  readonly offset: number
}

export async function orderedIds(
  db: Db,
  region: number,
  scope: Scope,
  sort: Sort,
  { limit, offset }: Window,
): Promise<string[]> {
  const values = new Values(region)
  const from = fromScope(scope, values)
  const { rows } = await db.query<{ id: string }>(
    `SELECT s.id ${from} ORDER BY ${ORDER[sort]}, s.name, s.id
     LIMIT ${values.add(limit)} OFFSET ${values.add(offset)}`,
    values.list,
  )
  return rows.map(({ id }) => id)
}

/** One programme for every company of the scope, by name: to be sorted by what it came to. */
export async function cellsOfProgramme(
  db: Db,
  region: number,
  scope: Scope,
  programme: string,
): Promise<{ id: string; cell: Cell | null }[]> {
  const values = new Values(region)
  const from = fromScope(scope, values)
  const { rows } = await db.query<{ id: string; cell: Cell | null }>(
    `SELECT s.id, a.cells -> ${values.add(programme)} AS cell ${from} ORDER BY s.name, s.id`,
    values.list,
  )
  return rows
}

/** In the order of the ids. */
export async function matrixRows(db: Db, region: number, ids: readonly string[]): Promise<MatrixRow[]> {
  const { rows } = await db.query<MatrixRow>(
    `SELECT s.id, s.name, s.credit_code AS "creditCode", s.place, a.cells,
       a.certain_fen::text AS "certainFen", a.possible_fen::text AS "possibleFen"
     FROM unnest($2::uuid[]) WITH ORDINALITY AS wanted (id, nth)
     JOIN subject s ON s.id = wanted.id AND s.region_id = $1
     LEFT JOIN assessment a ON a.region_id = s.region_id AND a.subject_id = s.id
     ORDER BY wanted.nth`,
    [region, ids],
  )
  return rows
}

export async function placesOfCompanies(db: Db, region: number): Promise<{ place: string; count: number }[]> {
  const { rows } = await db.query<{ place: string; count: number }>(PLACES_OF_COMPANIES, [region])
  return rows
}
