import type { Cell } from '@kehui/domain/registry/fields'
import type { Db } from '../../database/pool.js'

/** Rows of a batch, numbered as they come. */
export async function insertImportedRows(
  db: Db,
  region: number,
  { no, sourceId }: { readonly no: string; readonly sourceId: number },
  rows: readonly {
    readonly subject: string
    readonly key: string
    readonly cells: readonly (Cell | null)[]
  }[],
): Promise<void> {
  await db.query(
    `INSERT INTO imported_row (region_id, import_no, row, subject_id, source_id, key, cells)
     SELECT $1, $2, given.row, given.subject, $3, given.key, given.cells
     FROM unnest($4::uuid[], $5::text[], $6::json[]) WITH ORDINALITY AS given (subject, key, cells, row)`,
    [
      region,
      no,
      sourceId,
      rows.map(({ subject }) => subject),
      rows.map(({ key }) => key),
      rows.map(({ cells }) => JSON.stringify(cells)),
    ],
  )
}
