import type { Result, TermTrace, Trace } from '../../rules/result.js'
import type { Lang } from '../../shared/text.js'
import type { Change } from './change.js'
import { changeAbout, changeOfName, paired, type Reason, reasonOf } from './reason.js'

/** The conditions that decided otherwise: those that turned, came or went, with what the company has. */
export function conditionReasons(
  before: Result,
  after: Result,
  changes: readonly Change[],
  lang: Lang,
): Reason[] {
  const pairs = paired(leaves(before.trace.need), leaves(after.trace.need))
  return pairs.flatMap(([old, now]) => {
    if (!turned(old, now)) return []
    const reasons = pointReasons(old, now, before, after, changes, lang)
    return reasons.length > 0 ? reasons : [conditionReason(old, now, changes, lang)]
  })
}

/** Conditions without parts: what is read off a company. */
function leaves(traces: readonly Trace[]): Trace[] {
  return traces.flatMap((trace) => (trace.children.length === 0 ? [trace] : leaves(trace.children)))
}

/** One that matters on neither side, or that a version which did not have it would have passed, decided nothing. */
function turned(old: Trace | null, now: Trace | null): boolean {
  if (old && now) return old.verdict !== now.verdict && (old.matters || now.matters)
  const one = old ?? now
  return one !== null && one.verdict !== 'yes' && one.matters
}

function conditionReason(
  old: Trace | null,
  now: Trace | null,
  changes: readonly Change[],
  lang: Lang,
): Reason {
  const one = now ?? old
  const change =
    changeAbout(changes, now?.label, now?.text, old?.label, old?.text) ??
    changeOfName(changes, [one?.text ?? '', ...(one?.facts ?? []).map(({ name }) => name)])
  const actual = one?.actual
  if (change && change.part !== 'condition') return reasonOf(change, lang, actual)
  return {
    part: 'condition',
    what: one?.label ?? one?.text ?? '',
    before: old && (change?.parameter?.before ?? old.required ?? old.text),
    after: now && (change?.parameter?.after ?? now.required ?? now.text),
    actual: actual ?? null,
    clause: one?.cite?.article ?? null,
  }
}

/** A condition on the score turned because its items did. */
function pointReasons(
  old: Trace | null,
  now: Trace | null,
  before: Result,
  after: Result,
  changes: readonly Change[],
  lang: Lang,
): Reason[] {
  const isScore = (trace: Trace | null) => trace?.text.includes('得分') || trace?.text.includes('score')
  if (!old || !now || old.text !== now.text || !isScore(now)) return []
  return paired(before.trace.points, after.trace.points).flatMap(([was, is]) => {
    const points = (term: TermTrace | null) => (term?.points ? pointsText(term.points) : null)
    if (points(was) === points(is)) return []
    const change = changeAbout(changes, is?.label, is?.text, was?.label, was?.text)
    return [
      {
        part: 'points',
        what: is?.label ?? was?.label ?? is?.text ?? was?.text ?? '',
        before: points(was),
        after: points(is),
        actual: is?.of ?? null,
        clause: is?.cite?.article ?? change?.clause ?? null,
      } satisfies Reason,
    ]
  })

  function pointsText({ min, max }: { min: number; max: number }): string {
    const text = min === max ? `${min}` : `${min} – ${max}`
    return lang === 'en' ? `${text} points` : `${text} 分`
  }
}
