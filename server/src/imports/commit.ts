import { openQuestions, type TableReading } from '@kehui/domain/ingest/tables'
import type { Value } from '@kehui/domain/rules'
import type { AppContext } from '../context.js'
import { type Db, inTransaction } from '../database/pool.js'
import { HttpError } from '../http/error.js'
import { datedFacts } from '../registry/dated-facts.js'
import { deleteSubjects, matchSubjects } from '../registry/store.js'
import { insertSubjects } from '../registry/store-insert.js'
import {
  insertObservations,
  observationsOf,
  recordsOf,
  retractObservations,
} from '../registry/store-observations.js'
import { regionOf } from '../registry/store-region.js'
import { readValue } from '../registry/stored-value.js'
import { type KnownSubject, planCommit } from './plan.js'
import { readStored } from './preview.js'
import { findImport, lockRegion, ownersAmong, saveCommitted, saveUndone, setCreditCodes } from './store.js'

/** Writes what was understood, or nothing at all. */
export async function commitImport({ pool, library, today }: AppContext, id: string): Promise<void> {
  await inTransaction(pool, async (db) => {
    const region = await regionOf(db)
    // One at a time, so that two tables with the same new company do not both enter it.
    await lockRegion(db, region)
    const stored = await findImport(db, region, id, true)
    if (!stored) throw new HttpError('imports.not-found')
    if (stored.status !== 'preview') throw new HttpError('imports.status')
    const read = readStored(library, stored.content, stored.choices)
    const onYear = Number(today().slice(0, 4))
    const reading = {
      ...read,
      rows: read.rows.map((row) => ({ ...row, facts: datedFacts(library, row.facts, onYear) })),
    }
    const open = openQuestions(reading)
    if (open.length > 0) throw new HttpError('imports.questions-open', { count: open.length })
    if (reading.rows.length === 0) throw new HttpError('imports.nothing')
    const plan = planCommit(reading, await knownSubjects(db, region, reading))
    const subjects = await insertSubjects(
      db,
      region,
      plan.create.map(({ name, creditCode }) => ({ name, creditCode, audience: reading.audience })),
    )
    const created = plan.create.map(({ facts }, i) => ({ subject: subjects[i] ?? '', facts }))
    const observed = [...created, ...plan.update].flatMap(({ subject, facts }) =>
      [...facts].map(([key, { value }]) => ({ subject, key, value })),
    )
    const origin = { source: stored.fileName, observedAt: today(), batch: id }
    const observations = observed.length > 0 ? await insertObservations(db, observed, origin) : []
    const coded = plan.update.filter(({ creditCode }) => creditCode !== null)
    await setCreditCodes(db, coded)
    const written = { subjects, observations, coded: coded.map(({ subject }) => subject) }
    await saveCommitted(db, id, plan.result, written)
  })
}

async function knownSubjects(db: Db, region: number, { rows }: TableReading): Promise<KnownSubject[]> {
  const found = await matchSubjects(db, region, {
    creditCodes: rows.flatMap(({ creditCode }) => creditCode ?? []),
    names: rows.flatMap(({ name }) => (name === '' ? [] : [name])),
  })
  const facts = new Map(found.map(({ id }) => [id, new Map<string, Value>()]))
  for (const { subject, key, value } of await observationsOf(db, [...facts.keys()])) {
    const known = facts.get(subject)
    // Of several values of one fact the first counts.
    if (known && !known.has(key)) known.set(key, readValue(value))
  }
  return found.map(({ id, name, creditCode }) => ({
    id,
    name,
    creditCode,
    facts: facts.get(id) ?? new Map<string, Value>(),
  }))
}

/** Takes back what confirming wrote. A subject that has come to hold something else since is kept. */
export async function undoImport({ pool }: AppContext, id: string): Promise<void> {
  await inTransaction(pool, async (db) => {
    const region = await regionOf(db)
    await lockRegion(db, region)
    const stored = await findImport(db, region, id, true)
    if (!stored) throw new HttpError('imports.not-found')
    if (stored.status === 'preview') throw new HttpError('imports.not-committed')
    if (stored.status === 'undone' || !stored.written) throw new HttpError('imports.status')
    const { subjects, observations, coded } = stored.written
    await retractObservations(db, region, observations)
    await setCreditCodes(
      db,
      coded.map((subject) => ({ subject, creditCode: null })),
    )
    const inUse = new Set([
      ...(await observationsOf(db, subjects)).map(({ subject }) => subject),
      ...(await recordsOf(db, subjects)).map(({ subject }) => subject),
      ...(await ownersAmong(db, subjects)),
    ])
    await deleteSubjects(
      db,
      region,
      subjects.filter((subject) => !inUse.has(subject)),
    )
    await saveUndone(db, id)
  })
}
