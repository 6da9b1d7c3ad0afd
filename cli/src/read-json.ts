import { readFileSync, statSync } from 'node:fs'
import { decodeText, refusalOf } from '@kehui/server/imports'
import { duplicateKey } from './duplicate-key.js'
import { RefusedError } from './output.js'

/** One subject is some kilobytes; a larger file is another file. */
const LARGEST_MB = 16

/** The JSON of a file, in UTF-8, UTF-16 or GB18030; `-` is standard input. */
export function readJson(file: string): unknown {
  const text = textOf(file, bytesOf(file))
  if (text.trim() === '') throw new RefusedError(`“${file}” is empty; write {"name": …, "facts": {…}}`)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new RefusedError(`“${file}” is not JSON: ${said(error)}`)
  }
  const twice = duplicateKey(text)
  if (twice) throw new RefusedError(`“${file}”, line ${twice.line}: “${twice.key}” is given twice; keep one`)
  return value
}

function bytesOf(file: string): Uint8Array {
  try {
    const size = file === '-' ? 0 : statSync(file).size
    const bytes = size > LARGEST_MB * 1024 * 1024 ? null : readFileSync(file === '-' ? 0 : file)
    if (bytes && bytes.length <= LARGEST_MB * 1024 * 1024) return bytes
  } catch (error) {
    throw new RefusedError(`“${file}” cannot be read: ${said(error)}`)
  }
  throw new RefusedError(`“${file}” is larger than ${LARGEST_MB} MB; a file holds the facts of one subject`)
}

function textOf(file: string, bytes: Uint8Array): string {
  try {
    return decodeText(bytes).replace(/^\uFEFF/, '')
  } catch (error) {
    if (refusalOf(error) === undefined) throw error
    throw new RefusedError(
      `“${file}” is not JSON: its text is neither UTF-8 nor UTF-16 nor GB18030; save it as UTF-8`,
    )
  }
}

function said(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
