import type { AppContext } from '../context.js'
import { inTransaction } from '../database/pool.js'
import { HttpError } from '../http/error.js'
import { regionOf } from '../registry/store-region.js'
import { readStored } from './preview.js'
import type { ImportMapping } from './schema.js'
import { findImport, type StoredChoices, saveChoices } from './store.js'

const SPECIAL = ['name', 'credit-code', 'year']

/** Keeps what a person said of the columns; what is not mentioned stays as it was. */
export async function changeMapping(
  { pool, library }: AppContext,
  id: string,
  mapping: ImportMapping,
): Promise<void> {
  await inTransaction(pool, async (db) => {
    const stored = await findImport(db, await regionOf(db), id, true)
    if (!stored) throw new HttpError('imports.not-found')
    if (stored.status !== 'preview') throw new HttpError('imports.status')
    const now = readStored(library, stored.content, stored.choices)
    for (const { index, fact } of mapping.columns ?? []) {
      const [name = '', calibre] = (fact ?? '').split('.')
      const def = library.facts.get(name)
      const known = def?.derived === null && (calibre === undefined || def.calibres.has(calibre))
      if (fact !== null && !known && !SPECIAL.includes(fact))
        throw new HttpError('imports.mapping', { what: fact })
      if (index >= now.columns.length) throw new HttpError('imports.mapping', { what: String(index) })
    }
    // Only what differs from the reading is a choice: the rest goes on being read from the header.
    const changed = (mapping.columns ?? []).filter(({ index, fact, year, unit }) => {
      const column = now.columns[index]
      return (
        column?.means !== fact ||
        (year !== undefined && year !== column.year) ||
        (unit !== undefined && unit !== column.unit)
      )
    })
    const columns = new Map((stored.choices.columns ?? []).map((c) => [c.index, c]))
    for (const { index, fact, year, unit } of changed) {
      const column = now.columns[index]
      columns.set(index, {
        index,
        fact,
        year: year ?? column?.year ?? null,
        unit: unit ?? column?.unit ?? null,
      })
    }
    const choices: StoredChoices = {
      columns: [...columns.values()],
      answers: { ...stored.choices.answers, ...mapping.answers },
    }
    await saveChoices(db, id, choices, readStored(library, stored.content, choices).errors.length)
  })
}
