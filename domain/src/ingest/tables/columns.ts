import type { FactDef, Library } from '../../rules/index.js'
import { findUnit } from '../../shared/unit.js'
import { isBareNumber, isBlank, unitInCell } from './cell.js'
import { readHeader } from './header.js'
import type { Choices, Column, Meaning, Table, TableQuestion } from './table.js'

export interface Understood {
  readonly columns: readonly Column[]
  readonly questions: readonly TableQuestion[]
}

export const SKIP = 'skip'
const SPECIAL: ReadonlySet<string> = new Set(['name', 'credit-code', 'year'])

/** What each column means: by its header, by a person's choice, or asked. */
export function understandColumns(library: Library, table: Table, choices: Choices): Understood {
  const questions: TableQuestion[] = []
  const taken = new Map<string, number>()
  const columns = table.header.map((header, index) => {
    const cells = table.rows.map((r) => r.cells[index] ?? '')
    const column = meaningOf(library, header, index, choices, questions)
    if (column.means === null) return column
    const place = `${column.means}@${column.year ?? ''}`
    const first = taken.get(place)
    if (first !== undefined) return repeated(library, table, column, first, questions)
    taken.set(place, index)
    return withUnit(library, column, cells, choices, questions, table.unitNote)
  })
  if (!taken.has('name@') && !taken.has('credit-code@')) askForName(table, choices, questions, columns)
  return { columns, questions }
}

export function factOf(library: Library, means: Meaning): { def: FactDef; calibre: string | null } | null {
  const [name = '', calibre] = means.split('.')
  const def = library.facts.get(name)
  if (!def || def.derived !== null) return null
  if (calibre !== undefined && !def.calibres.has(calibre)) return null
  return { def, calibre: calibre ?? null }
}

/** Facts that have a value a year; the others have one, and no year. */
export function isYearly(def: FactDef): boolean {
  return ['上年度', '上年末', '前年度', '当年'].includes(def.period)
}

function meaningOf(
  library: Library,
  header: string,
  index: number,
  choices: Choices,
  questions: TableQuestion[],
): Column {
  const read = readHeader(library, header)
  const base = { index, header, year: read.year, unit: read.unit, guessed: false }
  const set = choices.columns?.get(index)
  const answer = choices.answers?.[`fact:${index}`]
  if (choices.answers?.name === String(index)) return { ...base, year: null, means: 'name' }
  if (set) {
    const valid = set.means !== null && (SPECIAL.has(set.means) || factOf(library, set.means) !== null)
    return fitted(library, { ...base, ...set, means: valid ? set.means : null }, choices, questions)
  }
  const [only] = read.meanings
  if (only !== undefined && read.sure)
    return fitted(library, { ...base, means: only, guessed: read.guessed }, choices, questions)
  if (only === undefined) return { ...base, means: null }
  questions.push(askMeaning(library, header, index, read.meanings, answer ?? null))
  const means = answer === undefined || !read.meanings.includes(answer) ? null : answer
  return fitted(library, { ...base, means }, choices, questions)
}

/** A year over a fact that has one value and not one a year: a person says whether it still holds. */
function fitted(library: Library, column: Column, choices: Choices, questions: TableQuestion[]): Column {
  if (column.means === null || column.year === null) return column
  if (SPECIAL.has(column.means)) return { ...column, year: null }
  const found = factOf(library, column.means)
  if (!found || isYearly(found.def)) return column
  const id = `current:${column.index}`
  const chosen = choices.answers?.[id] ?? null
  const name = found.def.name
  questions.push({
    id,
    column: column.index,
    ask: {
      zh: `“${column.header}”写明了年份，但“${name}”只记当前值。是否当作当前值？`,
      en: `“${column.header}” names a year, but “${name}” has one present value. Take it as that?`,
    },
    options: [
      { value: 'take', label: { zh: '当作当前值', en: 'Take it' } },
      { value: SKIP, label: { zh: '不导入这一列', en: 'Leave the column out' } },
    ],
    chosen,
  })
  return { ...column, year: null, means: chosen === 'take' ? column.means : null }
}

function askMeaning(
  library: Library,
  header: string,
  index: number,
  meanings: readonly Meaning[],
  chosen: string | null,
): TableQuestion {
  return {
    id: `fact:${index}`,
    column: index,
    ask: { zh: `“${header}”是指哪一项？`, en: `What does “${header}” mean?` },
    options: [
      ...meanings.map((m) => ({ value: m, label: labelOf(library, m) })),
      { value: SKIP, label: { zh: '不导入这一列', en: 'Leave the column out' } },
    ],
    chosen,
  }
}

function labelOf(library: Library, means: Meaning): { zh: string; en: string } {
  const found = factOf(library, means)
  if (!found) return { zh: means, en: means }
  const { def, calibre } = found
  const of = calibre === null ? undefined : def.calibres.get(calibre)
  return {
    zh: `${def.label.zh}${of ? `（${of.zh}）` : ''}`,
    en: `${def.label.en ?? def.en}${of ? ` (${of.en ?? of.zh})` : ''}`,
  }
}

