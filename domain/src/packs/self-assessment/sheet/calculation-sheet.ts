import type { Calculation } from '../formula/calculation.js'
import type { SelfAssessment } from '../schema.js'
import type { PlannedCell, PlannedSheet } from './plan.js'
import type { SheetText } from './texts.js'

export const CALCULATION_HEAD = 2

/** The sheet that shows how every column is computed, line by line. */
export function calculationSheet(
  { columns }: SelfAssessment,
  calculations: readonly Calculation[],
  { line, least, most, calculation, page }: SheetText,
): PlannedSheet {
  const height = Math.max(...calculations.map((c) => c.lines.length))
  const cell = (formula: string): PlannedCell | null => (formula === '' ? null : { style: 'code', formula })
  const rows = Array.from({ length: height }, (_, i) =>
    calculations.flatMap(({ lines }): (PlannedCell | null)[] => {
      const found = lines[i]
      return found
        ? [{ style: 'code', value: found.label }, cell(found.lo), cell(found.hi)]
        : [null, null, null]
    }),
  )
  const head = (value: string): PlannedCell => ({ style: 'head', value })
  return {
    name: calculation,
    widths: columns.flatMap(() => [26, 18, 18]),
    rows: [
      columns.flatMap((c) => [head(c.name), head(''), head('')]),
      columns.flatMap(() => [head(line), head(least), head(most)]),
      ...rows,
    ],
    heights: new Map(),
    merges: [],
    validations: [],
    frozen: { rows: CALCULATION_HEAD, columns: 0 },
    repeated: [1, CALCULATION_HEAD],
    footer: page,
  }
}
