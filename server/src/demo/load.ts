import { randomUUID } from 'node:crypto'
import type { Library } from '@kehui/domain/rules'
import { inTransaction, type Pool } from '../database/pool.js'
import { datedFacts } from '../registry/dated-facts.js'
import { insertSubjects, type NewSubject } from '../registry/store-insert.js'
import { sampleSubjects } from './samples.js'
import { hasSamples } from './store.js'

const SOURCE = '示例数据'

export interface DemoLoad {
  readonly pool: Pool
  readonly library: Library
  readonly region: number
  /** `2026-03-01`; the samples are as of this day. */
  readonly today: string
  readonly progress: (line: string) => void
}

/** Enters the samples of the sample city, all or none; does nothing where they are already there. */
export async function loadDemo({ pool, library, region, today, progress }: DemoLoad): Promise<void> {
  const count = await inTransaction(pool, async (db) => {
    if (await hasSamples(db, region)) return 0
    const subjects = newSamples(library, today)
    await insertSubjects(db, region, subjects, { source: SOURCE, observedAt: today })
    return subjects.length
  })
  if (count > 0) progress(`Loaded ${count} samples of the sample city`)
}

/** Ids are given out first, so that what is owned can name its owner. */
function newSamples(library: Library, today: string): NewSubject[] {
  const subjects = sampleSubjects(library, today)
  const ids = new Map(subjects.map(({ name }) => [name, randomUUID()]))
  return subjects.map(({ name, audience, creditCode, facts, records, owner }) => ({
    id: ids.get(name) ?? randomUUID(),
    name,
    audience,
    creditCode,
    sample: true,
    owner: owner === undefined ? null : (ids.get(owner.name) ?? null),
    facts: datedFacts(library, facts, Number(today.slice(0, 4))),
    records,
  }))
}
