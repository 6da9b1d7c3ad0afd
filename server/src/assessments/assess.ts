import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises'
import { changesBetween, standingOf } from '@kehui/domain/packs/cultivation'
import { cellsFor } from '@kehui/domain/packs/package'
import { type Library, usesOf } from '@kehui/domain/rules'
import type { AppContext } from '../context.js'
import { type Db, inTransaction } from '../database/pool.js'
import { placeOf } from '../registry/known.js'
import { type Situated, situationsOf } from '../registry/situations.js'
import { knownThen } from './known-then.js'
import { libraryHash } from './library-hash.js'
import {
  type Assessment,
  type Basis,
  findAssessments,
  insertChanges,
  lockAssessments,
  revisionsOf,
  saveAssessments,
} from './store.js'

/** So many are read and written together; between two of them others have their turn. */
const CHUNK = 25
/** Longest time for which others wait while results are computed. */
const TURN_MS = 10

export function basisOf(context: AppContext): Basis {
  return { on: context.today(), hash: libraryHash(context) }
}

export interface Assessing {
  /** Stops between two chunks. */
  readonly signal?: AbortSignal
  /** Nobody waits for it: whoever does goes first. */
  readonly background?: boolean
}

/** How many requests wait for results at the moment. */
const waiting = new WeakMap<AppContext, number>()
const ASIDE_MS = 5

/** Computes all programmes of these subjects as of today, keeps the results, and tells what came out otherwise. */
export async function assessSubjects(
  context: AppContext,
  region: number,
  ids: readonly string[],
  { signal, background = false }: Assessing = {},
): Promise<void> {
  const count = (by: number) => waiting.set(context, (waiting.get(context) ?? 0) + by)
  const turn = background ? () => stepAside(context) : () => nextTurn()
  if (!background) count(1)
  try {
    for (let first = 0; first < ids.length && !signal?.aborted; first += CHUNK)
      await assessChunk(context, region, ids.slice(first, first + CHUNK), turn)
  } finally {
    if (!background) count(-1)
  }
}

async function stepAside(context: AppContext): Promise<void> {
  await nextTurn()
  while ((waiting.get(context) ?? 0) > 0) await sleep(ASIDE_MS)
}

async function assessChunk(
  context: AppContext,
  region: number,
  ids: readonly string[],
  turn: () => Promise<unknown>,
): Promise<void> {
  const { pool, library } = context
  const basis = basisOf(context)
  // Read before the facts: where something is written in between, the result counts as of the earlier state.
  const revisions = await revisionsOf(pool, region, ids)
  const situated = await situationsOf(pool, library, region, ids)
  const assessed: Computed[] = []
  let since = performance.now()
  for (const one of situated) {
    assessed.push(computed(library, one, basis, revisions.get(one.stored.id) ?? 0))
    if (performance.now() - since < TURN_MS) continue
    await turn()
    since = performance.now()
  }
  await inTransaction(pool, (db) => keep(db, library, region, assessed))
}

type Computed = ReturnType<typeof computed>

function computed(library: Library, situated: Situated, { on, hash }: Basis, revision: number) {
  const { stored, situation, packs } = situated
  const place = placeOf(situation) ?? stored.place
  const cells = cellsFor(library, { situation, place, packs, on })
  return {
    subject: stored.id,
    on,
    hash,
    revision,
    cells: Object.fromEntries(cells),
    known: knownThen(situated),
    standing: standingOf(library, cells, on),
  }
}

async function keep(db: Db, library: Library, region: number, assessed: readonly Computed[]): Promise<void> {
  await lockAssessments(db, region)
  const stored = await findAssessments(
    db,
    region,
    assessed.map(({ subject }) => subject),
  )
  const before = new Map(stored.map((one) => [one.subject, one]))
  const fresh = assessed.filter((one) => isNews(before.get(one.subject), one))
  const changes = fresh.flatMap((after) => {
    const old = before.get(after.subject)
    if (!old) return []
    const uses = (programme: string) => usesOf(library, programme, after.on)
    const { subject, on } = after
    return changesBetween(old, after, uses).map((change) => ({ ...change, subject, on }))
  })
  if (fresh.length > 0) await saveAssessments(db, region, fresh)
  await insertChanges(db, region, changes)
}

/** Another server, or a page that was opened, may have computed the same or a later state meanwhile. */
function isNews(before: Assessment | undefined, { revision, on, hash }: Computed): boolean {
  if (before === undefined) return true
  if (before.revision !== revision) return before.revision < revision
  return before.on !== on || before.hash !== hash
}
