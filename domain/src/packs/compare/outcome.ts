import { type Static, Type } from 'typebox'
import { AmountFen, type Result, Verdict } from '../../rules/result.js'
import type { Lang } from '../../shared/text.js'
import { inLang } from '../../shared/text.js'
import { amountReasons } from './amount-reasons.js'
import type { Change } from './change.js'
import { conditionReasons } from './condition-reasons.js'
import { Reason } from './reason.js'

const Nullable = <T extends Type.TSchema>(type: T) => Type.Union([type, Type.Null()])

export const Standing = Type.Object({ verdict: Verdict, amountFen: Nullable(AmountFen) })
export type Standing = Static<typeof Standing>

/** How one company's answer on one programme differs between two versions, and what decided it. */
export const OutcomeChange = Type.Object({
  programme: Type.String(),
  title: Type.String(),
  /** Null where the version did not have the programme, or it was not in force. */
  before: Nullable(Standing),
  after: Nullable(Standing),
  because: Type.Array(Reason),
})
export type OutcomeChange = Static<typeof OutcomeChange>

/** `changes` are those of the rule; null where verdict and amount came out the same. */
export function compareOutcomes(
  before: Result | null,
  after: Result | null,
  changes: readonly Change[],
  lang: Lang,
): OutcomeChange | null {
  const one = after ?? before
  if (!one) return null
  const [old, now] = [standingOf(before), standingOf(after)]
  if (same(old, now)) return null
  return {
    programme: one.programme,
    title: one.title,
    before: old,
    after: now,
    because: reasonsFor(before, after, changes, lang),
  }
}

function standingOf(result: Result | null): Standing | null {
  if (!result || result.code === 'rule.not-in-force') return null
  const { verdict, settled } = result
  return { verdict, amountFen: settled ? settled.amountFen : result.amountFen }
}

function same(a: Standing | null, b: Standing | null): boolean {
  return (
    a?.verdict === b?.verdict &&
    a?.amountFen?.min === b?.amountFen?.min &&
    a?.amountFen?.max === b?.amountFen?.max
  )
}

function reasonsFor(
  before: Result | null,
  after: Result | null,
  changes: readonly Change[],
  lang: Lang,
): Reason[] {
  if (standingOf(before) === null || standingOf(after) === null || !before || !after)
    return toldAll(
      changes.filter(({ part }) => part === 'programme' || part === 'valid' || part === 'place'),
      lang,
    )
  const found =
    before.verdict === after.verdict
      ? amountReasons(before, after, changes, lang)
      : conditionReasons(before, after, changes, lang)
  if (found.length > 0) return found
  // The traces do not tell them apart: whatever of the rule is different may be it.
  return toldAll(
    changes.filter(({ area }) => area === 'rule' || area === 'money'),
    lang,
  )
}

function toldAll(changes: readonly Change[], lang: Lang): Reason[] {
  return changes.map((change) => ({
    what: inLang(change.what, lang),
    before: change.before && inLang(change.before, lang),
    after: change.after && inLang(change.after, lang),
    actual: null,
    clause: change.clause,
    part: change.part,
  }))
}
