import { showCell } from '@kehui/domain/registry/fields'
import { type ImportMapping, rowReader } from '@kehui/domain/registry/imports'
import { inLang, type Lang } from '@kehui/domain/shared'
import type { AppContext } from '../../context.js'
import { openTable } from './read/open-table.js'
import type { SourceRow } from './read/table.js'
import { planOf } from './run-import.js'
import type { ImportCheck } from './schema.js'

const ROWS_CHECKED = 2000
const ROWS_SHOWN = 20
const PROBLEMS_TOLD = 100

/** Reads the first rows of a file by a mapping, and writes nothing. */
export async function checkMapping(
  context: Pick<AppContext, 'library' | 'kinds' | 'today'>,
  path: string,
  mapping: ImportMapping,
  lang: Lang,
): Promise<ImportCheck> {
  const table = await openTable(path)
  const target = planOf(context, mapping, table.headers)
  const first: SourceRow[] = []
  for await (const batch of table.batches) {
    first.push(...batch.slice(0, ROWS_CHECKED - first.length))
    if (first.length >= ROWS_CHECKED) break
  }
  if (!('kind' in target)) return { rows: first.length, refused: 0, partly: 0, problems: [], shown: [] }
  const { places } = context.library
  const read = rowReader(target.kind, places)
  const check: ImportCheck = { rows: first.length, refused: 0, partly: 0, problems: [], shown: [] }
  for (const { row, cells, problem } of first) {
    const result = problem ? null : read(cells)
    const problems = result?.problems ?? [{ column: '', problem: problem ?? { zh: '' } }]
    if (!result || result.refused) check.refused += 1
    else if (problems.length > 0) check.partly += 1
    for (const { column, problem } of problems)
      if (check.problems.length < PROBLEMS_TOLD)
        check.problems.push({ row, column, zh: problem.zh, en: problem.en ?? problem.zh })
    if (result && !result.refused && check.shown.length < ROWS_SHOWN)
      check.shown.push({
        row,
        cells: target.kind.columns.map(({ field }, i) => {
          const cell = result.cells[i]
          const text = cell === null || cell === undefined ? null : showCell(field, cell, places, lang)
          return { field: field.name, label: inLang(field.label, lang), text }
        }),
      })
  }
  return check
}
