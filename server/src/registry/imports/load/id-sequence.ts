import { randomBytes } from 'node:crypto'

/** UUIDs of version 7 that an import gives out one after the other: the n-th can be told again from n. */
export function idSequence(now: number, random: Uint8Array = randomBytes(8)): (n: number) => string {
  const time = now.toString(16).padStart(12, '0')
  const hex = Buffer.from(random).toString('hex')
  const start = `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(0, 3)}-8${hex.slice(3, 6)}-${hex.slice(6, 10)}`
  return (n) => start + n.toString(16).padStart(8, '0')
}
