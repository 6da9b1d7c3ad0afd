import type { ImportPreview } from '@kehui/server/client'

type CellError = ImportPreview['errors'][number]

export interface ErrorGroup {
  readonly column: string
  readonly message: string
  readonly rows: readonly number[]
}

/** The same thing wrong in many rows of a column is one thing to put right, and told once. */
export function groupErrors(errors: readonly CellError[]): ErrorGroup[] {
  const groups = new Map<string, ErrorGroup>()
  for (const { row, column, message } of errors) {
    const key = JSON.stringify([column, message])
    const before = groups.get(key)
    groups.set(key, { column, message, rows: [...(before?.rows ?? []), row] })
  }
  return [...groups.values()]
}
