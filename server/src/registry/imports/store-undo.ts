import type { Db } from '../../database/pool.js'

const PAGE = 5000

/** Subjects that the import says something of and did not enter, a page at a time. Run it in a transaction. */
export async function* touchedSubjects(db: Db, region: number, no: string): AsyncIterable<string[]> {
  await db.query(
    `CREATE TEMPORARY TABLE touched ON COMMIT DROP AS
     SELECT DISTINCT r.subject_id AS id FROM imported_row r JOIN subject s ON s.id = r.subject_id
     WHERE r.region_id = $1 AND r.import_no = $2 AND s.import_no IS DISTINCT FROM $2`,
    [region, no],
  )
  await db.query('DECLARE touched_ids NO SCROLL CURSOR FOR SELECT id FROM touched ORDER BY id')
  for (;;) {
    const { rows } = await db.query<{ id: string }>(`FETCH ${PAGE} FROM touched_ids`)
    if (rows.length === 0) break
    yield rows.map(({ id }) => id)
  }
  await db.query('CLOSE touched_ids')
  await db.query('DROP TABLE touched')
}

/** What is made anew from what is known goes with its subject. */
const FOLLOWING = new Set(['assessment', 'assessment_change', 'notice', 'standing_match', 'subject_pack'])
const HOLDS_WHILE: Readonly<Record<string, string>> = {
  observation: 'AND h.retracted_at IS NULL',
  record_row: 'AND h.retracted_at IS NULL',
}

type Referring = readonly { readonly table: string; readonly column: string }[]

/** That neither a committed row nor anything that somebody wrote of a subject `s` holds it; a person did not enter it. */
function isUnheld(references: Referring): string {
  const held = references
    .filter(({ table }) => !FOLLOWING.has(table))
    .map(
      ({ table, column }) =>
        `AND NOT EXISTS (SELECT FROM ${table} h WHERE h.${column} = s.id ${HOLDS_WHILE[table] ?? ''})`,
    )
  return `s.import_no IS NOT NULL
       AND NOT EXISTS (SELECT FROM imported_row h
         JOIN resource_import i ON i.region_id = h.region_id AND i.no = h.import_no
         WHERE h.subject_id = s.id AND h.retracted_at IS NULL AND i.status = 'committed')
       AND NOT EXISTS (SELECT FROM relation h WHERE h.region_id = s.region_id
         AND (h.from_id = s.id OR h.to_id = s.id) AND h.retracted_at IS NULL)
       ${held.join('\n')}`
}

/**
 * Removes subjects of the import that no committed import entered and that nothing holds, neither a committed row nor
 * anything that somebody wrote of them since; how many. Run it after the import was set undone.
 */
export async function removeUnheld(
  db: Db,
  region: number,
  no: string,
  references: Referring,
): Promise<number> {
  const { rowCount } = await db.query(
    `DELETE FROM subject s USING (
       SELECT id FROM subject WHERE region_id = $1 AND import_no = $2
       UNION
       SELECT r.subject_id FROM imported_row r WHERE r.region_id = $1 AND r.import_no = $2
     ) mine
     WHERE s.id = mine.id AND NOT EXISTS (SELECT FROM resource_import i
         WHERE i.region_id = s.region_id AND i.no = s.import_no AND i.status = 'committed')
       AND ${isUnheld(references)}`,
    [region, no],
  )
  return rowCount ?? 0
}

/** Removes those of these subjects that nothing holds, and says which. */
export async function removeUnheldOf(
  db: Db,
  region: number,
  ids: readonly string[],
  references: Referring,
): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `DELETE FROM subject s WHERE region_id = $1 AND id = ANY ($2::uuid[]) AND ${isUnheld(references)} RETURNING id`,
    [region, ids],
  )
  return rows.map(({ id }) => id)
}

/** Of those that the import entered: the ones that stay, since something holds them. */
export async function keptOf(db: Db, region: number, no: string): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    'SELECT id FROM subject WHERE region_id = $1 AND import_no = $2 ORDER BY id',
    [region, no],
  )
  return rows.map(({ id }) => id)
}

/** How many subjects the import entered. */
export async function countEntered(db: Db, region: number, no: string): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM subject WHERE region_id = $1 AND import_no = $2',
    [region, no],
  )
  return rows[0]?.count ?? 0
}
