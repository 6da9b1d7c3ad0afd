import type { Library } from '@kehui/domain/rules'
import type { PlaceRecord } from './load/job.js'

const known = new WeakMap<Library['places'], readonly PlaceRecord[]>()
const COUNTRY = '000000'

/** Every place of an index as plain data, so that a thread can be given it. */
export function placeRecords(places: Library['places']): readonly PlaceRecord[] {
  const before = known.get(places)
  if (before) return before
  const records: PlaceRecord[] = []
  const visit = (code: string): void => {
    for (const child of places.children(code)) {
      records.push({ code: child, name: places.name(child), parent: places.parent(child) })
      // A county holds none: asking each of three thousand reads all of them each time.
      if (child.endsWith('00')) visit(child)
    }
  }
  visit(COUNTRY)
  known.set(places, records)
  return records
}
