import { parseDay } from '../../shared/day.js'
import { INDUSTRIES } from '../codes/index.js'
import type { Cell, FieldType } from '../fields/index.js'

/** A stored value as rules take it, as JSON holds it: integers as text, days since 1970. */
export type FactValue =
  | { readonly kind: 'quantity'; readonly lo: string; readonly hi: string }
  | { readonly kind: 'yes-no'; readonly value: boolean }
  | { readonly kind: 'choice'; readonly value: string }
  | { readonly kind: 'place'; readonly code: string }
  | { readonly kind: 'date'; readonly day: number }

/** Null where rules have no such value: a text, or words. */
export function factValue(type: FieldType, cell: Cell): FactValue | null {
  switch (type) {
    case 'quantity':
      return { kind: 'quantity', lo: String(cell), hi: String(cell) }
    case 'yes-no':
      return { kind: 'yes-no', value: cell === true }
    case 'choice':
      return { kind: 'choice', value: sectionName(String(cell)) ?? String(cell) }
    case 'place':
      return { kind: 'place', code: String(cell).slice(0, 6) }
    case 'date': {
      const day = parseDay(String(cell))
      return day === undefined ? null : { kind: 'date', day }
    }
    default:
      return null
  }
}

/** Programmes name an industry by its section, without the signs between its words: 农林牧渔业. */
function sectionName(code: string): string | null {
  if (!/^[A-T]\d{0,4}$/.test(code)) return null
  return INDUSTRIES.codes.get(code.charAt(0))?.zh.replaceAll('、', '') ?? null
}
