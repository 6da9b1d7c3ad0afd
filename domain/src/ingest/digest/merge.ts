import type { DigestSection, DigestStatement } from './digest.js'

/** A statement while people work on it. */
export interface EditedStatement extends DigestStatement {
  /** As it was drafted; null where a person wrote it. */
  readonly drafted: string | null
  /** Left out of the issue, and kept at hand. */
  readonly out: boolean
  /** What it would be by now, where a person had reworded it. */
  readonly newer: string | null
  /** Its figures are no longer among those chosen. */
  readonly gone: boolean
}

export interface EditedSection {
  readonly heading: string
  readonly drafted: string | null
  readonly statements: readonly EditedStatement[]
}

export interface MergeSummary {
  readonly added: number
  /** Drafted anew, since nobody had reworded them. */
  readonly updated: number
  readonly removed: number
  /** Reworded by people, and left as they are. */
  readonly kept: number
  /** Those of them whose figures say something else by now. */
  readonly newer: number
}

export interface MergedDraft {
  readonly sections: readonly EditedSection[]
  readonly summary: MergeSummary
}

export function toEdited(sections: readonly DigestSection[]): EditedSection[] {
  return sections.map(({ heading, statements }) => ({
    heading,
    drafted: heading,
    statements: statements.map(begun),
  }))
}

const begun = (statement: DigestStatement): EditedStatement => ({
  ...statement,
  drafted: statement.text,
  out: false,
  newer: null,
  gone: false,
})

/**
 * Drafts anew without losing what people did: their words, their order, their headings and what they left out stay.
 * Statements that nobody reworded follow their figures; new ones come last in the section of their region.
 */
export function mergeDraft(edited: readonly EditedSection[], next: readonly DigestSection[]): MergedDraft {
  const partners = partnersOf(edited, next)
  const taken = new Set<DigestStatement>(partners.values())
  const counts = { added: 0, updated: 0, removed: 0, kept: 0, newer: 0 }
  const sections = edited.map((section) => ({
    ...section,
    statements: section.statements.flatMap((old) => merged(old, partners.get(old), counts)),
  }))
  for (const { heading, statements } of next) {
    const fresh = statements.filter((one) => !taken.has(one)).map(begun)
    counts.added += fresh.length
    if (fresh.length === 0) continue
    const at = sections.findIndex((one) => one.drafted === heading)
    const own = sections[at]
    if (own) sections[at] = { ...own, statements: [...own.statements, ...fresh] }
    else sections.push({ heading, drafted: heading, statements: fresh })
  }
  const emptied = new Set(
    edited.filter(({ statements }) => statements.length > 0).map(({ drafted }) => drafted),
  )
  return {
    // A section that lost all it had goes; one that a person wrote stays.
    sections: sections.filter(
      ({ statements, heading, drafted }) =>
        statements.length > 0 || heading !== drafted || !emptied.has(drafted),
    ),
    summary: counts,
  }
}

/** Statements that rest on the same figures, each with one of the new. */
function partnersOf(
  edited: readonly EditedSection[],
  next: readonly DigestSection[],
): Map<EditedStatement, DigestStatement> {
  const byFact = new Map<string, DigestStatement>()
  for (const { statements } of next)
    for (const statement of statements) for (const fact of statement.facts) byFact.set(fact, statement)
  const partners = new Map<EditedStatement, DigestStatement>()
  const taken = new Set<DigestStatement>()
  for (const { statements } of edited)
    for (const old of statements) {
      const found = old.facts
        .map((fact) => byFact.get(fact))
        .find((one) => one !== undefined && !taken.has(one))
      if (!found) continue
      partners.set(old, found)
      taken.add(found)
    }
  return partners
}

type Counts = { -readonly [Key in keyof MergeSummary]: number }

function merged(old: EditedStatement, fresh: DigestStatement | undefined, counts: Counts): EditedStatement[] {
  const isOwn = old.text !== old.drafted
  if (!fresh) {
    if (isOwn) counts.kept += 1
    else counts.removed += 1
    return isOwn ? [{ ...old, newer: null, gone: old.facts.length > 0 }] : []
  }
  const { text, sources, facts } = fresh
  if (!isOwn) {
    if (text !== old.text) counts.updated += 1
    return [{ text, sources, facts, drafted: text, out: old.out, newer: null, gone: false }]
  }
  counts.kept += 1
  const newer = text !== old.drafted && text !== old.text ? text : null
  if (newer !== null) counts.newer += 1
  return [
    {
      ...old,
      sources,
      facts,
      drafted: text,
      newer: newer ?? (text === old.text ? null : old.newer),
      gone: false,
    },
  ]
}
