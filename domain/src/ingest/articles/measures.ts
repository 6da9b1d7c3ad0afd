import { leadPhraseLength } from '../text/lead-phrase.js'
import { type Paragraph, spanOf } from '../text/paragraph.js'

export interface Measure {
  readonly n: number
  readonly marker: string | null
  readonly style: 'enumerated' | 'standalone_subheading' | 'lead_phrase'
  readonly heading: string
  /** Code points of the file. */
  readonly start: number
  readonly headingEnd: number
  readonly end: number
}

type Open = Omit<Measure, 'n' | 'end'> & { end: number }

export interface MeasureReader {
  /** Whether the paragraph taken last belongs to a measure: what stands before is the lead of the article. */
  begun(): boolean
  subheading(paragraph: Paragraph): void
  body(paragraph: Paragraph): void
  end(): Measure[]
}

const ORDINALS = [
  '一',
  '二',
  '三',
  '四',
  '五',
  '六',
  '七',
  '八',
  '九',
  '十',
  '十一',
  '十二',
  '十三',
  '十四',
  '十五',
]
const MARKER =
  /(^|[。；：！？”）])((?:其?([一二三四五六七八九十]{1,2})是)|(?:第([一二三四五六七八九十]{1,2})[，,])|(?:（([一二三四五六七八九十]{1,2})）)|(?:([一二三四五六七八九十]{1,2})、)|(?:（?(\d{1,2})[）.、](?!\d)))/g
const LONGEST_HEADING = 60

/** Finds the measures of one article as its paragraphs arrive. */
export function readMeasures(): MeasureReader {
  const enumerated: Open[] = []
  const headings: Open[] = []
  const phrases: Open[] = []
  let lastWasPhrase = false
  const extend = (list: Open[], end: number) => {
    const last = list.at(-1)
    if (last && end >= 0) last.end = end
  }
  return {
    // One short first sentence may be a figure of speech; a measure it is with its text, or with others.
    begun: () => enumerated.length + headings.length > 0 || lastWasPhrase || phrases.length > 1,
    subheading(paragraph) {
      const [start, end] = spanOf(paragraph, 0, paragraph.text.length)
      extend(enumerated, end)
      headings.push({
        marker: null,
        style: 'standalone_subheading',
        heading: paragraph.title,
        start,
        headingEnd: end,
        end,
      })
    },
    body(paragraph) {
      const [, end] = spanOf(paragraph, 0, paragraph.text.length)
      const found = markersIn(paragraph, enumerated.length)
      if (found[0]) extend(enumerated, beforeOf(paragraph, found[0].start))
      for (const [i, open] of found.entries()) {
        const next = found[i + 1]
        enumerated.push({ ...open, end: next ? next.start : end })
      }
      if (found.length === 0) extend(enumerated, end)
      extend(headings, end)
      const phrase = found.length === 0 ? leadPhrase(paragraph, end) : null
      lastWasPhrase = phrase !== null
      if (phrase) phrases.push(phrase)
      else extend(phrases, end)
    },
    end() {
      const chosen =
        headings.length > 1 || (headings.length > 0 && enumerated.length < 2)
          ? headings
          : enumerated.length > 0
            ? enumerated
            : phrases.length > 1
              ? phrases
              : []
      return chosen.map((open, i) => ({ n: i + 1, ...open }))
    },
  }
}

/** Where the text before a measure ends: at the start of the measure, or at the end of the paragraph before. */
function beforeOf(paragraph: Paragraph, start: number): number {
  const at = paragraph.source.indexOf(start)
  return at > 0 ? start : -1
}

function markersIn(paragraph: Paragraph, before: number): Omit<Open, 'end'>[] {
  const found: Omit<Open, 'end'>[] = []
  let count = before
  for (const match of paragraph.text.matchAll(MARKER)) {
    const ordinal = match[3] ?? match[4] ?? match[5] ?? match[6]
    const number = ordinal === undefined ? Number(match[7]) : ORDINALS.indexOf(ordinal) + 1
    const at = (match.index ?? 0) + (match[1]?.length ?? 0)
    // `1.` and `一、` begin a measure at the start of a paragraph only.
    if (at > 0 && match[3] === undefined && match[4] === undefined) continue
    if (number !== count + 1 && !(number === 1 && count === 0)) continue
    count = number
    found.push({ ...headed(paragraph, at, match[2] ?? ''), style: 'enumerated' })
  }
  return found
}

function headed(paragraph: Paragraph, at: number, marker: string): Omit<Open, 'end' | 'style'> {
  const from = at + marker.length
  const rest = paragraph.text.slice(from, from + LONGEST_HEADING + 1)
  const stop =
    /[。；：！？]/.exec(rest)?.index ?? /，/.exec(rest)?.index ?? Math.min(rest.length, LONGEST_HEADING)
  const [start, headingEnd] = spanOf(paragraph, at, from + stop)
  return { marker, heading: paragraph.raw.slice(from, from + stop), start, headingEnd }
}

function leadPhrase(paragraph: Paragraph, paragraphEnd: number): Open | null {
  const stop = leadPhraseLength(paragraph.text)
  if (stop === 0) return null
  const [start, headingEnd] = spanOf(paragraph, 0, stop)
  return {
    marker: null,
    style: 'lead_phrase',
    heading: paragraph.raw.slice(0, stop),
    start,
    headingEnd,
    end: paragraphEnd,
  }
}
