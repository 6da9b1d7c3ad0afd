import type { Library } from '@kehui/domain/rules'
import type { Db } from '../database/pool.js'
import type { RegionColumns } from '../region-columns/index.js'
import { findSubjects } from '../registry/store.js'
import type { ListedRow } from './result.js'
import type { SandboxSubject } from './schema.js'

/** So many are looked up together. */
const CHUNK = 1000

/** Lists of rows with the names of those whom they stand for; who is gone since the facts were read is left out. */
export async function named(
  db: Db,
  region: number,
  { places }: Library,
  { subjects, places: codes }: RegionColumns,
  lists: readonly (readonly ListedRow[])[],
): Promise<SandboxSubject[][]> {
  const ids = [...new Set(lists.flat().map(({ row }) => subjects.at(row)))]
  const names = new Map<string, string>()
  for (let first = 0; first < ids.length; first += CHUNK)
    for (const { id, name } of await findSubjects(db, region, ids.slice(first, first + CHUNK)))
      names.set(id, name)
  return lists.map((list) =>
    list.flatMap(({ row, before, after }) => {
      const subject = subjects.at(row)
      const name = names.get(subject)
      const code = codes[row] ?? -1
      const place = code < 0 ? null : places.path(String(code).padStart(6, '0'))
      return name === undefined ? [] : [{ subject, name, place, before, after }]
    }),
  )
}
