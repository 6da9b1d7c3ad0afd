import type { Article, Fact } from '@kehui/domain/ingest'
import type { Db } from '../database/pool.js'
import type { DocumentKind } from './kind.js'
import type { Correction, FactState, ReportCounts } from './schema.js'

export interface StoredFact {
  readonly n: number
  readonly article: string | null
  readonly fact: Fact
  readonly state: FactState
  readonly correction: Correction | null
  readonly byName: string | null
}

export interface StoredReport {
  readonly id: string
  readonly fileName: string
  readonly kind: DocumentKind
  readonly articles: readonly Article[]
  /** How many; of those that are listed they themselves are not read. */
  readonly articleCount: number
  readonly byName: string
  readonly createdAt: Date
  /** Withdrawn, it counts nowhere. */
  readonly withdrawnAt: Date | null
  readonly withdrawnBy: string | null
  readonly counts: ReportCounts
}

export type ListedReport = Omit<StoredReport, 'articles'>

const COUNTS = `(SELECT json_build_object('facts', count(*)::int,
    'accepted', (count(*) FILTER (WHERE f.state = 'accepted'))::int,
    'corrected', (count(*) FILTER (WHERE f.state = 'corrected'))::int,
    'rejected', (count(*) FILTER (WHERE f.state = 'rejected'))::int)
  FROM report_fact f WHERE f.region_id = r.region_id AND f.report_id = r.id) AS counts`
const COLUMNS = `r.id, r.file_name AS "fileName", r.kind,
  jsonb_array_length(r.articles) AS "articleCount", r.by_name AS "byName",
  r.created_at AS "createdAt", r.withdrawn_at AS "withdrawnAt", r.withdrawn_by AS "withdrawnBy", ${COUNTS}`

/** Those in use or those that were withdrawn, the latest first. */
export async function listReports(db: Db, region: number, withdrawn = false): Promise<ListedReport[]> {
  const { rows } = await db.query<ListedReport>(
    `SELECT ${COLUMNS} FROM report r WHERE r.region_id = $1 AND (r.withdrawn_at IS NOT NULL) = $2
     ORDER BY r.created_at DESC LIMIT 200`,
    [region, withdrawn],
  )
  return rows
}

export async function findReport(db: Db, region: number, id: string): Promise<StoredReport | undefined> {
  const { rows } = await db.query<StoredReport>(
    `SELECT ${COLUMNS}, r.articles FROM report r WHERE r.region_id = $1 AND r.id = $2`,
    [region, id],
  )
  return rows[0]
}

/** Withdraws a report or brings it back; false where it is so already. */
export async function setWithdrawn(
  db: Db,
  region: number,
  id: string,
  { withdrawn, byName }: { readonly withdrawn: boolean; readonly byName: string },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `UPDATE report SET withdrawn_at = CASE WHEN $3 THEN now() END, withdrawn_by = CASE WHEN $3 THEN $4 END
     WHERE region_id = $1 AND id = $2 AND (withdrawn_at IS NULL) = $3`,
    [region, id, withdrawn, byName],
  )
  return rowCount === 1
}

/** Code points `start` to `end` of a report's text; all of it without them. */
export async function reportText(
  db: Db,
  region: number,
  id: string,
  start = 0,
  end?: number,
): Promise<string> {
  const { rows } = await db.query<{ text: string }>(
    'SELECT substr(content, $3 + 1, $4) AS text FROM report WHERE region_id = $1 AND id = $2',
    [region, id, start, end === undefined ? 2_000_000_000 - start : end - start],
  )
  return rows[0]?.text ?? ''
}

const FACT = `SELECT n, article, fact, state, correction, by_name AS "byName" FROM report_fact
  WHERE region_id = $1 AND report_id = $2`

/** The figures between two places of a report, in the order in which they were read. */
export async function factsBetween(
  db: Db,
  region: number,
  id: string,
  { start, end }: { readonly start: number; readonly end: number },
): Promise<StoredFact[]> {
  const { rows } = await db.query<StoredFact>(
    `${FACT} AND (fact ->> 'valueStart')::int >= $3 AND (fact ->> 'valueEnd')::int <= $4 ORDER BY n`,
    [region, id, start, end],
  )
  return rows
}

export async function findFact(
  db: Db,
  region: number,
  { report, n }: { readonly report: string; readonly n: number },
): Promise<StoredFact | null> {
  const { rows } = await db.query<StoredFact>(`${FACT} AND n = $3`, [region, report, n])
  return rows[0] ?? null
}

/** How many figures begin from each place on and before the next; `starts` ascend. */
export async function countFactsFrom(
  db: Db,
  region: number,
  id: string,
  starts: readonly number[],
): Promise<number[]> {
  const { rows } = await db.query<{ at: number; count: number }>(
    `SELECT width_bucket((fact ->> 'valueStart')::int, $3::int[]) AS at, count(*)::int AS count
     FROM report_fact WHERE region_id = $1 AND report_id = $2 GROUP BY 1`,
    [region, id, starts],
  )
  const counts = new Map(rows.map(({ at, count }) => [at - 1, count]))
  return starts.map((_, i) => counts.get(i) ?? 0)
}

/** False where there is no such fact. */
export async function decideFact(
  db: Db,
  region: number,
  at: { readonly report: string; readonly n: number },
  decided: { readonly state: FactState; readonly correction: Correction | null; readonly byName: string },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `UPDATE report_fact SET state = $4, correction = $5, by_name = $6, decided_at = now()
     WHERE region_id = $1 AND report_id = $2 AND n = $3`,
    [
      region,
      at.report,
      at.n,
      decided.state,
      decided.correction === null ? null : JSON.stringify(decided.correction),
      decided.byName,
    ],
  )
  return rowCount === 1
}

/** More figures than this are not held at once: the earliest reports are left out, and that is told. */
export const MOST_KEPT = 50_000

interface KeptAsk {
  readonly checkedOnly: boolean
  /** Of these reports alone. */
  readonly reports?: readonly string[]
}

const KEPT = `f.region_id = $1 AND r.withdrawn_at IS NULL AND f.state <> 'rejected'
  AND ($2 = false OR f.state <> 'read') AND ($3::uuid[] IS NULL OR f.report_id = ANY ($3))`

/** Everything that was not rejected, in the order of the reports. */
export async function keptFacts(
  db: Db,
  region: number,
  { checkedOnly, reports }: KeptAsk,
): Promise<(StoredFact & { readonly report: string; readonly fileName: string })[]> {
  const { rows } = await db.query(
    `SELECT f.report_id AS report, r.file_name AS "fileName", f.n, f.article, f.fact, f.state, f.correction,
       f.by_name AS "byName"
     FROM report_fact f JOIN report r ON r.region_id = f.region_id AND r.id = f.report_id
     WHERE ${KEPT} ORDER BY r.created_at DESC, f.report_id DESC, f.n DESC LIMIT ${MOST_KEPT}`,
    [region, checkedOnly, reports ?? null],
  )
  return rows.reverse()
}

export async function countKept(db: Db, region: number, { checkedOnly, reports }: KeptAsk): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    `SELECT count(*)::int AS count
     FROM report_fact f JOIN report r ON r.region_id = f.region_id AND r.id = f.report_id WHERE ${KEPT}`,
    [region, checkedOnly, reports ?? null],
  )
  return rows[0]?.count ?? 0
}
