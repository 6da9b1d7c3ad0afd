import type { DraftForm } from '../build.js'
import type { Draft } from '../rows.js'
import type { FormCell } from '../schema.js'
import { columnName } from './plan.js'

/** Where the columns of figures begin, and how many sheet columns each takes: the value and what it comes to. */
export const FIRST = 4
export const WIDE = 2
export const HEAD_ROWS = 5

/** The address of a column's value (`at` 0) or outcome (`at` 1) in a row of the form. */
export function address(column: number, at: 0 | 1, row: number): string {
  return `$${columnName(FIRST + column * WIDE + at)}$${row}`
}

export function pointsIn({ points }: FormCell): string | number | null {
  if (!points) return null
  return points.min === points.max ? points.min : `${points.min}–${points.max}`
}

/** The row of the sheet in which each row of the form will stand: every section has a line of its own before it. */
export function placeRows({ sections }: DraftForm): Map<Draft, number> {
  const placed = new Map<Draft, number>()
  let row = HEAD_ROWS
  for (const { drafts } of sections) {
    row += 1
    for (const draft of drafts) {
      row += 1
      placed.set(draft, row)
    }
  }
  return placed
}

const LINE_HEIGHT = 15
/** Wide characters that fit on a line of the item, the requirement and the evidence. */
const PER_LINE = [17, 16, 11] as const

export function heightOf(texts: readonly string[]): number {
  const lines = texts.map((text, i) =>
    text
      .split('\n')
      .reduce((n, part) => n + Math.max(1, Math.ceil(widthOf(part) / (PER_LINE[i] ?? PER_LINE[2]))), 0),
  )
  return Math.max(1, ...lines) * LINE_HEIGHT + 4
}

/** In wide characters: digits and Latin letters take about half of one. */
function widthOf(text: string): number {
  return [...text].reduce((n, c) => n + (c < '\u2000' ? 0.55 : 1), 0)
}
