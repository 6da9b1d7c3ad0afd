import { moveRound, type RoundAction, type RoundKind } from '@kehui/domain/cases/assignment'
import type { AppContext } from '../context.js'
import { type Db, inTransaction } from '../database/pool.js'
import type { Named } from '../http/auth.js'
import { HttpError } from '../http/error.js'
import { candidatesIn, type ReadFile } from './read-file.js'
import type { FileQuery, NewAdjustment, NewRegistryRound } from './schema.js'
import {
  adjustmentsOf,
  carryAdjustments,
  findRound,
  insertAdjustment,
  insertEvent,
  insertRound,
  lockRound,
  type RoundOptions,
  type StoredRound,
  setRoundState,
  undoAdjustment,
} from './store.js'
import { copyProblem, searchMembers, writeProblem } from './store-problem.js'
import { lastRun } from './store-runs.js'

/** A new round from what a file says, whole or not at all. */
export async function createFromFile(
  { pool }: Pick<AppContext, 'pool'>,
  region: number,
  query: FileQuery,
  {
    read,
    fileName,
    byName,
    sample = false,
  }: { read: ReadFile; fileName: string; byName: string; sample?: boolean },
): Promise<string> {
  const options = optionsOf(query)
  const candidates = candidatesIn(read, options)
  return inTransaction(pool, async (db) => {
    const id = await create(db, region, {
      ...query,
      source: 'file',
      options,
      fileName,
      byName,
      sample,
    })
    await writeProblem(db, region, id, read.sides, candidates)
    return id
  })
}

export async function createFromRegistry(
  { pool }: AppContext,
  region: number,
  body: NewRegistryRound,
  byName: string,
): Promise<string> {
  const { leftKind, right, nearest = 20, leftRoom = 1, rightRoom = 1 } = body
  const options = { ...optionsOf(body), registry: { leftKind, right, nearest, leftRoom, rightRoom } }
  return inTransaction(pool, (db) =>
    create(db, region, { ...body, source: 'registry', options, fileName: null, byName, sample: false }),
  )
}

interface Created {
  readonly title: string
  readonly kind: RoundKind
  readonly way: StoredRound['way']
  readonly replaces?: string | undefined
  readonly source: StoredRound['source']
  readonly options: RoundOptions
  readonly fileName: string | null
  readonly byName: string
  readonly sample: boolean
}

async function create(db: Db, region: number, round: Created): Promise<string> {
  const { replaces = null, title, byName } = round
  if (replaces !== null) await replaceable(db, region, replaces)
  const id = await insertRound(db, region, { ...round, title: title.trim(), replaces })
  if (replaces !== null) await carryAdjustments(db, region, replaces, id)
  await insertEvent(db, region, id, { action: 'create', note: null, byName })
  return id
}

async function replaceable(db: Db, region: number, id: string): Promise<StoredRound> {
  const round = await lockRound(db, region, id)
  if (!round) throw new HttpError('assignment.not-found')
  if (moveRound(round.state, 'rerun') === null)
    throw new HttpError('assignment.state', { state: round.state, action: 'rerun' })
  return round
}

function optionsOf({ sameCounty = false, sharedField = false, replaces }: Partial<FileQuery>): RoundOptions {
  return { sameCounty, sharedField, keep: replaces === undefined ? 'ties' : 'some' }
}

/** The same sides once more, to take the place of what stands when it is confirmed. */
export async function rerunRound(
  { pool }: AppContext,
  region: number,
  id: string,
  { name }: Named,
): Promise<string> {
  return inTransaction(pool, async (db) => {
    const round = await replaceable(db, region, id)
    const { title, kind, way, source, fileName, sample } = round
    const next = await create(db, region, {
      title,
      kind,
      way,
      source,
      fileName,
      sample,
      options: { ...round.options, keep: 'some' },
      byName: name,
      replaces: id,
    })
    await copyProblem(db, region, id, next)
    await insertEvent(db, region, id, { action: 'rerun', note: null, byName: name })
    return next
  })
}

