import { randomUUID } from 'node:crypto'
import type { FactSet, Library } from '@kehui/domain/rules'
import { type Db, inTransaction, type Pool } from '../database/pool.js'
import { datedFacts } from '../registry/dated-facts.js'
import { insertSubjects, type NewSubject } from '../registry/store-insert.js'
import { insertObservations, insertRecords, observationsOf } from '../registry/store-observations.js'
import { loadSampleRound } from './assignment.js'
import { linkSamples } from './chain.js'
import { newSince } from './new-year.js'
import { sampleSubjects } from './samples.js'
import { type StoredSample, samplesToldTo, storedSamples } from './store.js'
import { enterSupply } from './supply/enter.js'

const SOURCE = '示例数据'
const DECLARED = '企业填写（示例）'

export interface DemoLoad {
  readonly pool: Pool
  readonly library: Library
  readonly region: number
  /** `2026-03-01`; the samples are as of this day. */
  readonly today: string
  readonly progress: (line: string) => void
}

/** Enters the samples of the sample city, all or none. Where they are there already, only what a new year brought. */
export async function loadDemo({ pool, library, region, today, progress }: DemoLoad): Promise<void> {
  const origin = { source: SOURCE, observedAt: today }
  const said = await inTransaction(pool, async (db) => {
    const stored = await storedSamples(db, region)
    if (stored.length > 0) {
      await linkSamples(db, region, stored, SOURCE)
      await enterSupply(db, region, stored, today)
      const last = await samplesToldTo(db, region, SOURCE)
      if (last === null || last.slice(0, 4) >= today.slice(0, 4)) return null
      await addNewYear(db, library, { stored, last, today })
      return 'Brought the samples of the sample city into the new year'
    }
    const subjects = newSamples(library, today)
    await insertSubjects(db, region, subjects, origin)
    const entered = await storedSamples(db, region)
    await linkSamples(db, region, entered, SOURCE)
    await enterSupply(db, region, entered, today)
    return `Loaded ${subjects.length} samples of the sample city`
  })
  await loadSampleRound(pool, region)
  if (said !== null) progress(said)
}

interface NewYear {
  readonly stored: readonly StoredSample[]
  readonly last: string
  readonly today: string
}

/** Last year's books of a sample are closed one day, as any company's are. */
async function addNewYear(db: Db, library: Library, { stored, last, today }: NewYear): Promise<void> {
  const ids = new Map(stored.map(({ id, name }) => [name, id]))
  const news = newSamples(library, today).flatMap((sample) => {
    const { name, facts = new Map(), records = new Map(), recordSources } = sample
    const subject = ids.get(name)
    return subject === undefined
      ? []
      : [{ subject, ...newSince(last, { facts, records, ...(recordSources ? { recordSources } : {}) }) }]
  })
  const origin = { source: SOURCE, observedAt: today, batch: randomUUID() }
  const held = new Set((await observationsOf(db, [...ids.values()])).map((o) => `${o.subject} ${o.key}`))
  // What somebody has entered of the new year already counts over what is drawn.
  const facts = news
    .flatMap(({ subject, facts }) => facts.map((fact) => ({ subject, ...fact })))
    .filter(({ subject, key }) => !key.includes('@') || !held.has(`${subject} ${key}`))
  const records = news.flatMap(({ subject, records }) => records.map((row) => ({ subject, ...row })))
  await insertObservations(db, facts, origin)
  await insertRecords(db, records, origin)
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
    facts: datedFacts(library, withSources(library, name, facts), Number(today.slice(0, 4))),
    records,
    recordSources: recordSources(library),
  }))
}

/** What a register holds is from it; one sample in nine says of itself which titles it has. */
function withSources(library: Library, name: string, facts: FactSet): FactSet {
  const declares = [...name].reduce((sum, character) => sum + (character.codePointAt(0) ?? 0), 0) % 9 === 0
  return new Map(
    [...facts].map(([key, fact]) => {
      const def = library.facts.get(/^[^.@]+/.exec(key)?.[0] ?? '')
      const source = def?.title && declares ? DECLARED : registerOf(library, def?.heldBy ?? null)
      return [key, source === undefined ? fact : { ...fact, source }]
    }),
  )
}

function recordSources(library: Library): ReadonlyMap<string, string> {
  const sources = new Map<string, string>()
  for (const { name, heldBy } of library.records.values()) {
    const source = registerOf(library, heldBy)
    if (source !== undefined) sources.set(name, source)
  }
  return sources
}

function registerOf({ registers }: Library, heldBy: string | null): string | undefined {
  return heldBy !== null && registers.includes(heldBy) ? `${heldBy}（示例）` : undefined
}
