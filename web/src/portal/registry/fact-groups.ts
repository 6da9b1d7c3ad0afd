import type { FactRow } from '@kehui/server/client'
import type { AskedFact } from '../../ui/fact-input.js'

export const FACT_GROUPS = ['basic', 'yearly', 'counts', 'standing'] as const
export type FactGroup = (typeof FACT_GROUPS)[number]

/** Where a person looks for a fact: what the company is, its years, what it has, and its titles and standing. */
export function groupOf(row: Pick<FactRow, 'yearly'>, type: AskedFact['type'] | undefined): FactGroup {
  if (row.yearly) return 'yearly'
  if (type === 'quantity') return 'counts'
  return type === 'yes-no' ? 'standing' : 'basic'
}

/** Where a row's figures all come from the same source on the same day it is said once, not in every cell. */
export function commonSource(row: Pick<FactRow, 'cells'>): string | null {
  const [first, ...others] = row.cells.map((cell) => sourceOf(cell))
  if (first === undefined || row.cells.some((cell) => cell.others.length > 0)) return null
  return others.every((other) => other === first) ? first : null
}

export function sourceOf(cell: {
  readonly source: string | null
  readonly observedAt: string | null
}): string {
  return [cell.source, cell.observedAt?.slice(0, 10)].filter(Boolean).join(' · ')
}
