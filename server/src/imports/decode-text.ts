import { HttpError } from '../http/error.js'

/** Text of a CSV file: UTF-8 or UTF-16 where it says or shows so, else GB18030 as Chinese office software writes. */
export function decodeText(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes)
  const text = encoding === null ? firstThatFits(bytes) : decoded(bytes, encoding)
  if (text === undefined || holdsControls(text)) throw new HttpError('imports.encoding')
  return text
}

function encodingOf(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  // Without a mark: commas, digits and line ends have a zero byte, on the one side or the other.
  const head = bytes.subarray(0, 4096)
  const zeros = [0, 0]
  for (const [i, byte] of head.entries()) if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (even + odd < head.length / 20) return null
  return odd > even ? 'utf-16le' : 'utf-16be'
}

function firstThatFits(bytes: Uint8Array): string | undefined {
  return decoded(bytes, 'utf-8') ?? decoded(bytes, 'gb18030')
}

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

const CONTROLS = /[^\P{Cc}\t\n\v\f\r\u0085]/u

/** Characters that no table has: a sign that the bytes are no text, or of another encoding. */
function holdsControls(text: string): boolean {
  return CONTROLS.test(text) || /\p{Cn}/u.test(text.slice(0, 1_000_000))
}
