import { randomBytes } from 'node:crypto'

/** UUIDs of version 7 that an import gives out one after the other: what they begin with, and a number behind it. */
export function idSequence(now: number, random: Uint8Array = randomBytes(8)): Buffer {
  const first = Buffer.alloc(12)
  first.writeUIntBE(now, 0, 6)
  first.set(random.subarray(0, 6), 6)
  first[6] = 0x70 | ((first[6] ?? 0) & 0x0f)
  first[8] = 0x80 | ((first[8] ?? 0) & 0x3f)
  return first
}
