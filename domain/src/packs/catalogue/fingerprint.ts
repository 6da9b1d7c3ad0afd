import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Programme } from '../../rules/programme.js'
import { rulePrint } from '../compare/compare.js'

const prints = new WeakMap<Programme, string>()

/** Another one exactly where the programme says something else; its version changes with the facts of its pack too. */
export function fingerprintOf(programme: Programme): string {
  const before = prints.get(programme)
  if (before !== undefined) return before
  const made = bytesToHex(sha256(utf8ToBytes(rulePrint(programme)))).slice(0, 16)
  prints.set(programme, made)
  return made
}
