import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Value } from '../../rules/index.js'
import type { Candidate, SeenFact } from './candidate.js'

/** A name for all that a decision was made from: the same exactly where the same was known, by the same sources. */
export function inputHash(candidate: Candidate, programmeVersion: string, on: string): string {
  return digestOf([programmeVersion, on, known(candidate)])
}

function known({ id, name, creditCode, facts, records, awards, listed, owner }: Candidate): unknown {
  return [
    id,
    name,
    creditCode,
    facts.map(factOf).sort(byText),
    records
      .map(({ record, row, source }) => [
        record,
        source,
        [...row].map(([f, v]) => [f, writtenValue(v)]).sort(byText),
      ])
      .sort(byText),
    [...awards, ...listed].map(({ programme, on, fen }) => [programme, on, String(fen)]).sort(byText),
    owner ? known(owner) : null,
  ]
}

function factOf({ key, value, source, fromRegister, observedAt }: SeenFact): unknown {
  return [key, writtenValue(value), source, fromRegister, observedAt]
}

function writtenValue(value: Value): string {
  return JSON.stringify(value, (_, one) => (typeof one === 'bigint' ? String(one) : one))
}

function byText(a: unknown, b: unknown): number {
  const [left, right] = [JSON.stringify(a), JSON.stringify(b)]
  return left < right ? -1 : left > right ? 1 : 0
}

/** SHA-256 of a value that JSON can write, in hexadecimal digits. */
export function digestOf(value: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(value))))
}
