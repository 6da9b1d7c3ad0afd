import { displayWidth } from './fold.js'
import type { Line } from './lines.js'

/** How a file is laid out, seen from its first lines. */
export interface Layout {
  /** Columns of a full line, or null where a line is a paragraph. */
  readonly width: number | null
  /** Blank lines that usually stand between two lines. */
  readonly gap: number
  /** Lines that come again and again, digits left out. */
  readonly repeated: ReadonlySet<string>
}

export const ENDS_SENTENCE = /[。！？!?…][”’」』》）"']*$/
/** A break may stand between a sentence and the mark that closes its quotation. */
const MOSTLY = 0.5
const WIDEST = 170

export function layoutOf(lines: readonly Line[]): Layout {
  const widths = lines.map(({ text }) => displayWidth(text)).sort((a, b) => a - b)
  const typical = widths[Math.floor(widths.length * 0.75)] ?? 0
  const full = lines.filter(({ text }) => {
    const width = displayWidth(text)
    return width >= typical * 0.85 && width <= typical * 1.35
  })
  // Lines that a page's width ends stop anywhere; those of paragraphs stop with their sentence.
  const open = full.filter(({ text }) => !ENDS_SENTENCE.test(text))
  const wrapped =
    typical >= 16 &&
    typical <= WIDEST &&
    full.length >= lines.length * MOSTLY &&
    open.length >= full.length * MOSTLY
  const gaps = lines.map(({ gap }) => gap).sort((a, b) => a - b)
  return {
    width: wrapped ? typical : null,
    gap: gaps[Math.floor(gaps.length / 2)] ?? 0,
    repeated: repeatedIn(lines),
  }
}

const SHORT = 60

/** A running head without the page it stands on. */
export function headKey(text: string): string {
  return text.replaceAll(/[\s\d\uff10-\uff19]+/g, '')
}

function repeatedIn(lines: readonly Line[]): Set<string> {
  const seen = new Set<string>()
  const repeated = new Set<string>()
  for (const { text } of lines) {
    const key = headKey(text)
    if (key.length < 3 || text.length > SHORT || ENDS_SENTENCE.test(text)) continue
    if (seen.has(key)) repeated.add(key)
    seen.add(key)
  }
  return repeated
}
