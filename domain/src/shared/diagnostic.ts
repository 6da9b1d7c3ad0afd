/** A place in a file, lines and columns counted from 1. */
export interface Position {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** One thing that is wrong with a pack: what, where, and what to do. */
export interface Diagnostic extends Position {
  readonly code: string
  readonly severity: 'error' | 'warning'
  readonly message: string
  readonly expected?: string
  readonly suggestion?: string
}
