import { openQuestions, readTable, type TableReading } from '@kehui/domain/ingest/tables'
import type { Library } from '@kehui/domain/rules'
import { inLang } from '@kehui/domain/shared'
import type { ImportPreview } from './schema.js'
import type { StoredChoices, StoredContent, StoredImport } from './store.js'

const ROWS_SHOWN = 20
const ERRORS_SHOWN = 200
const SAMPLES = 5

export function readStored(library: Library, content: StoredContent, choices: StoredChoices): TableReading {
  return readTable(library, content.table, {
    ...(choices.answers ? { answers: choices.answers } : {}),
    ...(choices.columns
      ? {
          columns: new Map(
            choices.columns.map((c) => [
              c.index,
              { means: c.fact, year: c.year ?? null, unit: c.unit ?? null },
            ]),
          ),
        }
      : {}),
  })
}

export function previewOf(library: Library, stored: StoredImport, lang: 'zh' | 'en'): ImportPreview {
  const { table, notes } = stored.content
  const reading = readStored(library, stored.content, stored.choices)
  const shown = table.rows.slice(0, ROWS_SHOWN)
  return {
    id: stored.id,
    fileName: stored.fileName,
    status: stored.status,
    createdAt: stored.createdAt.toISOString(),
    rowCount: table.rows.length,
    columns: reading.columns.map(({ means, ...column }) => ({
      ...column,
      fact: means,
      samples: shown
        .map((row) => row.cells[column.index] ?? '')
        .filter((cell) => cell !== '')
        .slice(0, SAMPLES),
    })),
    rows: shown.map(({ row, cells }) => ({ row, cells: [...cells] })),
    questions: reading.questions.map(({ id, column, ask, options, chosen }) => ({
      id,
      column,
      ask: inLang(ask, lang),
      options: options.map(({ value, label }) => ({ value, label: inLang(label, lang) })),
      chosen,
    })),
    errors: reading.errors
      .slice(0, ERRORS_SHOWN)
      .map(({ row, column, message }) => ({ row, column, message: inLang(message, lang) })),
    errorCount: reading.errors.length,
    notes: notes.map((note) => note[lang]),
    result: stored.result,
  }
}

export { openQuestions }
