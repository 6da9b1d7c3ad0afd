import type { TableReading } from '@kehui/domain/ingest/tables'
import { inLang } from '@kehui/domain/shared'
import writeXlsxFile from 'write-excel-file/node'
import type { StoredContent } from './store.js'

const TEXT = {
  zh: { row: '行', column: '列', cell: '原内容', problem: '问题' },
  en: { row: 'Row', column: 'Column', cell: 'Cell', problem: 'Problem' },
}

/** The cells that were not taken, with reasons; every cell is text, so that none of them runs as a formula. */
export async function errorsFile(
  reading: TableReading,
  content: StoredContent,
  lang: 'zh' | 'en',
): Promise<Buffer> {
  const { row, column, cell, problem } = TEXT[lang]
  const cells = new Map(content.table.rows.map((r) => [r.row, r.cells]))
  const lines = reading.errors.map((error) => {
    const at = content.table.header.indexOf(error.column)
    return [String(error.row), error.column, cells.get(error.row)?.[at] ?? '', inLang(error.message, lang)]
  })
  const text = (value: string) => ({ value, type: String })
  const data = [
    [row, column, cell, problem].map((value) => ({ ...text(value), fontWeight: 'bold' as const })),
    ...lines.map((line) => line.map(text)),
  ]
  return writeXlsxFile(data, {
    columns: [{ width: 8 }, { width: 28 }, { width: 28 }, { width: 60 }],
    stickyRowsCount: 1,
  }).toBuffer()
}
