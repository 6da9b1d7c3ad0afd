import type { Uses } from '../../rules/answer/uses.js'
import type { AmountFen, Verdict } from '../../rules/result.js'
import type { Cell } from '../package/cells.js'

/** What was known of a subject when it was computed, as far as results depend on it; V is any form of a value. */
export interface KnownThen<V> {
  /** Key → value; keys of the owner begin with `企业.`. */
  readonly facts: Readonly<Record<string, V>>
  /** Name of a record → how many, and a digest of what they say. */
  readonly records: Readonly<Record<string, { readonly count: number; readonly digest: string }>>
  readonly received: readonly string[]
  readonly packs: readonly string[]
}

export interface Computed<V> {
  readonly on: string
  readonly known: KnownThen<V>
  readonly cells: Readonly<Record<string, Cell>>
}

export type Reason<V> =
  | { readonly kind: 'fact'; readonly key: string; readonly from: V | null; readonly to: V | null }
  /** How many there were and are, where that is known. */
  | {
      readonly kind: 'records'
      readonly name: string
      readonly from: number | null
      readonly to: number | null
    }
  | { readonly kind: 'rule'; readonly from: string | null; readonly to: string | null }
  | { readonly kind: 'awards'; readonly programmes: readonly string[] }
  | { readonly kind: 'regions'; readonly from: readonly string[]; readonly to: readonly string[] }
  | { readonly kind: 'date'; readonly from: string; readonly to: string }
  /** It is new in the region, or gone from it. */
  | { readonly kind: 'subject'; readonly came: boolean }
  /** Nothing of its own: one that excludes it, or shares a limit with it, came out otherwise. */
  | { readonly kind: 'settling' }

/** What counts as the result: a change of anything else is none. */
export interface Outcome {
  readonly verdict: Verdict
  readonly amountFen: AmountFen | null
  readonly missing: readonly string[]
}

export interface Change<V> {
  readonly programme: string
  readonly before: Outcome | null
  readonly after: Outcome | null
  readonly reasons: readonly Reason<V>[]
}

const PLACE = '注册地'

/** Results that came out otherwise than before, each with what it comes from. */
export function changesBetween<V>(
  before: Computed<V>,
  after: Computed<V>,
  usesOf: (programme: string) => Uses | undefined,
): Change<V>[] {
  const ids = new Set([...Object.keys(before.cells), ...Object.keys(after.cells)])
  return [...ids].flatMap((programme) => {
    const [old, now] = [before.cells[programme], after.cells[programme]]
    if (old && now && isSame(old, now)) return []
    return [
      {
        programme,
        before: old ? outcomeOf(old) : null,
        after: now ? outcomeOf(now) : null,
        reasons: reasonsOf(programme, before, after, usesOf(programme)),
      },
    ]
  })
}

/** Values are scalars or flat objects, whose members a database may give back in another order. */
function isSameValue(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  const others = new Map(Object.entries(b))
  const own = Object.entries(a)
  return own.length === others.size && own.every(([name, value]) => others.get(name) === value)
}

function outcomeOf({ verdict, amountFen, missing }: Cell): Outcome {
  return { verdict, amountFen, missing }
}

function isSame(a: Cell, b: Cell): boolean {
  return (
    a.verdict === b.verdict &&
    a.amountFen?.min === b.amountFen?.min &&
    a.amountFen?.max === b.amountFen?.max &&
    a.missing.length === b.missing.length &&
    a.missing.every((key) => b.missing.includes(key))
  )
}

function reasonsOf<V>(
  programme: string,
  before: Computed<V>,
  after: Computed<V>,
  uses: Uses | undefined,
): Reason<V>[] {
  const [old, now] = [before.cells[programme], after.cells[programme]]
  const reasons: Reason<V>[] = [...factReasons(before.known, after.known, uses)]
  // One that comes or goes without another place, region or date did so by its text.
  if (old && now && old.version !== now.version)
    reasons.push({ kind: 'rule', from: old.version, to: now.version })
  const awards = differing(before.known.received, after.known.received)
  if (awards.includes(programme)) reasons.push({ kind: 'awards', programmes: [programme] })
  if (!old || !now) reasons.push(...comingReasons(before, after, old, now))
  if (reasons.length > 0) return reasons
  if (awards.length > 0) return [{ kind: 'awards', programmes: awards }]
  if (before.on !== after.on) return [{ kind: 'date', from: before.on, to: after.on }]
  return [{ kind: 'settling' }]
}

function* factReasons<V>(
  before: KnownThen<V>,
  after: KnownThen<V>,
  uses: Uses | undefined,
): Generator<Reason<V>> {
  for (const key of new Set([...Object.keys(before.facts), ...Object.keys(after.facts)])) {
    const [from = null, to = null] = [before.facts[key], after.facts[key]]
    if (isSameValue(from, to)) continue
    const name = nameOf(key)
    if (name === PLACE || name === `企业.${PLACE}` || uses?.facts.has(name))
      yield { kind: 'fact', key, from, to }
  }
  for (const name of new Set([...Object.keys(before.records), ...Object.keys(after.records)])) {
    const [from, to] = [before.records[name], after.records[name]]
    if (from?.digest !== to?.digest && uses?.records.has(name))
      yield { kind: 'records', name, from: from?.count ?? 0, to: to?.count ?? 0 }
  }
}

/** `企业.研发费用.高企@2025` → `企业.研发费用` */
function nameOf(key: string): string {
  const owner = key.startsWith('企业.') ? '企业.' : ''
  return owner + (/^[^.@]+/.exec(key.slice(owner.length))?.[0] ?? '')
}

function* comingReasons<V>(
  before: Computed<V>,
  after: Computed<V>,
  old: Cell | undefined,
  now: Cell | undefined,
): Generator<Reason<V>> {
  const [from, to] = [before.known.packs, after.known.packs]
  if (differing(from, to).length > 0) yield { kind: 'regions', from, to }
  else if (before.on === after.on)
    yield { kind: 'rule', from: old?.version ?? null, to: now?.version ?? null }
}

function differing(a: readonly string[], b: readonly string[]): string[] {
  return [...a.filter((one) => !b.includes(one)), ...b.filter((one) => !a.includes(one))]
}
