import { open, readFile, stat } from 'node:fs/promises'
import { HttpError } from '../../../http/error.js'
import { kindOf } from '../../../imports/file-kind.js'
import { readTableFile } from '../../../imports/read-table.js'
import { headerAt, openCsv } from './read-csv.js'
import { openJsonArray, openJsonLines } from './read-jsonl.js'
import type { OpenTable, SourceRow } from './table.js'
import { encodingOf, textPieces } from './text-stream.js'

const HEAD = 64 * 1024
/** A workbook is unpacked in memory. */
const LARGEST_WORKBOOK = 100 * 1024 * 1024

/** A file as a table, by what it holds and not by how it is named: CSV, XLSX, JSON lines or a JSON array. */
export async function openTable(path: string): Promise<OpenTable> {
  const head = await headOf(path)
  if (kindOf(head) === 'xlsx') return openWorkbook(path)
  const text = textPieces(path, await encodingOf(path, head))
  const first = Buffer.from(head)
    .toString('latin1')
    .replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
  const sign = /[^\s\0]/.exec(first)?.[0]
  const table =
    sign === '{' ? await openJsonLines(text) : sign === '[' ? await openJsonArray(text) : await openCsv(text)
  if (table.headers.every((header) => header === '')) throw new HttpError('imports.empty')
  return table
}

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

async function openWorkbook(path: string): Promise<OpenTable> {
  const { size } = await stat(path)
  if (size > LARGEST_WORKBOOK)
    throw new HttpError('imports.too-large', { megabytes: LARGEST_WORKBOOK / 1024 / 1024 })
  const { grid, notes } = await readTableFile(await readFile(path))
  const rows = grid.map((cells, i): SourceRow => ({ row: i + 1, cells }))
  const at = headerAt(rows)
  async function* batches(): AsyncIterable<readonly SourceRow[]> {
    yield rows.slice(at + 1).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  }
  const headers = (rows[at]?.cells ?? []).map((cell) => cell.trim())
  return { headers, batches: batches(), notes: [...notes], bytesRead: () => size }
}
