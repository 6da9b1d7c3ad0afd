import { fold } from './fold.js'
import type { Line } from './lines.js'

/** Text without line breaks and without spaces between Chinese characters; every unit knows where it came from. */
export interface Paragraph {
  /** Folded, to be searched. */
  readonly text: string
  /** As written: `raw[i]` became `text[i]`. */
  readonly raw: string
  /** For each UTF-16 unit the code point of the file it was read from. */
  readonly source: readonly number[]
  /** A line without an end of a sentence: a title or a subheading. */
  readonly heading: boolean
  /** A heading as written, with the spaces inside its lines. */
  readonly title: string
  readonly indent: number
}

export interface Draft {
  text: string
  raw: string
  source: number[]
  lines: Line[]
  length: number
}

export function emptyDraft(): Draft {
  return { text: '', raw: '', source: [], lines: [], length: 0 }
}

const LATIN = /[A-Za-z0-9]/
const SPACE = /[\s\u200b\ufeff\u00ad]/

/** Adds a line. Spaces stay only between letters or digits: `GPS 2`, not `AI 创新`. */
export function append(draft: Draft, line: Line): void {
  const { text } = line
  let offset = line.start
  let space = false
  let folded = ''
  let raw = ''
  // Two Latin words on two lines are two words; digits on two lines are one number.
  let before = draft.text.at(-1) ?? ''
  if (/[A-Za-z]/.test(before) && /^[A-Za-z]/.test(text)) space = true
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i] ?? ''
    const code = text.charCodeAt(i)
    if (SPACE.test(c)) {
      space = true
    } else {
      const plain = fold(c)
      if (space && LATIN.test(before) && LATIN.test(plain)) {
        folded += ' '
        raw += ' '
        draft.source.push(offset)
      }
      space = false
      folded += plain
      raw += c
      before = plain
      draft.source.push(code >= 0xdc00 && code <= 0xdfff && i > 0 ? offset - 1 : offset)
    }
    // A pair of units is one code point.
    if (!(code >= 0xdc00 && code <= 0xdfff && i > 0)) offset += 1
  }
  draft.text += folded
  draft.raw += raw
  if (draft.lines.length < 8) draft.lines.push(line)
  else draft.lines[7] = line
  draft.length += 1
}

export function finish(draft: Draft, heading: boolean): Paragraph {
  return {
    text: draft.text,
    raw: draft.raw,
    source: draft.source,
    heading,
    title: heading ? draft.lines.map(({ text }) => text.trim()).join('') : '',
    indent: draft.lines[0]?.indent ?? 0,
  }
}

/** Both sides of a place in a paragraph; the later part is a heading glued to the text before it. */
export function splitAt(draft: Draft, at: number): [Paragraph, Paragraph] {
  const paragraph = finish(draft, false)
  const { text, raw, source, indent } = paragraph
  return [
    {
      text: text.slice(0, at),
      raw: raw.slice(0, at),
      source: source.slice(0, at),
      heading: false,
      title: '',
      indent,
    },
    {
      text: text.slice(at),
      raw: raw.slice(at),
      source: source.slice(at),
      heading: true,
      title: asWritten(draft.lines, raw.slice(at)),
      indent: 0,
    },
  ]
}

/** The lines that a stretch at the end was read from, with the spaces inside them. */
function asWritten(lines: readonly Line[], tail: string): string {
  let text = ''
  for (let i = lines.length - 1; i >= 0; i -= 1) {
    text = (lines[i]?.text ?? '') + text
    if (text.replaceAll(/\s/g, '') === tail.replaceAll(/\s/g, '')) return text
  }
  return tail
}

/** The code points of the file that a stretch of a paragraph was read from. */
export function spanOf(
  paragraph: Pick<Paragraph, 'source'>,
  from: number,
  to: number,
): [start: number, end: number] {
  const start = paragraph.source[from] ?? 0
  return [start, to > from ? (paragraph.source[to - 1] ?? start) + 1 : start]
}
