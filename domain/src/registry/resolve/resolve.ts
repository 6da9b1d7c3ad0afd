import { keyIndex } from './blocking/key-index.js'
import { blockingKeys } from './blocking/keys.js'
import { corpusOf } from './corpus.js'
import type { NameKind } from './names/name-form.js'
import { isBlank, type Profile, profileOf } from './profile.js'
import type { RecordId, ResolveRecord } from './record.js'
import { type Scored, scoreOf } from './score.js'

export interface Candidate extends Scored {
  readonly id: RecordId
}

export interface Resolved {
  readonly id: RecordId
  /** Whether the record says anything that could be compared. */
  readonly blank: boolean
  /** Best first. */
  readonly candidates: readonly Candidate[]
}

export interface ResolveOptions {
  /** Candidates a record, at most. */
  readonly top?: number
  /** What the names are names of, where all are of one kind; told from each pair otherwise. */
  readonly names?: NameKind
}

/** Records that share most with one are scored; so many for each. */
const SCORED = 50
const TOP = 10
/** What is less alike is no candidate. */
const LEAST = 0.02

/** For each left record the right ones that may be the same, one after another. */
export function* resolve(
  left: readonly ResolveRecord[],
  right: readonly ResolveRecord[],
  { top = TOP, names }: ResolveOptions = {},
): Generator<Resolved> {
  const profiles = right.map(profileOf)
  const index = keyIndex(mapped(profiles, blockingKeys))
  const corpus = corpusOf(profiles)
  for (const record of left) {
    const profile = profileOf(record)
    const scored = index.find(blockingKeys(profile), SCORED).flatMap((at) => {
      const other = profiles[at]
      return other
        ? [{ id: other.id, at, called: calledOf(other), ...scoreOf(profile, other, corpus, names) }]
        : []
    })
    yield { id: record.id, blank: isBlank(profile), candidates: bestOf(scored, top) }
  }
}

interface Found extends Candidate {
  readonly at: number
  readonly called: string
}

/** Best first, whatever the order of the file; rows with one id are one candidate, by the row that scores best. */
function bestOf(scored: readonly Found[], top: number): Candidate[] {
  const best = new Map<RecordId, Candidate>()
  for (const { at: _at, called: _called, ...candidate } of scored
    .filter((c) => c.score >= LEAST)
    .sort((a, b) => b.score - a.score || order(a.called, b.called) || a.at - b.at)) {
    if (best.size === top) break
    if (!best.has(candidate.id)) best.set(candidate.id, candidate)
  }
  return [...best.values()]
}

function* mapped<T, R>(items: readonly T[], of: (item: T) => R): Generator<R> {
  for (const item of items) yield of(item)
}

function calledOf({ names }: Profile): string {
  return names.map((name) => name.letters).join(' ')
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
