import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Call } from '../../rules/programme.js'

const keys = new Map<string, string>()

/** A call is known by its number; one without a number by its title, year and batch. Rounds of one call share its key. */
export function callKey({ title, number, year, batch }: Call): string {
  const text = number ?? [title.zh, year ?? '', batch ?? ''].join('\n')
  const before = keys.get(text)
  if (before !== undefined) return before
  const made = bytesToHex(sha256(utf8ToBytes(text))).slice(0, 12)
  keys.set(text, made)
  return made
}
