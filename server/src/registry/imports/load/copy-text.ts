import type { Cell } from '@kehui/domain/registry/fields'

export const NULL = '\\N'

const SPECIAL = /[\\\t\n\r]/

/** A text as COPY reads it. */
export function copyText(text: string | null): string {
  if (text === null) return NULL
  if (!SPECIAL.test(text)) return text
  return text.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r')
}

const ODD = /["\\\p{Cc}]|[\ud800-\udfff]/u

/** Cells as JSON in a line of COPY. */
export function copyCells(cells: readonly (Cell | null)[]): string {
  let json = '['
  for (let i = 0; i < cells.length; i += 1) {
    const cell = cells[i]
    if (i > 0) json += ','
    if (cell === null || cell === undefined) json += 'null'
    else if (typeof cell === 'string' && !ODD.test(cell)) json += `"${cell}"`
    else if (typeof cell === 'number' || typeof cell === 'boolean') json += cell
    else json += JSON.stringify(cell).replaceAll('\\', '\\\\')
  }
  return `${json}]`
}
