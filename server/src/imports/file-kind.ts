import { HttpError } from '../http/error.js'

/** Refuses what is plainly no table, by what it is rather than by how it is named. */
export function kindOf(bytes: Uint8Array): 'xlsx' | 'text' {
  if (bytes.every((b) => b === 0x20 || b === 0x0a || b === 0x0d || b === 0x09))
    throw new HttpError('imports.empty')
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06]))
    return 'xlsx'
  // The container of old Office files; today's also lie in one once they have a password.
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    throw new HttpError(holds(bytes, utf16('EncryptedPackage')) ? 'imports.encrypted' : 'imports.old-xls')
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  if (
    /^%PDF-|^\x89PNG|^GIF8|^\xff\xd8\xff|^\{\\rtf|^Rar!|^7z\xbc\xaf/.test(head) ||
    startsWith(bytes, [0x1f, 0x8b])
  )
    throw new HttpError('imports.not-a-table')
  if (/^(\xef\xbb\xbf)?\s*<(!doctype|html|table|\?xml|meta|script)/i.test(head))
    throw new HttpError('imports.web-page')
  return 'text'
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((b, i) => bytes[i] === b)
}

function utf16(text: string): Buffer {
  return Buffer.from(text, 'utf16le')
}

function holds(bytes: Uint8Array, wanted: Buffer): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(wanted)
}
