import { spread } from '@kehui/domain/cases'
import type { AppContext } from '../context.js'
import { inTransaction } from '../database/pool.js'
import { insertNotices, type NewNotice } from '../notices/store.js'
import { holdersOf } from '../registry/holders/holders.js'
import { changesAround, lastChange, subjectsOfImport } from '../registry/store-changes.js'
import { type Found, rankNeeds, rankOffers } from './ranked.js'
import { introductionsByCounty, type StoredCandidate } from './store-candidates.js'
import { needsOf, type OpenNeed, openNeeds } from './store-documents.js'
import {
  forgetMatched,
  insertStanding,
  matchSides,
  type StandingMatch,
  setMatched,
  setStandingCursor,
  standingCursor,
  unmatchedNeeds,
} from './store-standing.js'

/** What fits less is not told; it can still be looked up. */
const LEAST_SCORE = 0.45
/** Told of one need at a time: what comes after the best few is looked up. */
const MOST_TOLD = 5
const NEEDS_AT_ONCE = 50
/** With more resources changed than this every need is matched anew instead. */
const MOST_CHANGED = 300
const REASONS = 3
const DAYS_OF_BALANCE = 365
const DAY_MS = 86_400_000
/** Who reads notices: achievements and products do not. */
const READERS: readonly string[] = ['enterprise', 'institution', 'financier', 'platform', 'incubator']

/** Changes that were gone through, of those that are read again because they may have been late. */
export type SeenChanges = Set<string>

/** Matches what is new or changed on either side, and tells each match once. How many were told. */
export async function tellMatches(context: AppContext, region: number, seen: SeenChanges): Promise<number> {
  const changed = await changedResources(context, region, seen)
  // Without needs there is nothing to match, and nothing is held in memory for it.
  const open = (await openNeeds(context.pool, region)).size > 0
  let told = 0
  while (open) {
    const needs = await unmatchedNeeds(context.pool, region, NEEDS_AT_ONCE)
    for (const { id, revision } of needs) told += await matchNeed(context, region, id, revision)
    if (needs.length < NEEDS_AT_ONCE) break
  }
  if (open) for (const id of changed.ids) told += await matchResource(context, region, id)
  await setStandingCursor(context.pool, region, changed.upTo)
  for (const id of changed.changes) seen.add(id)
  return told
}

/** Whose words may be other than they were; where these are many, all needs are marked to be matched anew. */
async function changedResources({ pool }: AppContext, region: number, seen: SeenChanges) {
  const since = await standingCursor(pool, region)
  // At first the needs meet all that there is.
  if (since === null) return { ids: [], changes: [], upTo: await lastChange(pool, region) }
  const changes = (await changesAround(pool, region, since)).filter(({ id }) => !seen.has(id))
  const ids = new Set<string>()
  for (const { subjects, importNo } of changes) {
    for (const id of subjects) ids.add(id)
    if (importNo !== null)
      for (const id of await subjectsOfImport(pool, region, importNo, MOST_CHANGED + 1)) ids.add(id)
  }
  const upTo = changes.reduce((top, { id }) => (BigInt(id) > BigInt(top) ? id : top), since)
  const read = { changes: changes.map(({ id }) => id), upTo }
  if (ids.size <= MOST_CHANGED) return { ...read, ids: [...ids] }
  await forgetMatched(pool, region)
  return { ...read, ids: [] }
}

async function matchNeed(context: AppContext, region: number, id: string, revision: number): Promise<number> {
  const [need] = await needsOf(context.pool, region, [id])
  const found = need ? (await rankOffers(context, region, need)).found : []
  const matches = (await spreadOver(context, region, found)).map((one) => standing(id, one.other.id, one))
  return keep(context, region, new Map(need ? [[id, need]] : []), matches, (db) =>
    setMatched(db, region, id, revision),
  )
}

async function matchResource(context: AppContext, region: number, id: string): Promise<number> {
  const ranked = await rankNeeds(context, region, id)
  const found = ranked === null || refusesAll(ranked.offer) ? [] : told(ranked.found)
  const needs = new Map(found.map(({ other }) => [other.id, other]))
  return keep(
    context,
    region,
    needs,
    found.map((one) => standing(one.other.id, id, one)),
    async () => {},
  )
}

