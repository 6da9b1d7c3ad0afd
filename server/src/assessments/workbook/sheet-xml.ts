import type { Sheet, SheetColumn, SheetValue } from '@kehui/domain/packs/cultivation'

/** Places in the list of styles of the workbook. */
export const STYLE = { text: 1, header: 2, money: 3, number: 4, date: 5, guarded: 6 } as const

const LONGEST_TEXT = 32_767
const CHUNK = 48 * 1024

/** The sheet as pieces of XML of some tens of kilobytes: it is never in memory as a whole. */
export function* sheetXml({ columns, rows }: Sheet): Generator<string> {
  const names = columns.map((_, i) => columnName(i + 1))
  let piece = head(columns, names)
  let count = 1
  for (const row of rows) {
    count += 1
    piece += `<row r="${count}">`
    for (const [i, value] of row.entries())
      piece += cellXml(value, columns[i]?.kind ?? 'text', `${names[i]}${count}`)
    piece += '</row>'
    if (piece.length < CHUNK) continue
    yield piece
    piece = ''
  }
  yield `${piece}</sheetData><autoFilter ref="A1:${names.at(-1)}${count}"/></worksheet>`
}

function head(columns: readonly SheetColumn[], names: readonly string[]): string {
  const widths = columns.map(
    ({ width }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
  )
  const titles = columns.map(({ title }, i) => textCell(title, STYLE.header, `${names[i]}1`))
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData><row r="1">${titles.join('')}</row>`
}

function cellXml(value: SheetValue, kind: SheetColumn['kind'], at: string): string {
  if (value === null || value === '') return ''
  if (typeof value === 'number')
    return `<c r="${at}" s="${kind === 'money' ? STYLE.money : STYLE.number}"><v>${value}</v></c>`
  const day = kind === 'date' ? serialOf(value) : null
  if (day !== null) return `<c r="${at}" s="${STYLE.date}"><v>${day}</v></c>`
  // A text that begins like a formula is marked as a text, so that it stays one when it is edited or saved as CSV.
  return textCell(value, /^[=+\-@\t\r]/.test(value) ? STYLE.guarded : STYLE.text, at)
}

function textCell(value: string, style: number, at: string): string {
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** Characters that XML does not allow are left out. */
export function escaped(text: string): string {
  if (!/[^\x20-\x25\x27-\x3b\x3d\x3f-\uD7FF\uE000-\uFFFD]/.test(text) && text.length <= LONGEST_TEXT)
    return text
  return text
    .slice(0, LONGEST_TEXT)
    .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll(/[&<>]/g, (character) => ESCAPES[character] ?? '')
}

const DAY_MS = 86_400_000
/** Spreadsheets count days from 1899-12-30. */
const EPOCH = 25_569

function serialOf(date: string): number | null {
  const time = Date.parse(`${date}T00:00:00Z`)
  return Number.isNaN(time) ? null : time / DAY_MS + EPOCH
}

function columnName(number: number): string {
  const rest = (number - 1) % 26
  const before = (number - 1 - rest) / 26
  return (before > 0 ? columnName(before) : '') + String.fromCharCode(65 + rest)
}
