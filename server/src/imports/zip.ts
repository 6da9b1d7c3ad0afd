import { inflateRawSync } from 'node:zlib'
import { HttpError } from '../http/error.js'
import { LIMITS } from './limits.js'

export type ZipFiles = ReadonlyMap<string, Uint8Array>

interface Entry {
  readonly name: string
  readonly method: number
  readonly packed: number
  readonly unpacked: number
  readonly offset: number
  readonly encrypted: boolean
}

/**
 * The files of a zip that `wanted` picks. What a file says of its size is checked before, and what it really
 * unpacks to while it does: neither alone stops a bomb.
 */
export function unzip(bytes: Uint8Array, wanted: (name: string) => boolean): ZipFiles {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = entriesOf(zip)
  if (entries.some((e) => e.encrypted)) throw new HttpError('imports.encrypted')
  const declared = entries.reduce((sum, e) => sum + e.unpacked, 0)
  if (declared > LIMITS.unpackedBytes) throw tooLarge()
  let left = LIMITS.unpackedBytes
  const files = new Map<string, Uint8Array>()
  for (const entry of entries) {
    const data = unpack(zip, entry, left)
    left -= data.length
    if (wanted(entry.name)) files.set(entry.name, data)
  }
  return files
}

function tooLarge(): HttpError {
  return new HttpError('imports.unpacked-too-large', { megabytes: LIMITS.unpackedBytes / 1024 / 1024 })
}

function entriesOf(zip: Buffer): Entry[] {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + 22 > zip.length) throw new HttpError('imports.broken')
  const count = zip.readUInt16LE(end + 10)
  let at = zip.readUInt32LE(end + 16)
  const entries: Entry[] = []
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== 0x02014b50) throw new HttpError('imports.broken')
    const nameLength = zip.readUInt16LE(at + 28)
    entries.push({
      name: zip.toString('utf8', at + 46, at + 46 + nameLength),
      encrypted: (zip.readUInt16LE(at + 8) & 1) === 1,
      method: zip.readUInt16LE(at + 10),
      packed: zip.readUInt32LE(at + 20),
      unpacked: zip.readUInt32LE(at + 24),
      offset: zip.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return entries
}

function unpack(zip: Buffer, entry: Entry, left: number): Uint8Array {
  const { offset, packed, method } = entry
  if (offset + 30 > zip.length) throw new HttpError('imports.broken')
  const start = offset + 30 + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28)
  const data = zip.subarray(start, start + packed)
  if (data.length !== packed) throw new HttpError('imports.broken')
  if (method === 0) {
    if (data.length > left) throw tooLarge()
    return data
  }
  if (method !== 8) throw new HttpError('imports.broken')
  try {
    return packed === 0 ? new Uint8Array() : inflateRawSync(data, { maxOutputLength: Math.max(1, left) })
  } catch (error) {
    if (error instanceof RangeError) throw tooLarge()
    throw new HttpError('imports.broken')
  }
}
