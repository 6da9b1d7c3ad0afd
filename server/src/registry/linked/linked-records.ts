import type { StoredRecord } from '../store-observations.js'
import type { StoredValue } from '../stored-value.js'
import type { Linked } from './linked.js'
import { sourceOf } from './linked-facts.js'

/**
 * Records that resources tell, with those that were entered. One that was entered and says nothing else than a resource
 * does is the same one, and counts once.
 */
export function withLinkedRecords(
  entered: readonly StoredRecord[],
  linked: readonly Linked[],
): StoredRecord[] {
  const told = linked.flatMap(({ subject, resource, name, fed, origin }): StoredRecord[] =>
    fed.as === 'record'
      ? [
          {
            id: `resource:${resource}:${fed.record}`,
            subject,
            record: fed.record,
            cells: fed.cells,
            source: sourceOf(origin.source, name),
            standing: origin.standing,
          },
        ]
      : [],
  )
  if (told.length === 0) return [...entered]
  const left = [...told]
  const others = entered.filter((row) => {
    const same = left.findIndex((one) => isSame(row, one))
    if (same >= 0) left.splice(same, 1)
    return same < 0
  })
  return [...others, ...told].sort((a, b) => compare(a.subject, b.subject) || compare(a.record, b.record))
}

/** Both say the same of at least two things, and nothing otherwise. */
function isSame(a: StoredRecord, b: StoredRecord): boolean {
  if (a.subject !== b.subject || a.record !== b.record) return false
  const both = Object.keys(a.cells).filter((name) => b.cells[name] !== undefined)
  return both.length >= 2 && both.every((name) => isSameValue(a.cells[name], b.cells[name]))
}

function isSameValue(a: StoredValue | undefined, b: StoredValue | undefined): boolean {
  const parts = (value: StoredValue | undefined) => JSON.stringify(Object.entries(value ?? {}).sort())
  return parts(a) === parts(b)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
