import {
  candidatesOf,
  type ReadProblem,
  type ReadSides,
  type RoundKind,
  type RoundRules,
  readSheets,
  readSidesJson,
} from '@kehui/domain/cases/assignment'
import type { Text } from '@kehui/domain/shared'
import { HttpError } from '../http/error.js'
import { decodeText } from '../imports/decode-text.js'
import { kindOf } from '../imports/file-kind.js'
import { LIMITS } from '../imports/limits.js'
import { readTableFile } from '../imports/read-table.js'
import { readXlsxSheets } from '../imports/read-xlsx.js'

export interface ReadFile extends ReadSides {
  readonly notes: readonly Text[]
}

/** Two sides of a workbook, a CSV file or a JSON file; told by what it is, not by its name. */
export async function readFile(bytes: Uint8Array, kind: RoundKind): Promise<ReadFile> {
  if (bytes.length > LIMITS.bytes)
    throw new HttpError('imports.too-large', { megabytes: LIMITS.bytes / 1024 / 1024 })
  if (kindOf(bytes) === 'xlsx') {
    const sheets = await readXlsxSheets(bytes)
    return { ...readSheets(sheets, kind), notes: [] }
  }
  const text = decodeText(bytes)
  if (/^[\uFEFF\s]*[[{]/.test(text)) return { ...readSidesJson(jsonOf(text)), notes: [] }
  const { grid, notes } = await readTableFile(bytes)
  return { ...readSheets([{ name: 'CSV', grid }], kind), notes }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new HttpError('assignment.json', { why: error instanceof Error ? error.message : String(error) })
  }
}

/** Who can be brought together by what a file says; refused whole where any of it cannot be used. */
export function candidatesIn({ sides, said }: ReadSides, rules: RoundRules) {
  const found = candidatesOf(sides, said, rules)
  if (!found.ok) throw new HttpError('assignment.silent')
  return found.candidates
}

export function refuseRows(problems: readonly ReadProblem[], lang: 'zh' | 'en'): void {
  if (problems.length === 0) return
  throw new HttpError('assignment.rows', {
    count: problems.length,
    problems: problems.slice(0, 20).map((one) => ({ ...one, message: one.message[lang] ?? one.message.zh })),
  })
}
