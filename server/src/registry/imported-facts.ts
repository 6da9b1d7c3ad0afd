import { byPrecedence, factKeyOf, factValue, type Sourced } from '@kehui/domain/registry/facts'
import type { ImportedRow } from './store-imported.js'
import type { Observation } from './store-observations.js'

export interface Ranked extends Sourced {
  readonly observation: Observation
}

/** What was entered and what was imported together, for each key of a subject the value that counts first. */
export function mergedObservations(
  entered: readonly Observation[],
  rows: readonly ImportedRow[],
  linked: readonly Ranked[] = [],
): Observation[] {
  const ranked: Ranked[] = entered.map((observation) => ({
    observation,
    observedOn: observation.observedAt,
    standing: 'correction',
    confidence: 100,
    recorded: '',
  }))
  for (const row of rows) ranked.push(...rankedCells(row))
  ranked.push(...linked)
  return ranked
    .sort(
      (a, b) =>
        compare(a.observation.subject, b.observation.subject) ||
        compare(a.observation.key, b.observation.key) ||
        byPrecedence(a, b),
    )
    .map(({ observation }) => observation)
}

function rankedCells({ subject, row, year, cells, origin }: ImportedRow): Ranked[] {
  const { no, layout, source, observedOn, standing, confidence, recordedAt } = origin
  return layout.flatMap((column, i) => {
    const cell = cells[i]
    const key = factKeyOf(column, year)
    const value = key === null || cell === null || cell === undefined ? null : factValue(column.type, cell)
    if (key === null || value === null) return []
    const id = `${no}:${row}:${column.key}`
    return [
      {
        observation: { id, subject, key, value, source, standing, observedAt: observedOn },
        observedOn,
        standing,
        confidence,
        recorded: `${recordedAt} ${String(row).padStart(10, '0')}`,
      },
    ]
  })
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
