import type { Cell } from '@kehui/domain/registry/fields'
import type { Db } from '../database/pool.js'
import { chosenCells } from '../registry/chosen-cells.js'
import { importedRows } from '../registry/store-imported.js'

export interface RegistryResource {
  readonly id: string
  readonly name: string
  readonly place: string | null
  readonly cells: ReadonlyMap<string, Cell>
}

const PAGE = 1_000

/** Resources of a kind by rising id, with what is known of them. */
export async function resourcesOfKind(
  db: Db,
  region: number,
  kind: string,
  limit: number,
): Promise<RegistryResource[]> {
  const { rows } = await db.query<Omit<RegistryResource, 'cells'>>(
    `SELECT id, name, place FROM subject WHERE region_id = $1 AND kind = $2 AND merged_into IS NULL
     ORDER BY id LIMIT $3`,
    [region, kind, limit],
  )
  const found: RegistryResource[] = []
  for (let from = 0; from < rows.length; from += PAGE) {
    const page = rows.slice(from, from + PAGE)
    const imported = await importedRows(
      db,
      page.map(({ id }) => id),
    )
    const cells = chosenCells(imported)
    found.push(...page.map((row) => ({ ...row, cells: cells.get(row.id) ?? new Map() })))
  }
  return found
}
