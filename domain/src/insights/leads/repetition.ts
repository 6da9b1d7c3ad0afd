import type { Exclusion as Excludes, Programme, Result } from '../../rules/index.js'
import type { Awarded, Candidate } from './candidate.js'
import type { Exclusion } from './reason.js'

export interface Repetition {
  readonly reasons: readonly Exclusion[]
  /** What is to be taken off because another programme gave or will give a part of it. */
  readonly lessFen: bigint
}

/**
 * What it has had already, and what another list that stands proposes for it: once only, not twice a year, and
 * nothing beside a programme that excludes it. Where only the difference is due, the other amount is taken off.
 */
export function repetitionOf(
  programme: Programme,
  candidate: Candidate,
  result: Result,
  on: string,
): Repetition {
  const year = on.slice(0, 4)
  const had = [
    ...candidate.awards.map((award) => ({ award, list: null })),
    ...candidate.listed.map((award) => ({ award, list: award.list })),
  ]
  const reasons: Exclusion[] = []
  let lessFen = 0n
  const refuse = (award: Awarded, list: string | null) =>
    reasons.push(
      list === null
        ? { kind: 'awarded', programme: award.programme, on: award.on }
        : { kind: 'listed', programme: award.programme, list },
    )
  for (const { award, list } of had) {
    if (award.programme === programme.id) {
      if (programme.once || isOfYear(award, year)) refuse(award, list)
      continue
    }
    const rule = programme.excludes.find(({ with: others }) => others.includes(award.programme))
    if (!rule || !counts(rule, award, year)) continue
    if (rule.resolve !== '补差' && typeof rule.resolve !== 'object') refuse(award, list)
    else if (award.fen === null) reasons.push({ kind: 'award-open', programme: award.programme })
    else lessFen += rule.resolve === '补差' ? award.fen : overLimit(result, award)
  }
  return { reasons, lessFen }
}

/** An award of which nobody wrote down the day may have been in any year. */
function isOfYear({ on }: Awarded, year: string): boolean {
  return on === null || on.slice(0, 4) === year
}

/** An exclusion within a year ends with it; one over an invoice says nothing of other invoices. */
function counts({ scope }: Excludes, award: Awarded, year: string): boolean {
  return scope === '发票' ? false : scope !== '年度' || isOfYear(award, year)
}

/** How far both together would pass what they may come to. */
function overLimit({ together, amountFen }: Result, { programme, fen }: Awarded): bigint {
  const limit = together.find(({ with: others }) => others.includes(programme))
  if (!limit) return 0n
  const over = (fen ?? 0n) + BigInt(amountFen?.max ?? 0) - BigInt(limit.limitFen.min)
  return over > 0n ? over : 0n
}
