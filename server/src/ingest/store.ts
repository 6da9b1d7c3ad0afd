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
  readonly byName: string
  readonly createdAt: Date
  readonly counts: ReportCounts
}

interface NewReport {
  readonly fileName: string
  readonly kind: DocumentKind
  readonly content: string
  readonly articles: readonly Article[]
  readonly facts: readonly (Fact & { readonly article: string | null })[]
  readonly byName: string
}

export async function insertReport(db: Db, region: number, report: NewReport): Promise<string> {
  const { rows } = await db.query<{ id: string }>(
    `WITH made AS (
       INSERT INTO report (region_id, file_name, kind, content, articles, by_name)
       VALUES ($1, $2, $3, $4, $5, $6) RETURNING id
     ), facts AS (
       INSERT INTO report_fact (region_id, report_id, n, article, fact)
       SELECT $1, made.id, f.n - 1, f.value ->> 'article', f.value - 'article'
       FROM made, jsonb_array_elements($7::jsonb) WITH ORDINALITY AS f (value, n)
     )
     SELECT id FROM made`,
    [
      region,
      report.fileName,
      report.kind,
      report.content,
      JSON.stringify(report.articles),
      report.byName,
      JSON.stringify(report.facts),
    ],
  )
  return rows[0]?.id ?? ''
}

const COUNTS = `(SELECT json_build_object('facts', count(*)::int,
    'accepted', (count(*) FILTER (WHERE f.state = 'accepted'))::int,
    'corrected', (count(*) FILTER (WHERE f.state = 'corrected'))::int,
    'rejected', (count(*) FILTER (WHERE f.state = 'rejected'))::int)
  FROM report_fact f WHERE f.region_id = r.region_id AND f.report_id = r.id) AS counts`
const COLUMNS = `r.id, r.file_name AS "fileName", r.kind, r.articles, r.by_name AS "byName",
  r.created_at AS "createdAt", ${COUNTS}`

export async function listReports(db: Db, region: number): Promise<StoredReport[]> {
  const { rows } = await db.query<StoredReport>(
    `SELECT ${COLUMNS} FROM report r WHERE r.region_id = $1 ORDER BY r.created_at DESC LIMIT 200`,
    [region],
  )
  return rows
}

export async function findReport(db: Db, region: number, id: string): Promise<StoredReport | undefined> {
  const { rows } = await db.query<StoredReport>(
    `SELECT ${COLUMNS} FROM report r WHERE r.region_id = $1 AND r.id = $2`,
    [region, id],
  )
  return rows[0]
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

export async function factsOf(db: Db, region: number, id: string): Promise<StoredFact[]> {
  const { rows } = await db.query<StoredFact>(
    `SELECT n, article, fact, state, correction, by_name AS "byName" FROM report_fact
     WHERE region_id = $1 AND report_id = $2 ORDER BY n`,
    [region, id],
  )
  return rows
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

/** Everything that was not rejected, for the table of indicators. */
export async function keptFacts(
  db: Db,
  region: number,
  checkedOnly: boolean,
): Promise<(StoredFact & { readonly report: string; readonly fileName: string })[]> {
  const { rows } = await db.query(
    `SELECT f.report_id AS report, r.file_name AS "fileName", f.n, f.article, f.fact, f.state, f.correction,
       f.by_name AS "byName"
     FROM report_fact f JOIN report r ON r.region_id = f.region_id AND r.id = f.report_id
     WHERE f.region_id = $1 AND f.state <> 'rejected' AND ($2 = false OR f.state <> 'read')
     ORDER BY r.created_at, f.report_id, f.n LIMIT 50000`,
    [region, checkedOnly],
  )
  return rows
}

export async function indicatorNames(db: Db, region: number): Promise<Map<string, string>> {
  const { rows } = await db.query<{ subject: string; indicator: string }>(
    'SELECT subject, indicator FROM indicator_name WHERE region_id = $1',
    [region],
  )
  return new Map(rows.map(({ subject, indicator }) => [subject, indicator]))
}

export async function nameIndicator(
  db: Db,
  region: number,
  named: { readonly subject: string; readonly indicator: string; readonly byName: string },
): Promise<void> {
  await db.query(
    `INSERT INTO indicator_name (region_id, subject, indicator, by_name) VALUES ($1, $2, $3, $4)
     ON CONFLICT (region_id, subject) DO UPDATE
     SET indicator = excluded.indicator, by_name = excluded.by_name, changed_at = now()`,
    [region, named.subject, named.indicator, named.byName],
  )
}
