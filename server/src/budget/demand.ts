import { setImmediate as nextTurn } from 'node:timers/promises'
import { type Cost, costOf, owedOf } from '@kehui/domain/insights/budget'
import { homePacks } from '@kehui/domain/packs/package'
import { evaluate, type Programme, settle, usesOf } from '@kehui/domain/rules'
import { parseDay } from '@kehui/domain/shared'
import { basisOf } from '../assessments/assess.js'
import type { AppContext } from '../context.js'
import { placeOf } from '../registry/known.js'
import { type Situated, situationsOf } from '../registry/situations.js'
import { observationsOf } from '../registry/store-observations.js'
import { runOf, stateOfRegion, subjectsToAsk } from './store.js'

/** What one subject is owed by one programme, after settling. */
export interface Demand {
  readonly subject: string
  readonly name: string
  readonly creditCode: string | null
  /** Code of its place. */
  readonly place: string | null
  readonly programme: string
  readonly verdict: 'yes' | 'unknown'
  readonly certainFen: bigint
  readonly possibleFen: bigint
  readonly unlimited: boolean
  readonly costs: readonly Cost[]
  /** The score that is certain; null where it has none. */
  readonly score: number | null
  /** Since when all is known that the programme looks at: what is first come by. */
  readonly since: string | null
}

const CHUNK = 100
const TURN_MS = 10
const KEPT = 8
const kept = new WeakMap<AppContext, Map<string, Promise<readonly Demand[]>>>()

/** Whom these programmes pay, of the whole region; kept until something is written or another day begins. */
export async function demandsOf(
  context: AppContext,
  region: number,
  programmes: readonly Programme[],
): Promise<readonly Demand[]> {
  const { on, hash } = basisOf(context)
  const ids = programmes.map(({ id }) => id).sort()
  const key = [region, on, hash, await stateOfRegion(context.pool, region), ...ids].join(' ')
  const known = kept.get(context) ?? new Map<string, Promise<readonly Demand[]>>()
  kept.set(context, known)
  const before = known.get(key)
  if (before) return before
  const found = compute(context, region, programmes)
  known.set(key, found)
  found.catch(() => known.delete(key))
  for (const old of [...known.keys()].slice(0, Math.max(0, known.size - KEPT))) known.delete(old)
  return found
}

async function compute(
  context: AppContext,
  region: number,
  programmes: readonly Programme[],
): Promise<readonly Demand[]> {
  const { pool, library } = context
  const { on, hash } = basisOf(context)
  const asked = new Map(programmes.map((programme) => [programme.id, programme]))
  const looking = {
    audiences: [...new Set(programmes.map(({ audience }) => audience))],
    programmes: [...asked.keys()],
    run: await runOf(pool, region, on, hash),
    limit: CHUNK,
  }
  const demands: Demand[] = []
  let since = performance.now()
  for (let after: string | null = null; ; ) {
    const ids = await subjectsToAsk(pool, region, { ...looking, after })
    const last = ids.at(-1)
    if (last === undefined) break
    after = last
    const known = await observedDays(context, ids)
    for (const situated of await situationsOf(pool, library, region, ids)) {
      demands.push(...demandsBy(context, situated, asked, known.get(situated.stored.id) ?? new Map()))
      if (performance.now() - since < TURN_MS) continue
      await nextTurn()
      since = performance.now()
    }
  }
  return demands
}

function demandsBy(
  { library, today }: AppContext,
  { stored, situation, packs }: Situated,
  asked: ReadonlyMap<string, Programme>,
  days: ReadonlyMap<string, string>,
): Demand[] {
  const on = today()
  const place = placeOf(situation) ?? stored.place
  const home = new Set(homePacks(library, place).map((pack) => pack.id))
  const looked = [...library.packs.keys()].filter((id) => home.has(id) || packs.includes(id))
  const results = settle(library, evaluate(library, situation, { on, packs: looked, nearest: false }), {
    received: situation.received ?? [],
  })
  return results.flatMap((result): Demand[] => {
    const programme = asked.get(result.programme)
    const { verdict } = result
    if (!programme || verdict === 'no' || result.settled?.kept === false) return []
    return [
      {
        subject: stored.id,
        name: stored.name,
        creditCode: stored.creditCode,
        place,
        programme: programme.id,
        verdict,
        ...owedOf(result),
        costs: costOf({ library, programme, place, on: parseDay(on) ?? 0 }, result),
        score: result.points?.min ?? null,
        since: sinceOf(usesOf(library, programme.id, on)?.facts ?? new Set(), days),
      },
    ]
  })
}

/** The day on which the last of these facts was observed. */
function sinceOf(uses: ReadonlySet<string>, days: ReadonlyMap<string, string>): string | null {
  let latest: string | null = null
  for (const name of uses) {
    const day = days.get(name)
    if (day !== undefined && (latest === null || day > latest)) latest = day
  }
  return latest
}

/** For each subject and fact, the last day on which the value that counts was observed. */
async function observedDays(
  { pool }: AppContext,
  ids: readonly string[],
): Promise<Map<string, Map<string, string>>> {
  const bySubject = new Map<string, Map<string, string>>()
  const seen = new Set<string>()
  for (const { subject, key, observedAt } of await observationsOf(pool, ids)) {
    if (seen.has(`${subject} ${key}`)) continue
    seen.add(`${subject} ${key}`)
    const name = /^[^.@]+/.exec(key)?.[0] ?? ''
    const days = bySubject.get(subject) ?? new Map<string, string>()
    const before = days.get(name)
    days.set(name, before !== undefined && before > observedAt ? before : observedAt)
    bySubject.set(subject, days)
  }
  return bySubject
}
