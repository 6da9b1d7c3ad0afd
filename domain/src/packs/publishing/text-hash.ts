import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { PackSource } from '../source-files.js'

/** What a text is stored under. */
export function textHash(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)))
}

/** Path → hash of its text, in the order of the paths. */
export type FileHashes = Readonly<Record<string, string>>

export function fileHashes(files: readonly PackSource[]): FileHashes {
  const entries = files.map(({ path, text }): [string, string] => [path, textHash(text)])
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Two sets of files have the same hash where every path and every text is the same, in whatever order they came. */
export function filesHash(hashes: FileHashes): string {
  const lines = Object.entries(hashes)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, hash]) => `${hash} ${path}\n`)
  return textHash(lines.join(''))
}