function repeated(
  library: Library,
  table: Table,
  column: Column,
  first: number,
  questions: TableQuestion[],
): Column {
  const other = table.header[first] ?? ''
  const calibres = factOf(library, column.means ?? '')?.def.calibres ?? new Map<string, unknown>()
  const name = (column.means ?? '').split('.')[0] ?? ''
  questions.push({
    id: `fact:${column.index}`,
    column: column.index,
    ask: {
      zh: `“${column.header}”与“${other}”读成了同一项。它是指哪一项？`,
      en: `“${column.header}” reads as the same as “${other}”. What does it mean?`,
    },
    options: [
      ...[...calibres.keys()].map((c) => ({
        value: `${name}.${c}`,
        label: labelOf(library, `${name}.${c}`),
      })),
      { value: SKIP, label: { zh: '不导入这一列', en: 'Leave the column out' } },
    ].filter(({ value }) => value !== column.means),
    chosen: null,
  })
  return { ...column, means: null }
}

function withUnit(
  library: Library,
  column: Column,
  cells: readonly string[],
  choices: Choices,
  questions: TableQuestion[],
  note: string | undefined,
): Column {
  const found = factOf(library, column.means ?? '')
  if (found?.def.type !== 'quantity') return { ...column, unit: null }
  const { def } = found
  const stated =
    column.unit !== null && findUnit(column.unit)?.dimension === def.dimension ? column.unit : null
  if (stated !== null) return mixedUnits(column, stated, def, cells, choices, questions)
  const options = UNITS[def.dimension] ?? []
  const bare = cells.some((c) => !isBlank(c) && isBareNumber(c) && !/^[0.,]+$/.test(c))
  if (options.length === 0 || !bare) return { ...column, unit: null }
  const id = `unit:${column.index}`
  const answer = choices.answers?.[id]
  const chosen = options.some(({ value }) => value === answer) ? (answer ?? null) : null
  questions.push({
    id,
    column: column.index,
    ask: {
      zh: `“${column.header}”没有写单位，其中的数字以什么为单位？${note ? `（表头上方写着“${note}”）` : ''}`,
      en: `“${column.header}” names no unit. What are its numbers in?${note ? ` (Above the header it says “${note}”.)` : ''}`,
    },
    options,
    chosen,
  })
  return { ...column, unit: chosen }
}

/** Where a bare number could be off by ten thousand or a hundred, its unit is never guessed. */
const UNITS: Readonly<Record<string, TableQuestion['options']>> = {
  CNY: [
    { value: '元', label: { zh: '元', en: 'yuan' } },
    { value: '万元', label: { zh: '万元', en: '10,000 yuan' } },
    { value: '亿元', label: { zh: '亿元', en: '100 million yuan' } },
  ],
  USD: [
    { value: '美元', label: { zh: '美元', en: 'US dollars' } },
    { value: '万美元', label: { zh: '万美元', en: '10,000 US dollars' } },
  ],
  '': [
    { value: '%', label: { zh: '百分数（12 即 12%）', en: 'per cent (12 is 12 %)' } },
    { value: '倍', label: { zh: '小数（0.12 即 12%）', en: 'fractions (0.12 is 12 %)' } },
  ],
}

function mixedUnits(
  column: Column,
  stated: string,
  def: FactDef,
  cells: readonly string[],
  choices: Choices,
  questions: TableQuestion[],
): Column {
  const factor = findUnit(stated)?.factor
  const other = cells
    .map((c) => (isBlank(c) ? null : unitInCell(c, def.dimension)))
    .find((u) => {
      const unit = u === null ? undefined : findUnit(u)
      return unit?.dimension === def.dimension && (unit.factor.n !== factor?.n || unit.factor.d !== factor.d)
    })
  if (other === undefined || other === null) return { ...column, unit: stated }
  const id = `mixed:${column.index}`
  questions.push({
    id,
    column: column.index,
    ask: {
      zh: `“${column.header}”的单位是${stated}，但有单元格写的是${other}。以哪个为准？`,
      en: `“${column.header}” is in ${stated}, but some cells say ${other}. Which holds?`,
    },
    options: [
      { value: 'cell', label: { zh: '以单元格写的为准', en: 'What the cell says' } },
      { value: SKIP, label: { zh: '不导入这一列', en: 'Leave the column out' } },
    ],
    chosen: choices.answers?.[id] ?? null,
  })
  return choices.answers?.[id] === 'cell'
    ? { ...column, unit: stated }
    : { ...column, means: null, unit: stated }
}

function askForName(
  table: Table,
  choices: Choices,
  questions: TableQuestion[],
  columns: readonly Column[],
): void {
  const free = columns.filter((c) => c.means === null)
  questions.push({
    id: 'name',
    column: free[0]?.index ?? 0,
    ask: {
      zh: '没有找到名称列或统一社会信用代码列。哪一列是名称？',
      en: 'No column of names or credit codes was found. Which column is the name?',
    },
    options: free.map((c) => {
      const label = table.header[c.index] || `${c.index + 1}`
      return { value: String(c.index), label: { zh: label, en: label } }
    }),
    chosen: choices.answers?.name ?? null,
  })
}
