import type { DigestDetail } from '@kehui/server/client'

type Section = DigestDetail['sections'][number]
type Statement = Section['statements'][number]

/** A statement while it is being written: what tells it from others is no part of what it says. */
export interface WrittenStatement extends Readonly<Statement> {
  readonly key: string
}

export interface WrittenSection {
  readonly key: string
  readonly heading: string
  readonly drafted: string | null
  readonly statements: readonly WrittenStatement[]
}

export function toWritten(sections: readonly Section[]): WrittenSection[] {
  return sections.map(({ statements, ...section }, i) => ({
    ...section,
    key: `${i}`,
    statements: statements.map((one, j) => ({ ...one, key: `${i}-${j}` })),
  }))
}

export function fromWritten(sections: readonly WrittenSection[]): Section[] {
  return sections.map(({ key: _, statements, ...section }) => ({
    ...section,
    statements: statements.map(({ key: own, ...one }) => one),
  }))
}

/** One moved by a place, where there is one to move to. */
export function moved<Item>(list: readonly Item[], from: number, by: number): readonly Item[] {
  const to = from + by
  const one = list[from]
  if (one === undefined || to < 0 || to >= list.length) return list
  const next = list.filter((_, at) => at !== from)
  return [...next.slice(0, to), one, ...next.slice(to)]
}

/** Alt and an arrow up or down: which way, or none. */
export function wayOf(event: { readonly altKey: boolean; readonly key: string }): -1 | 0 | 1 {
  if (!event.altKey) return 0
  return event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
}
