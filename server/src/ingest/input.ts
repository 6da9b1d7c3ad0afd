import { createReadStream } from 'node:fs'
import { open, readFile } from 'node:fs/promises'

/** A file on disk or in memory; read as often as needed, in pieces or whole. */
export interface Input {
  readonly size: number
  readonly head: Uint8Array
  bytes(): Promise<Uint8Array>
  pieces(): AsyncIterable<Uint8Array>
}

const HEAD = 64 * 1024
const PIECE = 256 * 1024

export async function fileInput(path: string): Promise<Input> {
  const file = await open(path)
  try {
    const stat = await file.stat()
    if (!stat.isFile()) throw Object.assign(new Error('it is no file'), { code: 'EISDIR' })
    const { bytesRead, buffer } = await file.read(new Uint8Array(HEAD), 0, HEAD, 0)
    return {
      size: stat.size,
      head: buffer.subarray(0, bytesRead),
      bytes: () => readFile(path),
      pieces: () => createReadStream(path, { highWaterMark: PIECE }),
    }
  } finally {
    await file.close()
  }
}

export function bytesInput(bytes: Uint8Array): Input {
  return {
    size: bytes.length,
    head: bytes.subarray(0, HEAD),
    bytes: async () => bytes,
    pieces: async function* () {
      for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE)
    },
  }
}
