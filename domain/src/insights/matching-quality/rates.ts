import type { IntroductionState } from '../../cases/introduction/introduction.js'
import { OUTCOMES, type OutcomeCode } from '../../cases/introduction/outcome.js'
import { type Rate, rateOf } from './interval.js'

/** One introduction, as the audit counts it. */
export interface Audited {
  readonly demand: string
  readonly kind: string
  /** Code of the place of whose need it is. */
  readonly county: string | null
  readonly state: IntroductionState
  readonly outcome: OutcomeCode | null
  /** Whether both sides ever agreed, and whether they ever met, whatever became of it. */
  readonly agreed: boolean
  readonly met: boolean
  /** Days since it was proposed. */
  readonly ageDays: number
  /** What the ranking said; null where a person proposed it without. */
  readonly score: number | null
}

export interface Rates {
  readonly proposed: number
  readonly agreed: Rate
  readonly met: Rate
  readonly signed: Rate
  /** Of those whose outcome says whether the match itself was right. */
  readonly fitted: Rate
}

export interface Group extends Rates {
  readonly key: string
}

export const AGES = ['to-30', 'to-90', 'to-180', 'more'] as const
export type Age = (typeof AGES)[number]

export function ageOf(days: number): Age {
  return days <= 30 ? 'to-30' : days <= 90 ? 'to-90' : days <= 180 ? 'to-180' : 'more'
}

export function ratesOf(all: readonly Audited[]): Rates {
  const known = all.flatMap(({ outcome, state }) => fittedOf(outcome, state) ?? [])
  const count = (is: (one: Audited) => boolean) => rateOf(all.filter(is).length, all.length)
  return {
    proposed: all.length,
    agreed: count((one) => one.agreed),
    met: count((one) => one.met),
    signed: count((one) => one.state === 'signed'),
    fitted: rateOf(known.filter(Boolean).length, known.length),
  }
}

/** Whether the match itself was right; null where what came of it does not tell. */
export function fittedOf(outcome: OutcomeCode | null, state: IntroductionState): boolean | null {
  if (state === 'signed') return true
  return outcome === null ? null : OUTCOMES[outcome].fitted
}

/** The same figures of each group, the largest first. */
export function ratesBy(all: readonly Audited[], keyOf: (one: Audited) => string): Group[] {
  return [...grouped(all, keyOf)]
    .map(([key, members]) => ({ key, ...ratesOf(members) }))
    .sort((a, b) => b.proposed - a.proposed || (a.key < b.key ? -1 : 1))
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const group = groups.get(keyOf(one))
    if (group) group.push(one)
    else groups.set(keyOf(one), [one])
  }
  return groups
}

/** Of the first k that were proposed for each need by score, how many of those whose outcome tells were right. */
export function precisionAt(all: readonly Audited[], k: number): Rate {
  const scored = all.filter(({ score }) => score !== null)
  const known = [...grouped(scored, ({ demand }) => demand).values()].flatMap((list) =>
    list
      .sort((a, b) => (b.score ?? 0) - (a.score ?? 0))
      .slice(0, k)
      .flatMap(({ outcome, state }) => fittedOf(outcome, state) ?? []),
  )
  return rateOf(known.filter(Boolean).length, known.length)
}

/** How many ended in which way. */
export function outcomeCounts(
  all: readonly Pick<Audited, 'outcome'>[],
): { code: OutcomeCode; count: number }[] {
  const counts = new Map<OutcomeCode, number>()
  for (const { outcome } of all) if (outcome !== null) counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
  return [...counts]
    .map(([code, count]) => ({ code, count }))
    .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1))
}
