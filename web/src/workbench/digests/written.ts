import type { DigestDetail } from '@kehui/server/client'

type Section = DigestDetail['sections'][number]

/** A statement while it is being written: what tells it from others is no part of what it says. */
export interface WrittenStatement {
  readonly key: string
  readonly text: string
  readonly sources: readonly number[]
}

export interface WrittenSection {
  readonly key: string
  readonly heading: string
  readonly statements: readonly WrittenStatement[]
}

export function toWritten(sections: readonly Section[]): WrittenSection[] {
  return sections.map(({ heading, statements }, i) => ({
    key: `${i}`,
    heading,
    statements: statements.map((one, j) => ({ ...one, key: `${i}-${j}` })),
  }))
}

export function fromWritten(sections: readonly WrittenSection[]): Section[] {
  return sections.map(({ heading, statements }) => ({
    heading,
    statements: statements.map(({ text, sources }) => ({ text, sources: [...sources] })),
  }))
}
