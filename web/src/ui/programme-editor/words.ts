/** A word that a programme may use, and what it means, as the server tells it. */
export interface Word {
  readonly kind: 'fact' | 'record' | 'option' | 'unit' | 'function' | 'keyword' | 'key'
  readonly word: string
  readonly other: string | null
  readonly detail: string
  readonly info: string
}
