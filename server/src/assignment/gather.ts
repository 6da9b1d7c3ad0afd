import {
  candidatesOf,
  moveRound,
  noWishes,
  plain,
  type SideMember,
  type Sides,
  type Wishes,
} from '@kehui/domain/cases/assignment'
import { KINDS } from '@kehui/domain/registry/kinds'
import type { AppContext } from '../context.js'
import { inTransaction } from '../database/pool.js'
import { resourceDocument, SUPPLY } from '../matching/documents.js'
import { rankOffers } from '../matching/ranked.js'
import { needsOf, openNeeds } from '../matching/store-documents.js'
import { CancelledError, type Execution, UnsolvableError } from './execute.js'
import { findRound, lockRound, type RegistrySides, setRoundState } from './store.js'
import { countCandidates, writeProblem } from './store-problem.js'
import { type RegistryResource, resourcesOfKind } from './store-registry.js'
import { reportRun } from './store-runs.js'

/** More of one side are not gathered from the registry: a file can hold them. */
const MOST = 5_000
/** How often it is said how far it came, and asked whether to stop. */
const EVERY = 10
/** Who shares less of the words than this has a syllable in common, not a matter. */
const LEAST_SHARE = 0.05

/** Who is on both sides, and how well they suit, as the registry has it now; where the sides came from a file, nothing. */
export async function gather(context: AppContext, execution: Execution, again: boolean): Promise<void> {
  const { pool, region, round } = execution
  const stored = await findRound(pool, region, round)
  const asked = stored?.options.registry
  if (!stored || !asked) return
  if (!again && (await countCandidates(pool, region, round)) > 0) return
  const lefts = await resourcesOfKind(pool, region, asked.leftKind, MOST + 1)
  const rights = asked.right === 'need' ? await needs(context, region) : null
  const others = asked.right === 'need' ? [] : await resourcesOfKind(pool, region, asked.right, MOST + 1)
  const sides: Sides = {
    left: lefts.map((one) => memberOf(context, one, asked.leftRoom)),
    right: rights
      ? rights.map(({ id, place, redacted }) => ({
          ...member(context, { id, name: redacted.title, place }, asked.rightRoom),
          fields: redacted.field ? [plain(redacted.field)] : [],
          link: `need:${id}`,
        }))
      : others.map((one) => memberOf(context, one, asked.rightRoom)),
  }
  if (sides.left.length === 0 || sides.right.length === 0) throw new UnsolvableError('assignment.nobody')
  if (sides.left.length > MOST || sides.right.length > MOST) throw new UnsolvableError('assignment.many')
  const said = await scores(context, execution, asked, { sides, lefts, needs: rights })
  const { sameCounty, sharedField } = stored.options
  const found = candidatesOf(sides, { left: said, right: said }, { sameCounty, sharedField }, asked.nearest)
  if (!found.ok) throw new UnsolvableError('assignment.silent')
  await inTransaction(pool, async (db) => {
    const state = moveRound((await lockRound(db, region, round))?.state ?? 'discarded', 'gather')
    if (state === null) throw new CancelledError()
    await writeProblem(db, region, round, sides, found.candidates)
    // An answer tells of members by their numbers, which others have now.
    await setRoundState(db, region, round, state, { run: 0 })
  })
}

type Needs = Awaited<ReturnType<typeof needsOf>>

async function needs({ pool }: AppContext, region: number): Promise<Needs> {
  const open = [...(await openNeeds(pool, region)).keys()].slice(0, MOST + 1)
  const found = await needsOf(pool, region, open)
  return found.sort((a, b) => (a.id < b.id ? -1 : 1))
}

interface Gathered {
  readonly sides: Sides
  readonly lefts: readonly RegistryResource[]
  readonly needs: Needs | null
}

/** As matching ranks them, where it can; others are compared by fields and counties. */
async function scores(
  context: AppContext,
  execution: Execution,
  asked: RegistrySides,
  { sides, lefts, needs: rights }: Gathered,
): Promise<Wishes> {
  const said = noWishes()
  const supplies = (SUPPLY as readonly string[]).includes(asked.leftKind)
  const places = new Map(lefts.map(({ id }, i) => [id, i]))
  if (rights && supplies)
    for (const [r, need] of rights.entries()) {
      await tell(execution, r, rights.length)
      const { found } = await rankOffers(context, execution.region, need, asked.leftKind)
      for (const { other, match } of found.slice(0, asked.nearest))
        add(said, places.get(other.id), r, match.score)
    }
  const kind = KINDS.find(({ id }) => id === asked.leftKind)
  if (!rights && supplies && kind && asked.right === 'enterprise') {
    const theirs = new Map(sides.right.map(({ code }, i) => [code, i]))
    for (const [l, one] of lefts.entries()) {
      await tell(execution, l, lefts.length)
      const { title, text } = resourceDocument(kind, one)
      const query = { text: `${title}\n${text}`, k: asked.nearest, filter: [['kind:enterprise']] }
      for (const { id, share } of await context.matching.query(execution.region, query))
        if (share >= LEAST_SHARE) add(said, l, theirs.get(id), share)
    }
  }
  return said
}

async function tell({ pool, region, round, run }: Execution, done: number, total: number): Promise<void> {
  if (done % EVERY !== 0) return
  const { cancelAsked } = await reportRun(pool, region, round, run, { phase: 'gathering', done, total })
  if (cancelAsked) throw new CancelledError()
}

function add(said: Wishes, left: number | undefined, right: number | undefined, liking: number): void {
  if (left === undefined || right === undefined) return
  said.left.push(left)
  said.right.push(right)
  said.liking.push(liking)
}

function member(
  { library }: AppContext,
  { id, name, place }: Pick<RegistryResource, 'id' | 'name' | 'place'>,
  room: number,
): SideMember {
  const county = place === null ? null : library.places.path(place.slice(0, 6)) || null
  return { code: id, name, county, capacity: room, fields: [], counties: [], link: `resource:${id}` }
}

/** How many it takes as it says itself, or else as the round says. */
function memberOf(context: AppContext, one: RegistryResource, usual: number): SideMember {
  const fields = ['disciplines', 'keywords', 'industry'].flatMap((name) => {
    const cell = one.cells.get(name)
    return (Array.isArray(cell) ? cell : [cell]).flatMap((word) =>
      typeof word === 'string' && word !== '' ? [plain(word)] : [],
    )
  })
  const said = Number(one.cells.get('capacity') ?? Number.NaN)
  const room = Number.isInteger(said) && said >= 0 && said <= 1000 ? said : usual
  return { ...member(context, one, room), fields }
}
