import { allocate, type Claim, overYears, payments } from '@kehui/domain/insights/budget'
import type { Programme } from '@kehui/domain/rules'
import { inLang, type Lang, parseDay } from '@kehui/domain/shared'
import type { AppContext } from '../context.js'
import { HttpError } from '../http/error.js'
import { regionOf } from '../registry/store-region.js'
import { type Demand, demandsOf } from './demand.js'
import type { Allocation, AllocationQuery, AllocationShare } from './schema.js'
import { payingOr404 } from './view.js'

/** Years that are looked ahead where what cannot be paid waits. */
const YEARS = 5
const LARGEST = 10n ** 17n

/** Who is paid what where the budget is short. */
export async function allocationOf(
  context: AppContext,
  query: AllocationQuery,
  lang: Lang,
): Promise<Allocation> {
  const programme = payingOr404(context, query.programme)
  if (query.method === 'rank' && programme.points.size === 0) throw new HttpError('budget.no-score')
  if (!/^\d{1,18}$/.test(query.budgetFen) || BigInt(query.budgetFen) > LARGEST)
    throw new HttpError('budget.amount', { field: 'budgetFen' })
  const region = await regionOf(context.pool)
  const all = await demandsOf(context, region, [programme])
  const asked = (demand: Demand) => demand.certainFen + (query.possible ? demand.possibleFen : 0n)
  const demands = new Map(
    all.filter((demand) => asked(demand) > 0n).map((demand) => [claimId(demand), demand]),
  )
  const claims = [...demands].map(
    ([id, demand]): Claim => ({ id, fen: asked(demand), score: demand.score, since: demand.since }),
  )
  const about = { programme: programme.id, title: inLang(programme.title, lang), on: context.today() }
  const divided = { query, demands, places: context.library.places }
  return query.method === 'over-years'
    ? { ...about, ...acrossYears(programme, claims, divided, about.on) }
    : { ...about, ...atOnce(claims, divided) }
}

interface Divided {
  readonly query: AllocationQuery
  readonly demands: ReadonlyMap<string, Demand>
  readonly places: AppContext['library']['places']
}

/** Those that nothing tells apart stand in the order of their codes, the same every time. */
function claimId({ creditCode, name, subject }: Demand): string {
  return `${creditCode ?? name} ${subject}`
}

type Told = Omit<Allocation, 'programme' | 'title' | 'on'>

function atOnce(claims: readonly Claim[], { query, demands, places }: Divided): Told {
  const { method, partly = false } = query
  if (method === 'over-years') throw new Error('what goes over years is not allocated at once')
  const result = allocate(claims, { budgetFen: BigInt(query.budgetFen), method, partly })
  const tied = new Set(result.tied)
  const shares = result.shares.map(({ id, place, askedFen, paidFen, state }) =>
    shareOf(demands.get(id), places, { place, askedFen, paidFen, state, tied: tied.has(id), yearsFen: [] }),
  )
  return {
    ...inSum(query, shares),
    leftFen: result.leftFen.toString(),
    roundedUp: result.roundedUp,
    years: [],
  }
}

function acrossYears(
  programme: Programme,
  claims: readonly Claim[],
  { query, demands, places }: Divided,
  on: string,
): Told {
  const day = parseDay(on) ?? 0
  const first = Number(on.slice(0, 4))
  const everything = claims.reduce((sum, { fen }) => sum + fen, 0n)
  const order = allocate(claims, { budgetFen: everything, method: 'first-come' })
  const result = overYears(
    order.shares.map(({ id, askedFen }) => ({ id, fen: instalments(programme, askedFen, day, first) })),
    BigInt(query.budgetFen),
    YEARS,
  )
  const placeOf = new Map(order.shares.map(({ id, place }) => [id, place]))
  const shares = result.shares.map(({ id, askedFen, paidFen, waitingFen }) =>
    shareOf(demands.get(id), places, {
      place: placeOf.get(id) ?? 0,
      askedFen,
      paidFen: askedFen - waitingFen,
      state: waitingFen === 0n ? 'paid' : waitingFen < askedFen ? 'part' : 'out',
      tied: false,
      yearsFen: paidFen.map(String),
    }),
  )
  return {
    ...inSum(query, shares),
    leftFen: result.years.reduce((sum, { leftFen }) => sum + leftFen, 0n).toString(),
    roundedUp: 0,
    years: result.years.map(({ dueFen, carriedFen, paidFen, leftFen }, i) => ({
      year: first + i,
      dueFen: dueFen.toString(),
      carriedFen: carriedFen.toString(),
      paidFen: paidFen.toString(),
      leftFen: leftFen.toString(),
    })),
  }
}

/** By year from this one on; what waits for a day that nobody knows is due the year after what came before it. */
function instalments(programme: Programme, fen: bigint, on: number, first: number): bigint[] {
  const byYear = Array.from({ length: YEARS }, () => 0n)
  let before = -1
  for (const { year, fen: part } of payments(programme, fen, on)) {
    const at = Math.min(YEARS - 1, year === null ? before + 1 : year - first)
    byYear[at] = (byYear[at] ?? 0n) + part
    before = at
  }
  return byYear
}

type Outcome = Pick<AllocationShare, 'place' | 'state' | 'tied' | 'yearsFen'> & {
  readonly askedFen: bigint
  readonly paidFen: bigint
}

function shareOf(demand: Demand | undefined, places: Divided['places'], outcome: Outcome): AllocationShare {
  if (!demand) throw new Error('a share of somebody who asked for nothing')
  const { subject, name, creditCode, place, score, since } = demand
  return {
    ...outcome,
    askedFen: outcome.askedFen.toString(),
    paidFen: outcome.paidFen.toString(),
    subject,
    name,
    creditCode,
    where: place === null ? null : places.path(place) || place,
    score,
    since,
  }
}

function inSum({ method, budgetFen }: AllocationQuery, shares: AllocationShare[]) {
  const sum = (key: 'askedFen' | 'paidFen') => shares.reduce((total, one) => total + BigInt(one[key]), 0n)
  const count = (state: AllocationShare['state']) => shares.filter((one) => one.state === state).length
  return {
    method,
    budgetFen,
    askedFen: sum('askedFen').toString(),
    paidFen: sum('paidFen').toString(),
    paid: count('paid'),
    part: count('part'),
    out: count('out'),
    shares,
  }
}
