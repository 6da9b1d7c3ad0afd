import type { Cell } from '@kehui/domain/registry/fields'
import { fieldOf, type Kind } from '@kehui/domain/registry/kinds'
import type { Db } from '../../database/pool.js'
import { chosenCells } from '../chosen-cells.js'
import { importedRows } from '../store-imported.js'
import { observationsOf, PLACE_KEY } from '../store-observations.js'
import { saveProjected } from './store-project.js'

/** Name, code and place of subjects as what holds of them says: the value that counts first of each. */
export async function projectSubjects(db: Db, kind: Kind, ids: readonly string[]): Promise<void> {
  const chosen = chosenCells(await importedRows(db, ids))
  const places = await placesOf(db, kind, ids, chosen)
  const text = (id: string, key: string | null): string | null => {
    const cell = key === null ? undefined : chosen.get(id)?.get(key)
    return typeof cell === 'string' ? cell : null
  }
  await saveProjected(
    db,
    kind,
    ids.map((id) => ({
      id,
      name: text(id, 'name'),
      code: text(id, kind.code),
      place: places.get(id)?.slice(0, 6) ?? null,
    })),
  )
}

/** Where programmes are for the kind, what a person entered counts with what was imported. */
async function placesOf(
  db: Db,
  kind: Kind,
  ids: readonly string[],
  chosen: ReadonlyMap<string, ReadonlyMap<string, Cell>>,
): Promise<Map<string, string>> {
  const places = new Map<string, string>()
  const isFact = kind.place !== null && fieldOf(kind, kind.place)?.fact === PLACE_KEY
  if (isFact)
    for (const { subject, key, value } of await observationsOf(db, ids))
      if (key === PLACE_KEY && value.kind === 'place' && !places.has(subject)) places.set(subject, value.code)
  if (isFact || kind.place === null) return places
  for (const [id, cells] of chosen) {
    const cell = cells.get(kind.place)
    if (typeof cell === 'string') places.set(id, cell)
  }
  return places
}
