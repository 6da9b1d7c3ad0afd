import { keyIndex } from './blocking/key-index.js'
import { blockingKeys } from './blocking/keys.js'
import { corpusOf } from './corpus.js'
import { type Profile, profileOf } from './profile.js'
import type { RecordId, ResolveRecord } from './record.js'
import { type Scored, scoreOf } from './score.js'

export interface Pair extends Scored {
  readonly left: RecordId
  readonly right: RecordId
}

const SCORED = 30

/** Records of one list that may be the same, each two once; undefined now and then, for others to have a turn. */
export function* pairsOf(records: readonly ResolveRecord[], turn = 100): Generator<Pair | undefined> {
  const profiles = records.map(profileOf)
  const keys = profiles.map(blockingKeys)
  const index = keyIndex(keys)
  const corpus = corpusOf(profiles)
  for (const [at, profile] of profiles.entries()) {
    if (at % turn === turn - 1) yield undefined
    for (const other of index.find(keys[at] ?? [], SCORED)) {
      const right = profiles[other]
      if (!right || isSecond(profile, right, at, other)) continue
      const scored = scoreOf(profile, right, corpus)
      if (scored.band !== 'different') yield { left: profile.id, right: right.id, ...scored }
    }
  }
}

/** The pair comes up again from the other side; rows of one id are no pair. */
function isSecond(a: Profile, b: Profile, at: number, other: number): boolean {
  return other <= at || a.id === b.id
}
