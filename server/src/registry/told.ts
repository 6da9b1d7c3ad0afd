import type { Db } from '../database/pool.js'
import { mergedObservations } from './imported-facts.js'
import { linkedOf } from './linked/linked.js'
import { linkedFacts } from './linked/linked-facts.js'
import { withLinkedRecords } from './linked/linked-records.js'
import { importedRows } from './store-imported.js'
import { enteredObservations, type Observation, recordsOf, type StoredRecord } from './store-observations.js'

/** All that is said of subjects: what was entered, what was imported, and what resources that name them say. */
export interface Told {
  readonly observations: readonly Observation[]
  readonly records: readonly StoredRecord[]
  /** Programmes whose award resources say was received. */
  readonly received: readonly { readonly subject: string; readonly programme: string }[]
}

export async function toldOf(db: Db, subjects: readonly string[]): Promise<Told> {
  const [entered, imported, records, linked] = [
    await enteredObservations(db, subjects),
    await importedRows(db, subjects),
    await recordsOf(db, subjects),
    await linkedOf(db, subjects),
  ]
  const facts = linkedFacts(linked)
  const plain = imported.length === 0 && facts.length === 0
  return {
    observations: plain ? entered : mergedObservations(entered, imported, facts),
    records: withLinkedRecords(records, linked),
    received: linked.flatMap(({ subject, fed }) =>
      fed.as === 'received' ? [{ subject, programme: fed.programme }] : [],
    ),
  }
}
