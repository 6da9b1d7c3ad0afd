import {
  changesSince,
  type Fixed,
  judgeRound,
  moveRound,
  type NamedPair,
  placesOf,
  type Sides,
  solveRound,
} from '@kehui/domain/cases/assignment'
import { inTransaction, type Pool } from '../database/pool.js'
import { adjustmentsOf, insertEvent, lockRound, type StoredAdjustment, setRoundState } from './store.js'
import { analyse, MANY, readProblem } from './store-problem.js'
import {
  findRun,
  finishRun,
  namedPairs,
  type RunPhase,
  type RunSettings,
  reportRun,
  tidyAnswers,
  writeAnswer,
} from './store-runs.js'

export interface Execution {
  readonly pool: Pool
  readonly region: number
  readonly round: string
  readonly run: number
}

/** Somebody asked it to stop. */
export class CancelledError extends Error {}

/** What it is given cannot be solved; the reason is a code of the table of errors. */
export class UnsolvableError extends Error {
  readonly code: string

  constructor(code: string) {
    super(code)
    this.code = code
  }
}

const ANSWER_TABLES = ['assignment_pair', 'assignment_blocking', 'assignment_alone']

/** Solves a round as it is now and writes all of the answer, or nothing. */
export async function executeRound({ pool, region, round, run }: Execution): Promise<void> {
  const told = async (phase: RunPhase) => {
    const { cancelAsked } = await reportRun(pool, region, round, run, { phase })
    if (cancelAsked) throw new CancelledError()
  }
  await told('solving')
  const stored = await findRun(pool, region, round, run)
  const given = await readProblem(pool, region, round)
  if (!given || !stored) throw new UnsolvableError('assignment.nothing')
  const { sides, candidates } = given
  const adjustments = await adjustmentsOf(pool, region, round)
  const before = await earlier(pool, region, stored.settings)
  const pinned = fixedOf(adjustments, 'pin')
  const forbidden = fixedOf(adjustments, 'forbid')
  const { way, keep } = stored.settings
  const solved = solveRound({
    problem: candidates.problem,
    way,
    keep,
    pinned,
    forbidden,
    before: before && numbersIn(sides, before),
  })
  if (!solved.ok) throw new UnsolvableError('full' in solved ? 'assignment.pins-full' : 'assignment.faults')
  await told('judging')
  const judged = judgeRound(sides, candidates, solved)
  const changes =
    before && changesSince({ sides, problem: candidates.problem, pairs: judged.pairs, forbidden }, before)
  await told('writing')
  const counted = changes && {
    kept: changes.kept,
    added: changes.items.filter(({ kind }) => kind === 'added').length,
    ended: changes.items.filter(({ kind }) => kind === 'ended').length,
  }
  await inTransaction(pool, async (db) => {
    const state = moveRound((await lockRound(db, region, round))?.state ?? 'discarded', 'compute')
    const isDone = await finishRun(db, region, round, run, { ...judged.figures, changes: counted })
    if (state === null || !isDone) throw new CancelledError()
    await writeAnswer(db, region, round, run, judged, changes)
    if (judged.pairs.length > MANY) await analyse(db, ANSWER_TABLES)
    await tidyAnswers(db, region, round, run)
    await setRoundState(db, region, round, state, { run })
    await insertEvent(db, region, round, { action: 'compute', note: null, byName: stored.byName })
  })
}

function fixedOf(adjustments: readonly StoredAdjustment[], what: 'pin' | 'forbid'): Fixed[] {
  return adjustments.flatMap(({ what: done, leftNo, rightNo, undoneAt }) =>
    done === what && undoneAt === null && leftNo !== null && rightNo !== null
      ? [{ left: leftNo, right: rightNo }]
      : [],
  )
}

async function earlier(pool: Pool, region: number, { since }: RunSettings): Promise<NamedPair[] | null> {
  return since === null ? null : namedPairs(pool, region, since.round, since.run)
}

function numbersIn(sides: Sides, before: readonly NamedPair[]): Fixed[] {
  const [lefts, rights] = [placesOf(sides.left), placesOf(sides.right)]
  return before.flatMap(({ left, right }) => {
    const [l, r] = [lefts.get(left.code), rights.get(right.code)]
    return l === undefined || r === undefined ? [] : [{ left: l, right: r }]
  })
}
