import writeXlsxFile from 'write-excel-file/node'

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
export const CSV = 'text/csv; charset=utf-8'

/** The head line first; every cell is a text, so that none can run as a formula. */
export type TextTable = readonly (readonly string[])[]

/** `widths` in characters, by column. */
export async function textXlsx([head = [], ...body]: TextTable, widths: readonly number[]): Promise<Buffer> {
  const text = (value: string) => ({ value, type: String })
  const data = [
    head.map((value) => ({ ...text(value), fontWeight: 'bold' as const })),
    ...body.map((line) => line.map(text)),
  ]
  const columns = widths.map((width) => ({ width }))
  return writeXlsxFile(data, { columns, stickyRowsCount: 1 }).toBuffer()
}

/** With a byte-order mark, without which spreadsheets take UTF-8 for something else. */
export function textCsv(table: TextTable): string {
  const lines = table.map((line) => line.map(cell).join(','))
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

/** A spreadsheet runs what begins like a formula; an apostrophe makes it a text. */
function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Fen as yuan, with the cents only where there are some. */
export function yuanText(fen: string | bigint): string {
  const whole = BigInt(fen)
  const [sign, size] = whole < 0n ? ['-', -whole] : ['', whole]
  const cents = size % 100n
  return `${sign}${size / 100n}${cents === 0n ? '' : `.${String(cents).padStart(2, '0')}`}`
}
