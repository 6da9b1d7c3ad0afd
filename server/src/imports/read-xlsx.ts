import { readSheet } from 'read-excel-file/node'
import { HttpError } from '../http/error.js'
import { LIMITS } from './limits.js'
import type { TableFile } from './read-table.js'
import { inspectWorkbook, type SheetInfo } from './workbook.js'

/** Cells of the first sheet that can be seen and has any. */
export async function readXlsx(bytes: Uint8Array): Promise<TableFile> {
  const sheets = inspectWorkbook(bytes)
  const shown = sheets.filter((s) => !s.hidden)
  const sheet = shown.find((s) => s.rows > 0) ?? shown[0]
  if (!sheet) throw new HttpError('imports.hidden')
  if (sheet.rows > LIMITS.rows) throw new HttpError('imports.too-many-rows', { rows: LIMITS.rows })
  if (sheet.cells > LIMITS.cells) throw new HttpError('imports.too-many-cells', { cells: LIMITS.cells })
  const cells = await cellsOf(bytes, sheets.indexOf(sheet) + 1)
  return { grid: cells.map((row) => row.map(asText)), notes: notesOn(sheet, sheets) }
}

/** Cells of every sheet that can be seen, in their order. */
export async function readXlsxSheets(bytes: Uint8Array): Promise<{ name: string; grid: string[][] }[]> {
  const sheets = inspectWorkbook(bytes)
  const shown = sheets.filter((s) => !s.hidden)
  if (shown.length === 0) throw new HttpError('imports.hidden')
  if (shown.some((s) => s.rows > LIMITS.rows))
    throw new HttpError('imports.too-many-rows', { rows: LIMITS.rows })
  if (shown.reduce((total, s) => total + s.cells, 0) > LIMITS.cells)
    throw new HttpError('imports.too-many-cells', { cells: LIMITS.cells })
  const read: { name: string; grid: string[][] }[] = []
  for (const sheet of shown) {
    if (sheet.rows === 0) continue
    const cells = await cellsOf(bytes, sheets.indexOf(sheet) + 1)
    read.push({ name: sheet.name, grid: cells.map((row) => row.map(asText)) })
  }
  if (read.length === 0) throw new HttpError('imports.empty')
  return read
}

type Cell = string | number | boolean | Date | typeof Date | null

/** By its number: names may repeat, or hold what no name should. */
async function cellsOf(bytes: Uint8Array, sheet: number): Promise<Cell[][]> {
  try {
    // Numbers stay text: a code of 18 digits would lose the last ones.
    return await readSheet<string>(Buffer.from(bytes), sheet, { parseNumber: (text) => text, trim: true })
  } catch {
    // Whatever the library stumbles over, the file is at fault: its zip was whole.
    throw new HttpError('imports.broken')
  }
}

/** Control characters and halves of surrogate pairs: XML can name them, and no database stores them. */
const UNSTORABLE = /[^\P{Cc}\t\n\r]|\p{Cs}/gu

function asText(cell: Cell): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10)
  if (typeof cell === 'boolean') return cell ? '是' : '否'
  const text = String(cell).replaceAll(UNSTORABLE, '')
  return /^-?\d*\.?\d+(e[+-]?\d+)?$/i.test(text) ? numberText(text) : text
}

/** As the spreadsheet shows it: fifteen digits, without the noise of binary fractions. */
function numberText(text: string): string {
  if (/^-?\d+$/.test(text)) return text
  const rounded = Number(text).toPrecision(15)
  const plain = Number(rounded)
  if (Number.isInteger(plain) && Math.abs(plain) < 1e21) return BigInt(plain).toString()
  return /e/i.test(String(plain)) ? plain.toFixed(20).replace(/0+$/, '') : String(plain)
}

function notesOn(sheet: SheetInfo, sheets: readonly SheetInfo[]): TableFile['notes'] {
  const notes: { zh: string; en: string }[] = []
  const others = sheets.filter((s) => s !== sheet && !s.hidden && s.rows > 0).map((s) => s.name)
  const hidden = sheets.filter((s) => s.hidden).map((s) => s.name)
  if (others.length > 0)
    notes.push({
      zh: `只读取了工作表“${sheet.name}”；未读取：${others.join('、')}`,
      en: `Only the sheet “${sheet.name}” was read; not read: ${others.join(', ')}`,
    })
  if (hidden.length > 0)
    notes.push({
      zh: `未读取隐藏的工作表：${hidden.join('、')}`,
      en: `Hidden sheets were not read: ${hidden.join(', ')}`,
    })
  if (sheet.formulas > 0)
    notes.push({
      zh: `${sheet.formulas} 个单元格是公式，取的是文件中保存的结果${sheet.unvalued > 0 ? `；其中 ${sheet.unvalued} 个没有保存结果，按空白处理` : ''}`,
      en: `${sheet.formulas} cells are formulas; the results saved in the file were taken${sheet.unvalued > 0 ? `; ${sheet.unvalued} have none and count as blank` : ''}`,
    })
  if (sheet.failed > 0)
    notes.push({
      zh: `${sheet.failed} 个单元格是公式错误（如 #DIV/0!），按空白处理`,
      en: `${sheet.failed} cells hold formula errors such as #DIV/0! and count as blank`,
    })
  if (sheet.merged > 0)
    notes.push({
      zh: `有 ${sheet.merged} 处合并单元格，只有左上角一格有值`,
      en: `${sheet.merged} areas are merged; only their first cell has a value`,
    })
  return notes
}
