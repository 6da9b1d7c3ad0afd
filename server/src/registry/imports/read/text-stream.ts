import { isUtf8 } from 'node:buffer'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { HttpError } from '../../../http/error.js'

/** Small enough that its rows are done with before the young generation of memory is full. */
const PIECE = 256 * 1024

/** The encoding of a file: by its mark, by its zeros, else UTF-8 where all of it is, else GB18030. */
export async function encodingOf(path: string, head: Uint8Array): Promise<string> {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  const start = head.subarray(0, 4096)
  const zeros = [0, 0]
  for (const [i, byte] of start.entries()) if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (even + odd >= Math.max(1, start.length / 20)) return odd > even ? 'utf-16le' : 'utf-16be'
  return (await isAllUtf8(path)) ? 'utf-8' : 'gb18030'
}

async function isAllUtf8(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const buffer = Buffer.allocUnsafe(4 * PIECE)
    let length = 0
    for (;;) {
      const { bytesRead } = await file.read(buffer, length, buffer.length - length)
      if (bytesRead === 0) return isUtf8(buffer.subarray(0, length))
      length += bytesRead
      const whole = wholeCharacters(buffer.subarray(0, length))
      if (!isUtf8(buffer.subarray(0, whole))) return false
      buffer.copyWithin(0, whole, length)
      length -= whole
    }
  } finally {
    await file.close()
  }
}

/** Up to where no character is cut off by the end. */
function wholeCharacters(bytes: Uint8Array): number {
  let at = bytes.length - 1
  while (at >= 0 && at > bytes.length - 4 && ((bytes[at] ?? 0) & 0xc0) === 0x80) at -= 1
  return at >= 0 && (bytes[at] ?? 0) >= 0xc0 ? at : bytes.length
}

export interface TextPieces {
  readonly encoding: string
  readonly pieces: AsyncIterable<string>
  readonly bytesRead: () => number
}

/** The text of a file in pieces; bytes that no text has refuse it. */
export function textPieces(path: string, encoding: string): TextPieces {
  let read = 0
  async function* pieces(): AsyncIterable<string> {
    const decoder = new TextDecoder(encoding, { fatal: true })
    for await (const piece of createReadStream(path, { highWaterMark: PIECE })) {
      read += (piece as Buffer).length
      yield decoded(() => decoder.decode(piece as Buffer, { stream: true }))
    }
    yield decoded(() => decoder.decode())
  }
  return { encoding, pieces: pieces(), bytesRead: () => read }
}

function decoded(decode: () => string): string {
  let text: string
  try {
    text = decode()
  } catch {
    throw new HttpError('imports.encoding')
  }
  if (text.includes('\0')) throw new HttpError('imports.encoding')
  return text
}
