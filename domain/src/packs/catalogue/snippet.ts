import { piecesOf } from './normal.js'
import type { SearchText } from './search-index.js'

export interface Part {
  readonly text: string
  readonly hit: boolean
}

const BEFORE = 18
const LENGTH = 90

/** A text around what was found, in parts; the found words are marked. */
export function snippet({ original, normal, field }: SearchText, terms: readonly string[]): Part[] {
  const marks = marksIn(normal.text, terms).map(({ from, to }) => ({
    from: normal.at[from] ?? 0,
    to: to < normal.at.length ? (normal.at[to] ?? original.length) : original.length,
  }))
  const first = marks[0]?.from ?? 0
  const isShort = field === 'title' || original.length <= LENGTH
  const start = isShort || first <= BEFORE ? 0 : wordStart(original, first - BEFORE, first)
  const end = isShort ? original.length : wordEnd(original, Math.min(original.length, start + LENGTH))
  const parts: Part[] = []
  const push = (text: string, hit: boolean) => {
    if (text !== '') parts.push({ text, hit })
  }
  let at = start
  if (start > 0) push('…', false)
  for (const { from, to } of marks) {
    if (from >= end) break
    push(original.slice(at, from), false)
    push(original.slice(from, Math.min(to, end)).trimEnd(), true)
    at = Math.min(to, end) - trailing(original.slice(from, Math.min(to, end)))
  }
  push(original.slice(at, end), false)
  if (end < original.length) push('…', false)
  return parts
}

const LETTER = /[\p{Script=Latin}\p{N}]/u

/** Words are not cut: from the middle of one it goes on to the next. */
function wordStart(text: string, from: number, until: number): number {
  if (!LETTER.test(text[from - 1] ?? '') || !LETTER.test(text[from] ?? '')) return from
  const space = text.indexOf(' ', from)
  return space < 0 || space >= until ? from : space + 1
}

function wordEnd(text: string, end: number): number {
  if (!LETTER.test(text[end - 1] ?? '') || !LETTER.test(text[end] ?? '')) return end
  const space = text.lastIndexOf(' ', end)
  return space < end - BEFORE ? end : space
}

function trailing(text: string): number {
  return text.length - text.trimEnd().length
}

interface Span {
  readonly from: number
  readonly to: number
}

/** Where terms stand, or their words where a term does not stand as a whole; spans that touch are one. */
function marksIn(text: string, terms: readonly string[]): Span[] {
  const spans = terms.flatMap((term) => {
    const whole = placesOf(text, term)
    return whole.length > 0 ? whole : piecesOf(term).flatMap((piece) => placesOf(text, piece))
  })
  const merged: Span[] = []
  for (const span of spans.sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1)
    if (last && span.from <= last.to)
      merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, span.to) }
    else merged.push(span)
  }
  return merged
}

function placesOf(text: string, part: string): Span[] {
  const spans: Span[] = []
  for (let from = text.indexOf(part); from >= 0; from = text.indexOf(part, from + part.length))
    spans.push({ from, to: from + part.length })
  return spans
}
