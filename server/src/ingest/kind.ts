import { HttpError } from '../http/error.js'
import type { Input } from './input.js'

export type DocumentKind = 'docx' | 'pdf' | 'html' | 'text'

/** How files of other kinds begin, byte by byte. */
const OTHERS: readonly [kind: { zh: string; en: string }, starts: readonly string[]][] = [
  [{ zh: '图片', en: 'a picture' }, ['\x89PNG', 'GIF8', '\xff\xd8\xff', 'RIFF', 'II*\0', 'MM\0*']],
  [{ zh: 'RTF 文档', en: 'an RTF document' }, ['{\\rtf']],
  [{ zh: '压缩包', en: 'an archive' }, ['Rar!', '7z\xbc\xaf', '\x1f\x8b', 'BZh9', '\xfd7zXZ']],
  [{ zh: '程序', en: 'a program' }, ['\x7fELF', 'MZ\x90\0', '\xcf\xfa\xed\xfe']],
  [{ zh: '音频或视频', en: 'sound or film' }, ['ID3', 'OggS', '\0\0\0\x18ftyp', '\0\0\0\x20ftyp']],
  [{ zh: '数据库', en: 'a database' }, ['SQLite format 3']],
]

/** What a file is, by its first bytes and not by its name. */
export function kindOf({ head, size }: Input): DocumentKind {
  if (size === 0) throw new HttpError('ingest.empty')
  const start = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 4096)).toString('latin1')
  if (start.startsWith('PK\x03\x04')) return 'docx'
  if (start.startsWith('\xd0\xcf\x11\xe0')) {
    // Old Office files, and new ones that have a password, lie in the same container.
    const all = Buffer.from(head.buffer, head.byteOffset, head.length)
    if (all.includes(Buffer.from('EncryptedPackage', 'utf16le'))) throw new HttpError('ingest.encrypted')
    throw new HttpError('ingest.not-a-report', {
      kind: { zh: '旧版 Office 文件（.doc、.xls、.ppt）', en: 'an old Office file (.doc, .xls, .ppt)' },
    })
  }
  if (start.slice(0, 1024).includes('%PDF-')) return 'pdf'
  for (const [kind, starts] of OTHERS)
    if (starts.some((bytes) => start.startsWith(bytes))) throw new HttpError('ingest.not-a-report', { kind })
  if (
    /^(?:\xef\xbb\xbf)?\s*(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body|meta|div|p|h1|table|article|section|title)\b/is.test(
      start,
    )
  )
    return 'html'
  return 'text'
}
