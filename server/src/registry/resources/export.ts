import { type Cell, exportCell, type Field, type Visibility } from '@kehui/domain/registry/fields'
import type { Kind } from '@kehui/domain/registry/kinds'
import type { AppContext } from '../../context.js'
import { chosenCells } from '../chosen-cells.js'
import { csvLine } from '../imports/load/error-file.js'
import { importedRows } from '../store-imported.js'
import { listResources, type StoredResource } from './store-resources.js'

const PAGE = 2000

export interface ExportOf {
  readonly kind: Kind
  readonly visible: ReadonlySet<Visibility>
  readonly placePrefix?: string | undefined
}

/** Every resource of a kind, a page in memory at a time; personal fields never leave in bulk. */
async function* exported(
  { pool }: Pick<AppContext, 'pool'>,
  region: number,
  { kind, placePrefix }: ExportOf,
): AsyncIterable<{ stored: StoredResource; cells: ReadonlyMap<string, Cell> }> {
  let after: string | undefined
  for (;;) {
    const page: StoredResource[] = await listResources(pool, region, {
      kind: kind.id,
      placePrefix,
      after,
      limit: PAGE,
    })
    if (page.length === 0) return
    const chosen = chosenCells(
      await importedRows(
        pool,
        page.map(({ id }) => id),
      ),
    )
    for (const stored of page) {
      const cells = new Map<string, Cell>([['name', stored.name]])
      if (kind.code !== null && stored.code !== null) cells.set(kind.code, stored.code)
      if (kind.place !== null && stored.place !== null) cells.set(kind.place, stored.place)
      for (const [key, cell] of chosen.get(stored.id) ?? []) cells.set(key, cell)
      yield { stored, cells }
    }
    after = page.at(-1)?.id
  }
}

export function exportedFields({ kind, visible }: ExportOf): readonly Field[] {
  return kind.fields.filter(({ visibility }) => visibility !== 'personal' && visible.has(visibility))
}

export async function* exportJsonLines(
  context: Pick<AppContext, 'pool'>,
  region: number,
  of: ExportOf,
): AsyncIterable<string> {
  const fields = exportedFields(of)
  for await (const { stored, cells } of exported(context, region, of)) {
    const known = fields.flatMap(({ name }) => {
      const cell = cells.get(name)
      return cell === undefined ? [] : [[name, cell] as const]
    })
    yield `${JSON.stringify({ id: stored.id, kind: stored.kind, ...Object.fromEntries(known) })}\n`
  }
}

export async function* exportCsv(
  context: Pick<AppContext, 'pool' | 'library'>,
  region: number,
  of: ExportOf,
): AsyncIterable<string> {
  const { places } = context.library
  const fields = exportedFields(of)
  yield `\uFEFF${csvLine(['id', ...fields.map(({ label }) => label.zh)])}`
  for await (const { stored, cells } of exported(context, region, of))
    yield csvLine([
      stored.id,
      ...fields.map((field) => {
        const cell = cells.get(field.name)
        return cell === undefined ? '' : exportCell(field, cell, places)
      }),
    ])
}