/** The best few who have room; of those nearly as good, of the county that had fewest introductions. */
async function spreadOver(
  { pool, now }: AppContext,
  region: number,
  found: readonly Found<StoredCandidate>[],
): Promise<readonly Found<StoredCandidate>[]> {
  const near = found.filter(({ match }) => match.score >= LEAST_SCORE)
  if (near.length === 0) return []
  const since = new Date(now().getTime() - DAYS_OF_BALANCE * DAY_MS).toISOString().slice(0, 10)
  const { chosen } = spread(
    near.map((one) => ({
      id: one.other.id,
      score: one.match.score,
      county: one.other.place?.slice(0, 6) ?? null,
      one,
    })),
    {
      wanted: MOST_TOLD,
      loads: new Map(near.map(({ other }) => [other.id, other])),
      byCounty: await introductionsByCounty(pool, region, since),
    },
  )
  return chosen.map(({ candidate }) => candidate.one)
}

/** Who takes no introductions is proposed to nobody. */
function refusesAll({ capacity }: StoredCandidate): boolean {
  return capacity !== null && capacity <= 0
}

function told<T>(found: readonly Found<T>[]): readonly Found<T>[] {
  return found.filter(({ match }) => match.score >= LEAST_SCORE).slice(0, MOST_TOLD)
}

function standing(demandId: string, providerId: string, { match }: Found<unknown>): StandingMatch {
  const reasons = match.parts
    .filter(({ adds }) => adds > 0)
    .slice(0, REASONS)
    .map(({ feature, said }) => ({ feature, zh: said.zh, en: said.en ?? said.zh }))
  return { demandId, providerId, score: match.score, reasons }
}

/** Both together or neither: a match that is kept was told. */
function keep(
  { pool }: AppContext,
  region: number,
  needs: ReadonlyMap<string, OpenNeed>,
  matches: readonly StandingMatch[],
  more: (db: Parameters<Parameters<typeof inTransaction>[1]>[0]) => Promise<void>,
): Promise<number> {
  return inTransaction(pool, async (db) => {
    await more(db)
    const fresh = await insertStanding(db, region, matches)
    const ids = fresh.flatMap(({ demandId, providerId }) => [
      needs.get(demandId)?.subjectId ?? '',
      providerId,
    ])
    const holders = await holdersOf(
      db,
      region,
      fresh.map(({ providerId }) => providerId),
    )
    const held = [...holders.values()].map(({ id }) => id)
    const sides = await matchSides(db, region, [...ids.filter(Boolean), ...held])
    const notices = fresh.flatMap((match): NewNotice[] => {
      const need = needs.get(match.demandId)
      const [seeker, provider] = [sides.get(need?.subjectId ?? ''), sides.get(match.providerId)]
      if (!need || !seeker || !provider) return []
      const tell = (side: typeof seeker, as: 'seeker' | 'provider', holds: string | null): NewNotice => ({
        followId: side.followId,
        subjectId: side.id,
        programme: null,
        kind: 'match',
        key: `match ${match.demandId} ${match.providerId} ${as}`,
        content: {
          demand: match.demandId,
          as,
          // The other side reads no more of a need than everybody does.
          title: need.redacted.title,
          other: as === 'seeker' ? provider.name : null,
          holds,
          reasons: match.reasons,
        },
        email: side.email,
      })
      // What reads nothing is told to whoever holds it.
      const holder = sides.get(holders.get(provider.id)?.id ?? '')
      const own = READERS.includes(provider.kind)
      const reader = own ? provider : holder?.id === seeker.id ? undefined : holder
      const told = reader && !reader.deaf && !provider.deaf
      return [
        tell(seeker, 'seeker', null),
        ...(told ? [tell(reader, 'provider', own ? null : provider.name)] : []),
      ]
    })
    await insertNotices(db, region, notices)
    return fresh.length
  })
}
