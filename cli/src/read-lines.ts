import { createReadStream } from 'node:fs'
import { RefusedError } from './output.js'

export interface Line {
  readonly number: number
  readonly text: string
  /** The line is not in UTF-8. */
  readonly broken: boolean
}

/** A line is one record; what is longer is no file of records. */
const LONGEST_MB = 64

/** The lines of a file in UTF-8, one after another; blank ones are passed over. */
export async function* readLines(file: string): AsyncGenerator<Line> {
  let number = 0
  let rest: Uint8Array[] = []
  let length = 0
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const line = (bytes: Uint8Array): Line => {
    number += 1
    try {
      return { number, text: decoder.decode(bytes).replace(/\r$/, ''), broken: false }
    } catch {
      return { number, text: '', broken: true }
    }
  }
  for await (const chunk of bytesOf(file)) {
    let from = 0
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      const read = line(joined([...rest, chunk.subarray(from, at)]))
      if (read.broken || read.text.trim() !== '') yield read
      rest = []
      length = 0
      from = at + 1
    }
    rest.push(chunk.subarray(from))
    length += chunk.length - from
    if (length > LONGEST_MB * 1024 * 1024)
      throw new RefusedError(
        `“${file}”, line ${number + 1} is longer than ${LONGEST_MB} MB; write one record a line`,
      )
  }
  const last = line(joined(rest))
  if (last.broken || last.text.trim() !== '') yield last
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return parts.length === 1 ? (parts[0] ?? new Uint8Array()) : Buffer.concat(parts)
}

async function* bytesOf(file: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of file === '-'
      ? process.stdin
      : createReadStream(file, { highWaterMark: 1 << 20 }))
      yield chunk as Uint8Array
  } catch (error) {
    throw new RefusedError(
      `“${file}” cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}
