import { type ResolveRecord, readRecord } from '@kehui/domain/registry/resolve'
import { inLang, type Lang } from '@kehui/domain/shared'
import { duplicateKey } from './duplicate-key.js'
import { readLines } from './read-lines.js'

export interface Records {
  readonly records: readonly ResolveRecord[]
  /** A sentence for each line that could not be read. */
  readonly problems: readonly string[]
  /** What was read and may not be meant so. */
  readonly notes: readonly string[]
}

/**
 * Records of a JSONL file; lines that cannot be read are named and left out. An id that comes again is no mistake:
 * files have several rows of one thing, and each row is compared.
 */
export async function readRecords(file: string, lang: Lang): Promise<Records> {
  const records: ResolveRecord[] = []
  const problems: string[] = []
  const lines = new Map<string, number>()
  let again = 0
  let example = ''
  for await (const { number, text, broken } of readLines(file)) {
    const where = `“${file}”, line ${number}: `
    const read = broken
      ? 'is not in UTF-8; save the file as UTF-8'
      : recordOf(text.replace(/^\uFEFF/, ''), lang)
    if (typeof read === 'string') {
      problems.push(where + read)
      continue
    }
    records.push(read)
    const id = String(read.id)
    const before = lines.get(id)
    if (before === undefined) lines.set(id, number)
    else if (again++ === 0) example = `id “${shown(id)}” in lines ${before} and ${number}`
  }
  const notes =
    again === 0
      ? []
      : [
          `“${file}”: ${again} ${again === 1 ? 'row has' : 'rows have'} the id of an earlier row (${example}); all were compared`,
        ]
  return { records, problems, notes }
}

function recordOf(text: string, lang: Lang): ResolveRecord | string {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return `is not JSON: ${shown(error instanceof Error ? error.message : String(error))}`
  }
  const twice = duplicateKey(text)
  if (twice) return `“${shown(twice.key)}” is given twice; keep one`
  const reading = readRecord(value)
  if (reading.ok) return reading.record
  return reading.field === null
    ? inLang(reading.problem, lang)
    : `“${shown(reading.field)}” ${inLang(reading.problem, lang)}`
}

const LONGEST_SHOWN = 80

function shown(text: string): string {
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text
}
