import { growthOf, statementOf } from './statement.js'

/** A figure of a report as people left it. */
export interface DigestFact {
  readonly id: string
  readonly region: { readonly province: string | null; readonly city: string | null }
  readonly organisation: string | null
  readonly subject: string
  /** Exact decimal, and its normalised unit. */
  readonly value: string
  readonly unit: string
  readonly kind: string
  readonly period: string | null
  readonly comparison: { readonly op?: string | undefined } | null
  /** The number of its source. */
  readonly source: number
}

export interface DigestStatement {
  readonly text: string
  /** Numbers of the sources it rests on. */
  readonly sources: readonly number[]
  /** The figures it was made of. */
  readonly facts: readonly string[]
}

export interface DigestSection {
  readonly heading: string
  readonly statements: readonly DigestStatement[]
}

/** Where no region is told. */
const NOWHERE = '其他'

/**
 * The next issue in draft: a section a region, in the order in which they come, and a statement a figure. What a figure
 * grew by joins its own statement; the same figure of two sources is one statement with both.
 */
export function draftDigest(facts: readonly DigestFact[]): DigestSection[] {
  const sections = new Map<string, DigestFact[]>()
  for (const fact of facts) {
    const heading = `${fact.region.province ?? ''}${fact.region.city ?? ''}` || NOWHERE
    sections.set(heading, [...(sections.get(heading) ?? []), fact])
  }
  return [...sections].map(([heading, of]) => ({ heading, statements: statementsOf(of) }))
}

function statementsOf(facts: readonly DigestFact[]): DigestStatement[] {
  const statements: { text: string; sources: Set<number>; facts: string[] }[] = []
  for (const [i, fact] of facts.entries()) {
    const before = facts[i - 1]
    const last = statements.at(-1)
    if (last && before && fact.kind === 'growth' && before.kind !== 'growth' && isSameFigure(before, fact)) {
      last.text += `，${growthOf(fact)}`
      last.sources.add(fact.source)
      last.facts.push(fact.id)
      continue
    }
    const text = statementOf(fact)
    const same = statements.find((one) => one.text === text)
    if (same) {
      same.sources.add(fact.source)
      same.facts.push(fact.id)
    } else statements.push({ text, sources: new Set([fact.source]), facts: [fact.id] })
  }
  return statements.map(({ text, sources, facts }) => ({
    text: `${text}。`,
    facts,
    sources: [...sources].sort((a, b) => a - b),
  }))
}

function isSameFigure(a: DigestFact, b: DigestFact): boolean {
  return a.subject === b.subject && a.period === b.period && a.source === b.source
}
