import { type Audience, factKey, type Library, type Value } from '../../rules/index.js'
import { parseSocialCreditCode } from '../../shared/social-credit-code.js'
import type { Text } from '../../shared/text.js'
import { isBlank, readCell } from './cell.js'
import { factOf, isYearly } from './columns.js'
import type { CellError, Column, SubjectRow, Table, TableReading, TableRow } from './table.js'

type Known = Map<string, { value: Value; text: string }>
type Identity = { name: string; creditCode: string | null; year: number | null }

/** Rows as subjects. A cell that cannot be read is told and left out; a row that names nobody, whole. */
export function readRows(
  library: Library,
  table: Table,
  columns: readonly Column[],
  audience: Audience,
): Pick<TableReading, 'rows' | 'errors' | 'skipped'> {
  const errors: CellError[] = []
  const rows = new Map<string, SubjectRow>()
  let skipped = 0
  if (!columns.some((c) => c.means === 'name' || c.means === 'credit-code'))
    return { rows: [], errors, skipped: table.rows.length }
  const yearly = columns.some((c) => c.means === 'year')
  for (const row of table.rows) {
    const who = identityOf(row, columns, errors)
    if (who === null) {
      skipped += 1
      continue
    }
    const facts = factsOf(library, row, columns, audience, who.year, errors)
    const id = who.creditCode ?? who.name
    const before = rows.get(id)
    if (!before) rows.set(id, { row: row.row, name: who.name, creditCode: who.creditCode, facts })
    else if (!yearly || !merge(before.facts as Known, facts)) {
      skipped += 1
      errors.push({ row: row.row, column: codeOrName(columns), message: repeats(before, facts) })
    }
  }
  return { rows: [...rows.values()], errors, skipped }
}

function codeOrName(columns: readonly Column[]): string {
  const code = columns.find((c) => c.means === 'credit-code')
  return (code ?? columns.find((c) => c.means === 'name'))?.header ?? ''
}

/** Adds the facts of another year; false where one is already known. */
function merge(known: Known, more: Known): boolean {
  for (const [key, { value }] of more) {
    const before = known.get(key)
    if (before && !same(before.value, value)) return false
  }
  for (const [key, fact] of more) known.set(key, fact)
  return true
}

function same(a: Value, b: Value): boolean {
  const text = (v: Value) => JSON.stringify(v, (_, x: unknown) => (typeof x === 'bigint' ? String(x) : x))
  return text(a) === text(b)
}

function repeats(before: SubjectRow, facts: Known): Text {
  const differs = [...facts].find(([key, { value }]) => {
    const known = before.facts.get(key)
    return !known || !same(known.value, value)
  })
  if (differs === undefined) return { zh: `与第 ${before.row} 行重复`, en: `Repeats row ${before.row}` }
  const [name = '', year] = differs[0].split('@')
  return {
    zh: `与第 ${before.row} 行是同一家，但“${name}”${year ? `（${year} 年）` : ''}不同；未采用本行`,
    en: `The same as row ${before.row}, but with another “${name}”${year ? ` (${year})` : ''}; this row is left out`,
  }
}

function identityOf(row: TableRow, columns: readonly Column[], errors: CellError[]): Identity | null {
  const cell = (means: string): { header: string; text: string } => {
    const column = columns.find((c) => c.means === means)
    const text = column ? (row.cells[column.index] ?? '') : ''
    return { header: column?.header ?? '', text: isBlank(text) ? '' : text }
  }
  const [name, code, year] = [cell('name'), cell('credit-code'), cell('year')]
  const fail = (column: string, message: Text): null => {
    errors.push({ row: row.row, column, message })
    return null
  }
  const total = code.text === '' ? [name.text, ...row.cells].find((text) => isTotal(text)) : undefined
  if (total !== undefined && (name.text === '' || isTotal(name.text)))
    return fail(name.header || code.header, {
      zh: `“${total.trim()}”行是汇总，不是一家企业；未采用`,
      en: `“${total.trim()}” sums up the rows and is no company; it is left out`,
    })
  if (name.text === '' && code.text === '')
    return fail(name.header || code.header, {
      zh: '没有名称，也没有信用代码',
      en: 'Neither a name nor a credit code',
    })
  const inYear = /^(?:FY)?((?:19|20)\d\d)(?:年度?)?$/i.exec(year.text.normalize('NFKC').trim())?.[1]
  if (year.text !== '' && inYear === undefined)
    return fail(year.header, { zh: `“${year.text}”不是年份`, en: `“${year.text}” is no year` })
  const base = {
    name: name.text.normalize('NFC').replaceAll(/\s+/g, ' '),
    year: inYear === undefined ? null : Number(inYear),
  }
  if (code.text === '') return { ...base, creditCode: null }
  const read = parseSocialCreditCode(code.text)
  if (read.ok) return { ...base, creditCode: read.code }
  const hint = read.suggestion
  return fail(code.header, {
    zh: read.reason.zh + (hint ? `；是否为 ${hint}？` : ''),
    en: (read.reason.en ?? read.reason.zh) + (hint ? `; did you mean ${hint}?` : ''),
  })
}

/** `合　计`, `总计：`: what stands at the foot of a sheet. */
function isTotal(text: string): boolean {
  return /^(合计|总计|小计|共计|累计|总合计|total|subtotal|sum)$/i.test(text.replaceAll(/[\s:：]/g, ''))
}

function factsOf(
  library: Library,
  row: TableRow,
  columns: readonly Column[],
  audience: Audience,
  rowYear: number | null,
  errors: CellError[],
): Known {
  const facts: Known = new Map()
  const headers = new Map<string, string>()
  for (const column of columns) {
    const found = column.means === null ? null : factOf(library, column.means)
    const cell = row.cells[column.index] ?? ''
    if (!found || isBlank(cell)) continue
    const fail = (message: Text) => errors.push({ row: row.row, column: column.header, message })
    if (!found.def.of.includes(audience)) {
      fail({ zh: `“${found.def.name}”不适用于这类对象`, en: `“${found.def.name}” is not asked of these` })
      continue
    }
    const read = readCell(library, found.def, cell, column.unit)
    if (!read.ok) {
      fail(read.message)
      continue
    }
    const year = isYearly(found.def) ? (column.year ?? rowYear) : null
    const key = factKey(found.def.name, found.calibre, year)
    facts.set(key, { value: read.value, text: read.text })
    headers.set(key, column.header)
  }
  dropContradictions(library, row, facts, headers, errors)
  return facts
}

/** A part that is greater than its whole: neither is known to be right, and the part is left out. */
function dropContradictions(
  library: Library,
  row: TableRow,
  facts: Known,
  headers: ReadonlyMap<string, string>,
  errors: CellError[],
): void {
  for (const [key, { value: part }] of facts) {
    const name = /^[^.@]+/.exec(key)?.[0] ?? ''
    const whole = library.facts.get(name)?.within
    if (!whole || part.kind !== 'quantity') continue
    const other = (
      facts.get(key.replace(name, whole)) ?? facts.get(key.replace(name, whole).replace(/\.[^@]+/, ''))
    )?.value
    if (other?.kind !== 'quantity' || part.lo <= other.hi) continue
    facts.delete(key)
    errors.push({
      row: row.row,
      column: headers.get(key) ?? name,
      message: { zh: `“${name}”大于“${whole}”`, en: `“${name}” is greater than “${whole}”` },
    })
  }
}
