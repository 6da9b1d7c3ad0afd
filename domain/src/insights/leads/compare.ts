import type { Exclusion } from './reason.js'

/** What one list says of somebody. `facts` are what it rested on, each as its key and its stored value. */
export interface ListedEntry {
  readonly subject: string
  /** Null for a lead. */
  readonly excluded: readonly Exclusion[] | null
  readonly amountFen: { readonly min: string; readonly max: string } | null
  readonly facts: readonly { readonly key: string; readonly value: unknown; readonly observedAt: string }[]
}

export interface ListVersion<E extends ListedEntry = ListedEntry> {
  readonly version: string
  readonly on: string
  readonly entries: readonly E[]
}

/** Why a newer list says something else. */
export type Why =
  | { readonly kind: 'excluded'; readonly reasons: readonly Exclusion[] }
  /** It was excluded then, and is no longer. */
  | { readonly kind: 'cleared'; readonly reasons: readonly Exclusion[] }
  | { readonly kind: 'fact'; readonly key: string; readonly from: unknown; readonly to: unknown }
  | { readonly kind: 'rule'; readonly from: string; readonly to: string }
  | { readonly kind: 'date'; readonly from: string; readonly to: string }

export interface Difference<E extends ListedEntry> {
  readonly before: E | null
  readonly after: E | null
  readonly why: readonly Why[]
}

export interface ListComparison<E extends ListedEntry> {
  readonly came: readonly Difference<E>[]
  readonly went: readonly Difference<E>[]
  /** Leads of both lists whose amount is another. */
  readonly changed: readonly Difference<E>[]
  readonly stayed: number
}

/** Who of the newer list is new as a lead, who no longer is one, and whose amount is another; each with the reasons. */
export function compareLists<E extends ListedEntry>(
  before: ListVersion<E>,
  after: ListVersion<E>,
): ListComparison<E> {
  const old = new Map<string, E>(before.entries.map((entry) => [entry.subject, entry]))
  const fresh = new Map<string, E>(after.entries.map((entry) => [entry.subject, entry]))
  const why = (from: E | null, to: E | null) => reasonsOf(before, after, from, to)
  const came: Difference<E>[] = []
  const went: Difference<E>[] = []
  const changed: Difference<E>[] = []
  let stayed = 0
  for (const entry of after.entries) {
    const then = old.get(entry.subject) ?? null
    if (!isLead(entry)) continue
    const pair = { before: then, after: entry, why: why(then, entry) }
    if (then === null || !isLead(then)) came.push(pair)
    else if (isSameAmount(then, entry)) stayed += 1
    else changed.push(pair)
  }
  for (const entry of before.entries) {
    const now = fresh.get(entry.subject) ?? null
    if (isLead(entry) && !isLead(now)) went.push({ before: entry, after: now, why: why(entry, now) })
  }
  return { came, went, changed, stayed }
}

function isLead(entry: ListedEntry | null): boolean {
  return entry !== null && entry.excluded === null
}

function isSameAmount(a: ListedEntry, b: ListedEntry): boolean {
  return a.amountFen?.min === b.amountFen?.min && a.amountFen?.max === b.amountFen?.max
}

/** The date counts where nothing else that is known to have changed can have done it. */
function reasonsOf(
  before: ListVersion,
  after: ListVersion,
  from: ListedEntry | null,
  to: ListedEntry | null,
): Why[] {
  const found: Why[] = []
  if (to?.excluded) found.push({ kind: 'excluded', reasons: to.excluded })
  if (from?.excluded && to?.excluded === null) found.push({ kind: 'cleared', reasons: from.excluded })
  found.push(...factChanges(from, to, before.on))
  if (before.version !== after.version) found.push({ kind: 'rule', from: before.version, to: after.version })
  if (found.length === 0 && before.on !== after.on)
    found.push({ kind: 'date', from: before.on, to: after.on })
  return found
}

/** Of somebody of whom the earlier list says nothing, what became known since. */
function factChanges(from: ListedEntry | null, to: ListedEntry | null, since: string): Why[] {
  if (to === null) return []
  const known = new Map((from?.facts ?? []).map((fact) => [fact.key, fact.value]))
  return to.facts.flatMap(({ key, value, observedAt }): Why[] => {
    if (from === null) return observedAt > since ? [{ kind: 'fact', key, from: null, to: value }] : []
    const then = known.get(key) ?? null
    return JSON.stringify(then) === JSON.stringify(value)
      ? []
      : [{ kind: 'fact', key, from: then, to: value }]
  })
}
