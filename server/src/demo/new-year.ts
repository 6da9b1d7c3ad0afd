import type { FactSet, Records, Value } from '@kehui/domain/rules'
import { parseDay } from '@kehui/domain/shared'
import type { NewSubject } from '../registry/store-insert.js'

/**
 * Of samples as drawn today, what those drawn on an earlier day cannot tell: books of the years since, and what has
 * happened since. Everything else stays as it was, or as it was corrected.
 */
export function newSince(
  last: string,
  drawn: Pick<NewSubject, 'recordSources'> & { readonly facts: FactSet; readonly records: Records },
) {
  const [day, year] = [parseDay(last) ?? 0, last.slice(0, 4)]
  const later = (value: Value) => value.kind === 'date' && value.day > day
  const facts = [...drawn.facts].flatMap(([key, { value, source }]) => {
    const [, of] = /@(\d{4})$/.exec(key) ?? []
    return later(value) || (of !== undefined && of >= year) ? [{ key, value, source }] : []
  })
  const records = [...drawn.records].flatMap(([record, rows]) =>
    rows
      .filter((row) => [...row.values()].some(later))
      .map((row) => ({ record, row, source: drawn.recordSources?.get(record) })),
  )
  return { facts, records }
}
