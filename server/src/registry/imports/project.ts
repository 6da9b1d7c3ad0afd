import { byPrecedence, rowCells } from '@kehui/domain/registry/facts'
import type { Cell } from '@kehui/domain/registry/fields'
import { fieldOf, type Kind } from '@kehui/domain/registry/kinds'
import type { Db } from '../../database/pool.js'
import { type ImportedRow, importedRows } from '../store-imported.js'
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

/** Of each subject the cell that counts first of each key. */
export function chosenCells(rows: readonly ImportedRow[]): Map<string, Map<string, Cell>> {
  const ranked = rows
    .map((row) => {
      const { observedOn, standing, confidence, recordedAt } = row.origin
      const recorded = `${recordedAt} ${String(row.row).padStart(10, '0')}`
      return { row, year: row.year ?? 0, observedOn, standing, confidence, recorded }
    })
    .sort((a, b) => b.year - a.year || byPrecedence(a, b))
  const chosen = new Map<string, Map<string, Cell>>()
  for (const { row } of ranked) {
    const cells = chosen.get(row.subject) ?? new Map<string, Cell>()
    chosen.set(row.subject, cells)
    for (const [key, cell] of rowCells(row.origin.layout, row.cells))
      if (!cells.has(key)) cells.set(key, cell)
  }
  return chosen
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
