import { fold } from './fold.js'
import { isStopWord } from './stop-words.js'
import { type Found, TermFinder, type Vocabulary } from './vocabulary.js'

/** Cuts Chinese text into its words, leaving nothing out; a dictionary of the language is outside of the domain. */
export type Cut = (text: string) => readonly string[]

/** A part of a text, with the word that it counts as. */
export interface Span {
  readonly from: number
  readonly to: number
  readonly word: string
  /** How much it counts in a query. */
  readonly weight: number
}

/** A query with what it looks for: spans of its folded text, and the words that a reader knows them by. */
export interface AnalysedQuery {
  readonly text: string
  readonly spans: readonly Span[]
  readonly words: readonly { readonly from: number; readonly to: number }[]
}

const HAN = /\p{Script=Han}/u
const RUN = /\p{Script=Han}+|[^\p{Script=Han}]+/gu
/** Words and numbers; points, hyphens and strokes belong to what they stand in: `li-ion`, `gb/t1.1`, `2.5`. */
const LATIN = /[\p{L}\p{N}]+(?:[-./·'_+][\p{L}\p{N}]+)*(?:%|°c|\+\+|#)?/gu
const PART = /[\p{L}\p{N}]+/gu
/** A number and its unit are one thing, with a space between or without. */
const MEASURE =
  /(?<!\d)(\d+(?:\.\d+)?)\s+(?=(?:[kmgtμnp]?(?:w|wh|v|va|hz|pa|m|g|l|j|a|ah|b|bps|mol|n)|mm|cm|km|mm2|m2|m3|h|min|s|ms|rpm|°c|dpi|db|ppm)(?![\p{L}\p{N}]))/gu

/**
 * What words count. The shape of a Chinese word is in all its pairs and single characters as well, so that a word is
 * found where it is cut otherwise, or written shorter: half as much.
 */
const WHOLE = 1
const PIECE = 0.5
/** Longer pieces are no words but something that was not cut. */
const LONGEST = 64

/** Reads queries and documents the same way. */
export class Analyser {
  private readonly cut: Cut
  private readonly finder: TermFinder

  constructor(cut: Cut, vocabulary: Vocabulary) {
    this.cut = cut
    this.finder = new TermFinder(vocabulary)
  }

  /** The words that a document is found by. */
  document(text: string): string[] {
    return this.query(text).spans.map(({ word }) => word)
  }

  query(given: string): AnalysedQuery {
    const text = fold(given).replace(MEASURE, '$1')
    const spans = new Spans()
    const terms = this.finder.find(text)
    for (const { from, to, word } of terms) spans.term(from, to, word)
    for (const { 0: run, index } of text.matchAll(RUN))
      if (HAN.test(run)) this.chinese(run, index, spans)
      else latin(run, index, spans)
    return { text, spans: spans.list(), words: spans.words(terms) }
  }

  private chinese(run: string, from: number, spans: Spans): void {
    let at = from
    for (const word of this.cut(run)) {
      spans.word(at, word)
      at += word.length
    }
    const characters = [...run]
    at = from
    for (const [i, character] of characters.entries()) {
      const next = characters[i + 1] ?? ''
      spans.piece(at, character)
      if (next !== '' && !isStopWord(character) && !isStopWord(next)) spans.piece(at, character + next)
      at += character.length
    }
  }
}

function latin(run: string, from: number, spans: Spans): void {
  for (const { 0: whole, index } of run.matchAll(LATIN)) {
    spans.word(from + index, whole)
    const parts = [...whole.matchAll(PART)]
    if (parts.length > 1) for (const part of parts) spans.piece(from + index + part.index, part[0])
  }
}

/** Each place and word once, with the weights of all that it is. */
class Spans {
  private readonly found = new Map<string, { from: number; to: number; word: string; weight: number }>()
  private readonly whole: { from: number; to: number }[] = []

  term(from: number, to: number, word: string): void {
    this.put(from, to, word, WHOLE)
  }

  word(from: number, word: string): void {
    if (isStopWord(word) || word.length > LONGEST) return
    this.whole.push({ from, to: from + word.length })
    this.put(from, from + word.length, word, WHOLE)
  }

  piece(from: number, piece: string): void {
    if (!isStopWord(piece) && piece.length <= LONGEST) this.put(from, from + piece.length, piece, PIECE)
  }

  list(): Span[] {
    return [...this.found.values()]
  }

  /** What a reader knows the text by: terms, and the words between them, one after the other. */
  words(terms: readonly Found[]): { from: number; to: number }[] {
    let next = 0
    const free = this.whole.filter(({ from, to }) => {
      while ((terms[next]?.to ?? to) <= from) next += 1
      const term = terms[next]
      return term === undefined || term.from >= to
    })
    return [...terms.map(({ from, to }) => ({ from, to })), ...free].sort((a, b) => a.from - b.from)
  }

  private put(from: number, to: number, word: string, weight: number): void {
    const key = `${from} ${word}`
    const before = this.found.get(key)
    if (before) before.weight += weight
    else this.found.set(key, { from, to, word, weight })
  }
}
