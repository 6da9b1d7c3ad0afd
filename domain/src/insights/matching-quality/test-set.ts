import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Values } from '../../matching/learning/index.js'
import { FEATURES } from '../../matching/ranking/index.js'

/** Who was proposed for one need, with what the ranking saw then and what it was worth. */
export interface TestCase {
  readonly demand: string
  readonly candidates: readonly {
    readonly provider: string
    readonly values: Values
    /** 2 a contract, 1 the right match without one, 0 not. */
    readonly gain: 0 | 1 | 2
  }[]
}

/** A need with one candidate, or with none that was right, orders nothing. */
export function usableCases(cases: readonly TestCase[]): TestCase[] {
  return cases.filter(({ candidates }) => candidates.length > 1 && candidates.some(({ gain }) => gain > 0))
}

/** SHA-256 of the cases in one order: whoever changes one of them changes it. */
export function hashOfCases(cases: readonly TestCase[]): string {
  const ordered = [...cases]
    .sort((a, b) => (a.demand < b.demand ? -1 : 1))
    .map(({ demand, candidates }) => [
      demand,
      [...candidates]
        .sort((a, b) => (a.provider < b.provider ? -1 : 1))
        .map(({ provider, values, gain }) => [provider, FEATURES.map((f) => values[f] ?? null), gain]),
    ])
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(ordered))))
}
