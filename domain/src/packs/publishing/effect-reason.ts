import type { Result, TermTrace, Trace } from '../../rules/result.js'
import type { EffectReason } from './effect-schema.js'

/** Why two versions of a programme answer differently for one subject: the conditions and amounts that changed. */
export function reasonsFor(before: Result | undefined, after: Result | undefined): EffectReason[] {
  if (!before || !after) return []
  const found: EffectReason[] = []
  if (before.code !== after.code)
    found.push({ kind: 'term', before: before.code ?? null, after: after.code ?? null, actual: null })
  if (before.reading !== after.reading)
    found.push({ kind: 'reading', before: before.reading, after: after.reading, actual: null })
  found.push(...conditionReasons(leaves(before.trace.need), leaves(after.trace.need)))
  if (before.verdict === after.verdict || found.length === 0)
    found.push(...amountReasons(before.trace.pay, after.trace.pay))
  return found
}

function leaves(traces: readonly Trace[]): Trace[] {
  return traces.flatMap((trace) => (trace.children.length > 0 ? leaves(trace.children) : [trace]))
}

/** A condition that is only in one of the texts, or that the same text now decides otherwise. */
function conditionReasons(before: readonly Trace[], after: readonly Trace[]): EffectReason[] {
  const gone = before.filter((old) => !after.some(({ text }) => text === old.text))
  const come = after.filter((now) => !before.some(({ text }) => text === now.text))
  const taken = new Set<Trace>()
  const changed = come.flatMap((now) => {
    const old = gone.find((one) => !taken.has(one) && sameFacts(one, now))
    if (old) taken.add(old)
    const decides = old ? old.verdict !== now.verdict : now.verdict !== 'yes'
    return decides ? [reason(old, now)] : []
  })
  const dropped = gone.filter((old) => !taken.has(old) && old.verdict !== 'yes')
  const otherwise = after.flatMap((now) => {
    const old = before.find(({ text }) => text === now.text)
    return old && old.verdict !== now.verdict ? [reason(old, now)] : []
  })
  return [...changed, ...dropped.map((old) => reason(old, undefined)), ...otherwise]
}

function sameFacts(a: Trace, b: Trace): boolean {
  const keys = (trace: Trace) =>
    trace.facts
      .map(({ key }) => key)
      .sort()
      .join()
  return keys(a) === keys(b)
}

function reason(old: Trace | undefined, now: Trace | undefined): EffectReason {
  const actual = now?.actual ?? old?.actual ?? (now ?? old)?.facts[0]?.value
  return { kind: 'condition', before: old?.text ?? null, after: now?.text ?? null, actual: actual ?? null }
}

type Pay = Result['trace']['pay']

function amountReasons(before: Pay, after: Pay): EffectReason[] {
  if (!before || !after) return []
  const [old, now] = [before.lines, after.lines]
  const gone = old.filter((line) => !now.some((other) => same(line, other)))
  const come = now.filter((line) => !old.some((other) => same(line, other)))
  const found: EffectReason[] = come.map((line, i) => ({
    kind: 'amount',
    before: gone[i]?.text ?? null,
    after: line.text,
    actual: line.of ?? null,
  }))
  for (const line of gone.slice(come.length))
    found.push({ kind: 'amount', before: line.text, after: null, actual: null })
  if (before.capFen !== after.capFen)
    found.push({ kind: 'amount', before: capText(before.capFen), after: capText(after.capFen), actual: null })
  if (before.round !== after.round)
    found.push({ kind: 'amount', before: before.round, after: after.round, actual: null })
  return found
}

function same(a: TermTrace, b: TermTrace): boolean {
  return a.text === b.text && a.amountFen?.min === b.amountFen?.min && a.amountFen?.max === b.amountFen?.max
}

/** As a file writes a cap. */
function capText(fen: string | null): string | null {
  if (fen === null) return null
  const yuan = BigInt(fen) / 100n
  return yuan % 10_000n === 0n ? `cap: ${yuan / 10_000n} 万元` : `cap: ${yuan} 元`
}
