import type { Audience, Library, RecordRow, Subject, Value } from '../../rules/index.js'

/** One value that holds, with who said it and when. */
export interface SeenFact {
  readonly key: string
  readonly value: Value
  readonly source: string | null
  readonly fromRegister: boolean
  /** YYYY-MM-DD */
  readonly observedAt: string
}

export interface SeenRecord {
  readonly record: string
  readonly row: RecordRow
  readonly source: string | null
  readonly fromRegister: boolean
}

/** What was awarded, or proposed by a list that stands; null where the amount or the day is not recorded. */
export interface Awarded {
  readonly programme: string
  readonly on: string | null
  readonly fen: bigint | null
}

/** A lead of a list that stands. */
export interface Listed extends Awarded {
  readonly list: string
}

export interface Candidate {
  readonly id: string
  readonly name: string
  readonly audience: Audience
  readonly creditCode: string | null
  /** For each key the value that counts first comes first. */
  readonly facts: readonly SeenFact[]
  readonly records: readonly SeenRecord[]
  readonly owner?: Candidate
  readonly awards: readonly Awarded[]
  readonly listed: readonly Listed[]
}

/** The candidate as rules see it: by all that is known, or by registers alone. */
export function situationFrom(candidate: Candidate, registersOnly = false): Subject {
  const { id, name, audience, owner } = candidate
  const facts = new Map<string, { value: Value; source?: string }>()
  for (const { key, value, source, fromRegister } of candidate.facts)
    if (!facts.has(key) && (fromRegister || !registersOnly))
      facts.set(key, source === null ? { value } : { value, source })
  const records = new Map<string, RecordRow[]>()
  for (const { record, row, fromRegister } of candidate.records)
    if (fromRegister || !registersOnly) records.set(record, [...(records.get(record) ?? []), row])
  const base = { id, name, audience, facts, records }
  return owner ? { ...base, owner: situationFrom(owner, registersOnly) } : base
}

/**
 * Whether a value was given by a register: a source that is said to be one, or whose name begins with that of one and
 * says no more than when or how it came. What a company says of itself, or a file that somebody named, is none.
 */
export function isRegister(
  { registers }: Pick<Library, 'registers'>,
  { source, standing }: { readonly source: string | null; readonly standing?: string | undefined },
): boolean {
  if (standing !== undefined) return standing === 'register'
  if (source === null || FILE.test(source)) return false
  return registers.some(
    (name) => source.startsWith(name) && !/^[\p{L}\p{N}]/u.test(source.slice(name.length)),
  )
}

const FILE = /\.[A-Za-z0-9]{2,5}$/
