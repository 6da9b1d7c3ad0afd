import { HttpError } from '../http/error.js'
import type { Input } from './input.js'
import type { See } from './read-document.js'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

/** Which encoding fits the whole file: read through once, holding nothing of it. */
export async function encodingOf(input: Input): Promise<Encoding> {
  const marked = byMark(input.head)
  const candidates: Encoding[] = marked ? [marked] : ['utf-8', 'gb18030']
  for (const encoding of candidates) if (await fits(input, encoding)) return encoding
  if (looksBinary(input.head))
    throw new HttpError('ingest.not-a-report', { kind: { zh: '二进制文件', en: 'a binary file' } })
  throw new HttpError('ingest.encoding')
}

function byMark(head: Uint8Array): Encoding | null {
  const [a, b, c] = head
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  // Without a mark: line ends, digits and spaces have a zero byte, on the one side or the other.
  const zeros: [number, number] = [0, 0]
  const sample = head.subarray(0, 4096)
  for (const [i, byte] of sample.entries()) if (byte === 0) zeros[(i % 2) as 0 | 1] += 1
  const [even, odd] = zeros
  if (even + odd < sample.length / 50 || Math.min(even, odd) > Math.max(even, odd) / 8) return null
  return odd > even ? 'utf-16le' : 'utf-16be'
}

/** Control characters that no text has, and code points that are not assigned. */
const NO_TEXT = /[^\P{Cc}\t\n\v\f\r\u0085]/u
const CHINESE = /[\u4e00-\u9fff]/g
/** Of any Chinese text some twenty in a hundred characters; of one read in a wrong encoding, next to none. */
const COMMON =
  /[的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家力高自二理新技科业企项市区建设]/g
const UNASSIGNED = /\p{Cn}/gu

async function fits(input: Input, encoding: Encoding): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  let read = 0
  let strange = 0
  let chinese = 0
  let common = 0
  try {
    for await (const piece of input.pieces()) {
      const text = decoder.decode(piece, { stream: true })
      if (NO_TEXT.test(text)) return false
      read += text.length
      strange += text.match(UNASSIGNED)?.length ?? 0
      chinese += text.match(CHINESE)?.length ?? 0
      common += text.match(COMMON)?.length ?? 0
    }
    decoder.decode()
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
  if (encoding === 'gb18030' && chinese > 50 && common < chinese / 12) return false
  return strange <= read / 1000
}

function looksBinary(head: Uint8Array): boolean {
  const controls = head.filter((b) => b < 9 || (b > 13 && b < 32)).length
  return controls > head.length / 100
}

/** The text of a file, piece by piece. */
export async function* decodePieces(
  input: Input,
  encoding: Encoding,
  see: See = () => {},
): AsyncIterable<string> {
  const decoder = new TextDecoder(encoding)
  let bytes = 0
  for await (const piece of input.pieces()) {
    const text = decoder.decode(piece, { stream: true })
    if (text !== '') yield text
    bytes += piece.length
    see({ share: Math.min(1, bytes / input.size), pages: null })
  }
  const rest = decoder.decode()
  if (rest !== '') yield rest
}
