import { HttpError } from '../../../http/error.js'
import { type OpenTable, type SourceRow, WORD_BREAK } from './table.js'
import type { TextPieces } from './text-stream.js'

const LONGEST_LINE = 2_000_000
/** Lines in which the names of columns are looked for. */
const HEAD_LINES = 1000

type Line = {
  readonly row: number
  readonly object: Record<string, unknown> | null
  readonly tooLong?: boolean
}

/** A file with a JSON object a line; its columns are the names that its first lines use. */
export async function openJsonLines({ pieces, bytesRead }: TextPieces): Promise<OpenTable> {
  const lines = jsonLines(pieces)[Symbol.asyncIterator]()
  const begun: Line[] = []
  let ended = false
  while (begun.length < HEAD_LINES && !ended) {
    const next = await lines.next()
    if (next.done) ended = true
    else begun.push(...next.value)
  }
  const headers = headersOf(begun.flatMap(({ object }) => (object === null ? [] : [object])))
  async function* batches(): AsyncIterable<readonly SourceRow[]> {
    yield begun.splice(0).map((line) => rowOf(line, headers))
    while (!ended) {
      const next = await lines.next()
      if (next.done) ended = true
      else yield next.value.map((line) => rowOf(line, headers))
    }
  }
  return { headers, batches: batches(), notes: [], bytesRead }
}

const MOST_BYTES = 64 * 1024 * 1024

/** A file that is one JSON array of objects; it is read whole. */
export async function openJsonArray({ pieces, bytesRead }: TextPieces): Promise<OpenTable> {
  let text = ''
  for await (const piece of pieces) {
    text += piece
    if (text.length > MOST_BYTES)
      throw new HttpError('imports.too-large', { megabytes: MOST_BYTES / 1024 / 1024 })
  }
  const objects = parseArray(text)
  const headers = headersOf(objects.slice(0, HEAD_LINES))
  async function* batches(): AsyncIterable<readonly SourceRow[]> {
    yield objects.map((object, i) => rowOf({ row: i + 1, object }, headers))
  }
  return { headers, batches: batches(), notes: [], bytesRead }
}

function parseArray(text: string): Record<string, unknown>[] {
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    throw new HttpError('imports.json')
  }
  if (!Array.isArray(value) || !value.every(isObject)) throw new HttpError('imports.json')
  return value
}

async function* jsonLines(pieces: AsyncIterable<string>): AsyncIterable<Line[]> {
  let rest = ''
  let row = 0
  const take = (text: string): Line[] => {
    row += 1
    if (text.length > LONGEST_LINE) return [{ row, object: null, tooLong: true }]
    const line = text.trim()
    return line === '' ? [] : [{ row, object: parseLine(line.replace(/^\ufeff/, '')) }]
  }
  for await (const piece of pieces) {
    const lines = (rest + piece).split('\n')
    rest = lines.pop() ?? ''
    // What is too long is not kept; that it was is.
    if (rest.length > 2 * LONGEST_LINE) rest = rest.slice(0, LONGEST_LINE + 1)
    yield lines.flatMap(take)
  }
  yield take(rest)
}

function parseLine(line: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(line)
    return isObject(value) ? value : null
  } catch {
    return null
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function headersOf(objects: readonly Record<string, unknown>[]): string[] {
  return [...new Set(objects.flatMap((object) => Object.keys(object)))]
}

function rowOf({ row, object, tooLong }: Line, headers: readonly string[]): SourceRow {
  if (object !== null) return { row, cells: headers.map((header) => cellText(object[header])) }
  return {
    row,
    cells: [],
    problem: tooLong
      ? { zh: '这一行太长', en: 'The line is too long' }
      : { zh: '这一行不是 JSON 对象', en: 'The line is not a JSON object' },
  }
}

/** A value of JSON as a cell: words of a list stay apart, whatever stands in them. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (Array.isArray(value)) return value.map((one) => cellText(one)).join(WORD_BREAK)
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
