import type { TableReading } from '@kehui/domain/ingest/tables'
import type { Value } from '@kehui/domain/rules'
import type { ImportResult } from './schema.js'

type Row = TableReading['rows'][number]

/** A subject that is already there, with the values that hold of it. */
export interface KnownSubject {
  readonly id: string
  readonly name: string
  readonly creditCode: string | null
  readonly facts: ReadonlyMap<string, Value>
}

export interface Plan {
  readonly create: readonly Row[]
  /** Only the facts that are new or differ, so that importing the same table again writes nothing. */
  readonly update: readonly {
    readonly subject: string
    readonly facts: Row['facts']
    /** The code that it did not have so far. */
    readonly creditCode: string | null
  }[]
  readonly result: ImportResult
}

/** What confirming a table would write. A row is matched by its credit code, else by its exact name. */
export function planCommit(reading: TableReading, known: readonly KnownSubject[]): Plan {
  const byCode = new Map(known.flatMap((s) => (s.creditCode === null ? [] : [[s.creditCode, s] as const])))
  const byName = grouped(known)
  const create: Row[] = []
  const update: Plan['update'][number][] = []
  let unchanged = 0
  let skipped = reading.skipped
  for (const row of reading.rows) {
    const subject = matchOf(row, byCode, byName)
    if (subject === 'unclear') skipped += 1
    else if (subject === null) create.push(row)
    else {
      const facts = new Map(
        [...row.facts].filter(([key, { value }]) => !isSame(subject.facts.get(key), value)),
      )
      const creditCode = subject.creditCode === null ? row.creditCode : null
      if (facts.size === 0 && creditCode === null) unchanged += 1
      else update.push({ subject: subject.id, facts, creditCode })
    }
  }
  return { create, update, result: { created: create.length, updated: update.length, unchanged, skipped } }
}

function grouped(known: readonly KnownSubject[]): Map<string, KnownSubject[]> {
  const groups = new Map<string, KnownSubject[]>()
  for (const subject of known) groups.set(subject.name, [...(groups.get(subject.name) ?? []), subject])
  return groups
}

/** Unclear: several have the name, or a code that nobody has comes without a name. */
function matchOf(
  row: Row,
  byCode: ReadonlyMap<string, KnownSubject>,
  byName: ReadonlyMap<string, readonly KnownSubject[]>,
): KnownSubject | 'unclear' | null {
  const coded = row.creditCode === null ? undefined : byCode.get(row.creditCode)
  if (coded) return coded
  if (row.name === '') return 'unclear'
  // Another code is another company, whatever its name.
  const named = (byName.get(row.name) ?? []).filter((s) => row.creditCode === null || s.creditCode === null)
  if (named.length > 1) return 'unclear'
  return named[0] ?? null
}

export function isSame(a: Value | undefined, b: Value): boolean {
  switch (b.kind) {
    case 'quantity':
      return a?.kind === 'quantity' && a.lo === b.lo && a.hi === b.hi
    case 'yes-no':
      return a?.kind === 'yes-no' && a.value === b.value
    case 'choice':
      return a?.kind === 'choice' && a.value === b.value
    case 'place':
      return a?.kind === 'place' && a.code === b.code
    case 'date':
      return a?.kind === 'date' && a.day === b.day
  }
}
