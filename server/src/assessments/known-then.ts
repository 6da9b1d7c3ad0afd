import { createHash } from 'node:crypto'
import type { KnownThen } from '@kehui/domain/packs/cultivation'
import type { RecordRow, Subject } from '@kehui/domain/rules'
import type { Situated } from '../registry/situations.js'
import { type StoredValue, storeValue } from '../registry/stored-value.js'

/** All that a result was computed from, in the form in which it is kept beside the result. */
export function knownThen({ situation, packs }: Situated): KnownThen<StoredValue> {
  const { owner } = situation
  return {
    facts: { ...factsOf(situation, ''), ...(owner ? factsOf(owner, '企业.') : {}) },
    records: Object.fromEntries(
      [...situation.records].map(([name, rows]) => [name, { count: rows.length, digest: digestOf(rows) }]),
    ),
    received: [...(situation.received ?? [])],
    packs: [...packs],
  }
}

function factsOf({ facts }: Subject, prefix: string): Record<string, StoredValue> {
  return Object.fromEntries([...facts].map(([key, { value }]) => [prefix + key, storeValue(value)]))
}

function digestOf(rows: readonly RecordRow[]): string {
  const cells = rows.map((row) => [...row].map(([field, value]) => [field, storeValue(value)]))
  return createHash('sha256').update(JSON.stringify(cells)).digest('hex').slice(0, 16)
}