/** The round, which nobody else can act on until the transaction ends, and the state that an action brings it to. */
async function taken(db: Db, region: number, id: string, action: RoundAction) {
  const round = await lockRound(db, region, id)
  if (!round) throw new HttpError('assignment.not-found')
  if ((await lastRun(db, region, id))?.state === 'running') throw new HttpError('assignment.running')
  const state = moveRound(round.state, action)
  if (state === null) throw new HttpError('assignment.state', { state: round.state, action })
  return { round, state }
}

export async function confirmRound(
  { pool }: AppContext,
  region: number,
  id: string,
  { run, name }: { run: number; name: string },
): Promise<void> {
  await inTransaction(pool, async (db) => {
    const { round, state } = await taken(db, region, id, 'confirm')
    if (round.run !== run) throw new HttpError('assignment.changed')
    if (round.replaces !== null)
      await moveOther(db, region, round.replaces, { action: 'supersede', by: name })
    await setRoundState(db, region, id, state)
    await insertEvent(db, region, id, { action: 'confirm', note: null, byName: name })
  })
}

async function moveOther(
  db: Db,
  region: number,
  id: string,
  { action, by }: { action: 'supersede' | 'reinstate'; by: string },
): Promise<void> {
  const { round, state } = await taken(db, region, id, action)
  await setRoundState(db, region, round.id, state)
  await insertEvent(db, region, id, { action, note: null, byName: by })
}

export async function reopenRound(
  { pool }: AppContext,
  region: number,
  id: string,
  { note, name }: { note: string; name: string },
): Promise<void> {
  await inTransaction(pool, async (db) => {
    const { round, state } = await taken(db, region, id, 'reopen')
    const replaced = round.replaces === null ? null : await findRound(db, region, round.replaces)
    if (replaced?.state === 'superseded')
      await moveOther(db, region, replaced.id, { action: 'reinstate', by: name })
    await setRoundState(db, region, id, state)
    await insertEvent(db, region, id, { action: 'reopen', note: note.trim(), byName: name })
  })
}

export async function putAway(
  { pool }: AppContext,
  region: number,
  id: string,
  { action, name }: { action: 'discard' | 'restore'; name: string },
): Promise<void> {
  await inTransaction(pool, async (db) => {
    const { state } = await taken(db, region, id, action)
    await setRoundState(db, region, id, state)
    await insertEvent(db, region, id, { action, note: null, byName: name })
  })
}

export async function adjustRound(
  { pool }: AppContext,
  region: number,
  id: string,
  { what, left, right, reason }: NewAdjustment,
  { name }: Named,
): Promise<void> {
  await inTransaction(pool, async (db) => {
    const { state } = await taken(db, region, id, 'adjust')
    for (const [side, code] of [
      ['left', left],
      ['right', right],
    ] as const)
      if (!(await searchMembers(db, region, id, { side, q: code })).some((one) => one.code === code))
        throw new HttpError('assignment.member', { code })
    const standing = (await adjustmentsOf(db, region, id)).some(
      (one) => one.undoneAt === null && one.leftCode === left && one.rightCode === right,
    )
    if (standing) throw new HttpError('assignment.adjusted-twice')
    await insertAdjustment(db, region, id, {
      what,
      leftCode: left,
      rightCode: right,
      reason: reason.trim(),
      byName: name,
    })
    await setRoundState(db, region, id, state)
  })
}

export async function undoAdjust(
  { pool }: AppContext,
  region: number,
  id: string,
  { adjustment, name }: { adjustment: string; name: string },
): Promise<void> {
  await inTransaction(pool, async (db) => {
    const { state } = await taken(db, region, id, 'adjust')
    if (!(await undoAdjustment(db, region, id, adjustment, name)))
      throw new HttpError('assignment.adjustment')
    await setRoundState(db, region, id, state)
  })
}
