import type { Text } from '../../shared/text.js'

/** A product that a plan names, with what goes into it. */
export interface PlannedProduct {
  readonly name: string
  readonly madeWith: readonly string[]
  /** What it is a kind of. */
  readonly kindOf: string | null
}

/** An industry chain that a region works on, as a pack describes it. */
export interface ChainPlan {
  readonly id: string
  readonly pack: string
  readonly title: Text
  /** The document that declares it; null for an invented one. */
  readonly document: string | null
  readonly parts: readonly { readonly title: Text; readonly products: readonly PlannedProduct[] }[]
}
