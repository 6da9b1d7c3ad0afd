import type { LayoutColumn, Standing } from '@kehui/domain/registry/facts'
import type { Cell } from '@kehui/domain/registry/fields'
import type { Db } from '../database/pool.js'

/** Where the rows of an import come from, and what their cells are. */
export interface ImportOrigin {
  readonly no: string
  readonly target: string
  readonly layout: readonly LayoutColumn[]
  readonly sourceId: number
  readonly source: string
  readonly standing: Standing
  readonly confidence: number
  /** YYYY-MM-DD */
  readonly observedOn: string
  /** ISO 8601 */
  readonly recordedAt: string
  readonly fileName: string | null
}

export interface ImportedRow {
  readonly subject: string
  readonly row: number
  readonly year: number | null
  readonly key: string | null
  readonly cells: readonly (Cell | null)[]
  readonly origin: ImportOrigin
}

type Row = Omit<ImportedRow, 'origin'> & { readonly no: string }

/** Every imported row of these subjects that holds. */
export async function importedRows(db: Db, subjects: readonly string[]): Promise<ImportedRow[]> {
  if (subjects.length === 0) return []
  const { rows } = await db.query<Row>(
    `SELECT subject_id AS subject, import_no::text AS no, row, year, key, cells
     FROM imported_row WHERE subject_id = ANY ($1::uuid[]) AND retracted_at IS NULL`,
    [subjects],
  )
  if (rows.length === 0) return []
  const origins = await importOrigins(db, [...new Set(rows.map(({ no }) => no))])
  return rows.flatMap(({ no, ...row }) => {
    const origin = origins.get(no)
    return origin ? [{ ...row, origin }] : []
  })
}

/** Of those imports that are committed; what was undone holds nothing. */
async function importOrigins(db: Db, numbers: readonly string[]): Promise<Map<string, ImportOrigin>> {
  const { rows } = await db.query<ImportOrigin>(
    `SELECT i.no::text AS no, i.target, i.layout, i.source_id AS "sourceId", s.name AS source, s.standing,
            s.confidence, i.observed_on AS "observedOn", i.file_name AS "fileName",
            to_char(i.committed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "recordedAt"
     FROM resource_import i JOIN resource_source s ON s.region_id = i.region_id AND s.id = i.source_id
     WHERE i.no = ANY ($1::bigint[]) AND i.status = 'committed'`,
    [numbers],
  )
  return new Map(rows.map((row) => [row.no, row]))
}
