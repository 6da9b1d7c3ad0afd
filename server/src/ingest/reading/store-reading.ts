import type { Article, Fact } from '@kehui/domain/ingest'
import { FILE_MOVES } from '@kehui/domain/ingest/batch'
import type { Db } from '../../database/pool.js'
import type { DocumentKind } from '../kind.js'
import type { ReadingJob } from './job.js'

/** A report whose text and figures follow in the same transaction. */
export async function insertOpenReport(
  db: Db,
  report: Pick<ReadingJob, 'region' | 'fileName' | 'hash' | 'byName'> & { readonly kind: DocumentKind },
): Promise<string> {
  const { rows } = await db.query<{ id: string }>(
    `INSERT INTO report (region_id, file_name, kind, content, articles, by_name, file_hash)
     VALUES ($1, $2, $3, '', '[]', $4, $5) RETURNING id`,
    [report.region, report.fileName, report.kind, report.byName, report.hash],
  )
  if (!rows[0]) throw new Error('an insert returns its row')
  return rows[0].id
}

/** The figures of a report from number `first` on. */
export async function insertFacts(
  db: Db,
  region: number,
  report: string,
  first: number,
  facts: readonly (Fact & { readonly article: string | null })[],
): Promise<void> {
  await db.query(
    `INSERT INTO report_fact (region_id, report_id, n, article, fact)
     SELECT $1, $2, $3 + f.n - 1, f.value ->> 'article', f.value - 'article'
     FROM jsonb_array_elements($4::jsonb) WITH ORDINALITY AS f (value, n)`,
    [region, report, first, JSON.stringify(facts)],
  )
}

export async function completeReport(
  db: Db,
  region: number,
  report: string,
  { content, articles }: { readonly content: string; readonly articles: readonly Article[] },
): Promise<void> {
  await db.query('UPDATE report SET content = $3, articles = $4 WHERE region_id = $1 AND id = $2', [
    region,
    report,
    content,
    JSON.stringify(articles),
  ])
}

/** False where the file was called off meanwhile. */
export async function finishFile(
  db: Db,
  { region, batch, n }: Pick<ReadingJob, 'region' | 'batch' | 'n'>,
  report: string,
): Promise<boolean> {
  const { rowCount } = await db.query(
    `UPDATE report_batch_file SET state = 'done', report_id = $4, changed_at = now()
     WHERE region_id = $1 AND batch_id = $2 AND n = $3 AND state = ANY ($5::text[])`,
    [region, batch, n, report, FILE_MOVES.finish.from],
  )
  return rowCount === 1
}
