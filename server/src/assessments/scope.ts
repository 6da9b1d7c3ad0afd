import type { Verdict } from '@kehui/domain/rules'

/** The companies that a matrix is of: those of a list, narrowed by what the page filters by. */
export interface CompanyFilter {
  /** Code of a district or city: those in it. */
  readonly place?: string | undefined
  readonly park?: string | undefined
  /** A title that it holds: a step of the ladder. */
  readonly title?: string | undefined
  readonly industry?: string | undefined
  /** Part of the name, or the beginning of the credit code. */
  readonly q?: string | undefined
}

export interface Scope {
  /** Null for all companies. */
  readonly ids: readonly string[] | null
  /** All must hold: the filter of a list, and that of the page. */
  readonly filters: readonly CompanyFilter[]
  /** Only those of which this programme came to this verdict. */
  readonly only?: { readonly programme: string; readonly verdict: Verdict } | undefined
}

export const PARK = '所在园区'
export const INDUSTRY = '行业门类'
