import { RefusedError } from './output.js'
import { readLines } from './read-lines.js'

export interface JsonLine {
  readonly number: number
  readonly value: unknown
}

/** The JSON value of each line of a file in UTF-8; blank lines are passed over. `-` is standard input. */
export async function* readJsonLines(file: string): AsyncGenerator<JsonLine> {
  for await (const { number, text, broken } of readLines(file)) {
    if (broken) throw refusedAt(file, number, 'is not UTF-8; save the file as UTF-8')
    try {
      // A byte order mark is no part of the first value.
      yield { number, value: JSON.parse(number === 1 ? text.replace(/^\uFEFF/, '') : text) }
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
      throw refusedAt(file, number, `is not JSON: ${error.message}`)
    }
  }
}

export function refusedAt(file: string, line: number, what: string): RefusedError {
  return new RefusedError(`“${file}”, line ${line}: ${what}`)
}
