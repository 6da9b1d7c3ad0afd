import { grouped } from './grouped.js'
import { indicatorKey, indicatorNamer, indicatorOf } from './indicator.js'
import type { KeptFact } from './table.js'

export type Corrections = ReadonlyMap<string, string>

/** One thing that a person said: what a subject means, and what it meant to people before; null: nothing said. */
export interface NamingEntry {
  readonly subject: string
  readonly before: string | null
  readonly after: string | null
}

export interface NamingAsk {
  /** Words of reports, or indicators whose words all go along. */
  readonly subjects: readonly string[]
  /** The indicator they mean; null: what people said of them is forgotten. */
  readonly indicator: string | null
}

/** What has to be remembered for it. A name that leads back to itself is freed on the way. */
export function planNaming(corrections: Corrections, ask: NamingAsk): NamingEntry[] {
  const target = ask.indicator === null ? null : indicatorKey(ask.indicator)
  const after = new Map(corrections)
  for (const subject of ask.subjects.map(indicatorKey)) {
    if (target === null) after.delete(subject)
    else if (subject === target) settle(after, subject)
    else {
      if (leadsTo(after, target, subject)) after.delete(target)
      const meant = indicatorOf(target, after).name
      // The word for another indicator means that one; the word for this one becomes its name.
      after.set(subject, meant === subject ? target : meant)
    }
  }
  return [...new Set([...corrections.keys(), ...after.keys()])]
    .map((subject) => ({
      subject,
      before: corrections.get(subject) ?? null,
      after: after.get(subject) ?? null,
    }))
    .filter((entry) => entry.before !== entry.after)
}

/** `subject` is an indicator of its own again, also where the table says otherwise. */
function settle(names: Map<string, string>, subject: string): void {
  names.delete(subject)
  if (indicatorOf(subject, names).name !== subject) names.set(subject, subject)
}

function leadsTo(names: Corrections, from: string, to: string): boolean {
  const seen = new Set<string>()
  for (let at: string | undefined = from; at !== undefined && !seen.has(at); at = names.get(at)) {
    if (at === to) return true
    seen.add(at)
  }
  return false
}

/** What was said, unsaid; or the subjects of which somebody has said something else since. */
export function undoNaming(
  corrections: Corrections,
  entries: readonly NamingEntry[],
): { readonly entries: NamingEntry[] } | { readonly changed: string[] } {
  const changed = entries.filter(({ subject, after }) => (corrections.get(subject) ?? null) !== after)
  if (changed.length > 0) return { changed: changed.map(({ subject }) => subject) }
  return { entries: entries.map(({ subject, before, after }) => ({ subject, before: after, after: before })) }
}

export function withEntries(corrections: Corrections, entries: readonly NamingEntry[]): Map<string, string> {
  const names = new Map(corrections)
  for (const { subject, after } of entries) {
    if (after === null) names.delete(subject)
    else names.set(subject, after)
  }
  return names
}

export interface NamingMove {
  readonly subject: string
  readonly from: string
  readonly to: string
  readonly figures: number
}

export interface NamingEffect {
  /** Most figures first. */
  readonly moves: readonly NamingMove[]
  /** Units that would stand together in an indicator and did not before. */
  readonly units: readonly { readonly indicator: string; readonly units: readonly string[] }[]
}

/** Which figures of reports would belong to another indicator. */
export function namingEffect(
  facts: readonly KeptFact[],
  before: Corrections,
  after: Corrections,
): NamingEffect {
  const moves = new Map<string, { subject: string; from: string; to: string; figures: number }>()
  for (const { subject } of facts) {
    const key = indicatorKey(subject)
    const known = moves.get(key)
    if (known) {
      known.figures += 1
      continue
    }
    const [from, to] = [indicatorOf(subject, before).name, indicatorOf(subject, after).name]
    if (from !== to) moves.set(key, { subject: key, from, to, figures: 1 })
  }
  const all = [...moves.values()]
  return {
    moves: all.sort((a, b) => b.figures - a.figures || (a.subject < b.subject ? -1 : 1)),
    units: mixedUnits(all, unitsBy(facts, before), unitsBy(facts, after)),
  }
}

function mixedUnits(
  moves: readonly NamingMove[],
  before: ReadonlyMap<string, ReadonlySet<string>>,
  after: ReadonlyMap<string, ReadonlySet<string>>,
): NamingEffect['units'] {
  return [...new Set(moves.map(({ to }) => to))].flatMap((indicator) => {
    const units = [...(after.get(indicator) ?? [])].sort()
    const sources = [indicator, ...moves.filter(({ to }) => to === indicator).map(({ from }) => from)]
    const isNew = !sources.some((source) => units.every((unit) => before.get(source)?.has(unit)))
    return units.length > 1 && isNew ? [{ indicator, units }] : []
  })
}

/** Growth and ranks have units of their own, which tell nothing of what is counted. */
function unitsBy(facts: readonly KeptFact[], names: Corrections): Map<string, ReadonlySet<string>> {
  const nameOf = indicatorNamer(names)
  const values = facts.filter(({ kind }) => kind !== 'growth' && kind !== 'rank')
  return new Map(
    [...grouped(values, ({ subject }) => nameOf(subject))].map(([name, of]) => [
      name,
      new Set(of.map(({ unit }) => unit)),
    ]),
  )
}
