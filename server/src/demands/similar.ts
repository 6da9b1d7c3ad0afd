import type { Demand } from '@kehui/domain/cases'
import { likeness } from '@kehui/domain/cases'

const ALIKE = 0.35
const MOST = 5

/** Needs that may be the same: by the words that everybody sees, the most alike first. */
export function similarDemands<T extends { readonly id: string; readonly redacted: Demand }>(
  { id, redacted }: { readonly id: string; readonly redacted: Demand },
  others: readonly T[],
): { readonly demand: T; readonly likeness: number; readonly shared: readonly string[] }[] {
  const text = wordsOf(redacted)
  return others
    .filter((other) => other.id !== id)
    .map((demand) => ({ demand, ...likeness(text, wordsOf(demand.redacted)) }))
    .filter((one) => one.likeness >= ALIKE)
    .sort((a, b) => b.likeness - a.likeness || (a.demand.id < b.demand.id ? -1 : 1))
    .slice(0, MOST)
}

function wordsOf({ title, problem }: Demand): string {
  return `${title}\n${problem}`
}
