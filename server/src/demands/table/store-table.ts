import type { Db } from '../../database/pool.js'

export interface StoredDemandImport {
  readonly id: string
  readonly fileName: string
  readonly needs: number
  readonly refused: number
  readonly by: string
  readonly at: Date
  readonly undoneBy: string | null
  readonly undoneAt: Date | null
}

const COLUMNS = `i.id, i.file_name AS "fileName", i.refused, i.by_name AS by, i.at, i.undone_by AS "undoneBy",
  i.undone_at AS "undoneAt",
  (SELECT count(*)::int FROM demand d WHERE d.region_id = i.region_id AND d.import_id = i.id) AS needs`

export async function insertDemandImport(
  db: Db,
  region: number,
  { fileName, refused, by }: Pick<StoredDemandImport, 'fileName' | 'refused' | 'by'>,
): Promise<string> {
  const { rows } = await db.query<{ id: string }>(
    `INSERT INTO demand_import (region_id, file_name, refused, by_name) VALUES ($1, $2, $3, $4) RETURNING id`,
    [region, fileName, refused, by],
  )
  return rows[0]?.id ?? ''
}

export async function listDemandImports(db: Db, region: number): Promise<StoredDemandImport[]> {
  const { rows } = await db.query<StoredDemandImport>(
    `SELECT ${COLUMNS} FROM demand_import i WHERE i.region_id = $1 ORDER BY i.at DESC LIMIT 100`,
    [region],
  )
  return rows
}

/** Nobody else can take it back until the transaction ends. */
export async function findDemandImport(
  db: Db,
  region: number,
  id: string,
): Promise<StoredDemandImport | null> {
  const { rows } = await db.query<StoredDemandImport>(
    `SELECT ${COLUMNS} FROM demand_import i WHERE i.region_id = $1 AND i.id = $2 FOR UPDATE OF i`,
    [region, id],
  )
  return rows[0] ?? null
}

/** What nobody has worked on since goes, with what was told of it; what stays. */
export async function removeUntouched(
  db: Db,
  region: number,
  id: string,
): Promise<{ removed: number; kept: { id: string; title: string }[] }> {
  const { rows } = await db.query<{ id: string }>(
    `DELETE FROM demand d WHERE d.region_id = $1 AND d.import_id = $2 AND d.revision = 0
       AND d.state IN ('draft', 'published')
       AND NOT EXISTS (SELECT FROM introduction i WHERE i.region_id = d.region_id AND i.demand_id = d.id)
       AND NOT EXISTS (SELECT FROM demand_event e WHERE e.region_id = d.region_id AND e.demand_id = d.id
         AND e.action NOT IN ('create', 'publish'))
     RETURNING d.id`,
    [region, id],
  )
  await db.query(
    `DELETE FROM notice WHERE region_id = $1 AND kind = 'match' AND content ->> 'demand' = ANY ($2::text[])`,
    [region, rows.map((row) => row.id)],
  )
  const kept = await db.query<{ id: string; title: string }>(
    `SELECT id, content ->> 'title' AS title FROM demand WHERE region_id = $1 AND import_id = $2 ORDER BY id`,
    [region, id],
  )
  return { removed: rows.length, kept: kept.rows }
}

export async function setDemandImportUndone(db: Db, region: number, id: string, by: string): Promise<void> {
  await db.query(
    'UPDATE demand_import SET undone_by = $3, undone_at = now() WHERE region_id = $1 AND id = $2',
    [region, id, by],
  )
}

/** Titles of what these companies ask for and that is not over: the same is not entered twice. */
export async function openTitles(
  db: Db,
  region: number,
  companies: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await db.query<{ company: string; title: string; id: string }>(
    `SELECT subject_id AS company, content ->> 'title' AS title, id FROM demand
     WHERE region_id = $1 AND subject_id = ANY ($2::uuid[]) AND state IN ('draft', 'published', 'paused')`,
    [region, companies],
  )
  return new Map(rows.map(({ company, title, id }) => [`${company}\n${title}`, id]))
}
