import { grouped } from './grouped.js'
import { type Indicator, indicatorKey, indicatorOf, tableNames } from './indicator.js'
import type { Corrections } from './names.js'
import type { KeptFact } from './table.js'

export interface NamedSubject {
  readonly subject: string
  readonly by: Indicator['by']
  readonly figures: number
}

export interface NamedIndicator {
  readonly indicator: string
  readonly figures: number
  /** The words that mean it, those of most figures first. */
  readonly subjects: readonly NamedSubject[]
}

/** Every indicator with all the words that mean it: of reports, of the table, and of people. */
export function nameTable(facts: readonly KeptFact[], corrections: Corrections): NamedIndicator[] {
  const figures = new Map(
    [...grouped(facts, ({ subject }) => indicatorKey(subject))].map(([key, of]) => [key, of.length]),
  )
  const known = new Set([
    ...figures.keys(),
    ...tableNames().map(({ subject }) => subject),
    ...corrections.keys(),
  ])
  const subjects = [...known].map((subject) => {
    const { name, by } = indicatorOf(subject, corrections)
    return { indicator: name, subject, by, figures: figures.get(subject) ?? 0 }
  })
  return [...grouped(subjects, ({ indicator }) => indicator)]
    .map(([indicator, of]) => ({
      indicator,
      figures: of.reduce((sum, one) => sum + one.figures, 0),
      subjects: of
        .map(({ subject, by, figures: own }) => ({ subject, by, figures: own }))
        .sort((a, b) => b.figures - a.figures || (a.subject < b.subject ? -1 : 1)),
    }))
    .sort((a, b) => b.figures - a.figures || (a.indicator < b.indicator ? -1 : 1))
}
