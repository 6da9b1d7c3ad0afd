import { contribution, rarity, saturation } from './bm25.js'
import { Cursor } from './cursor.js'
import { evaluate, newRoom } from './evaluate.js'
import { type Filter, openOf } from './filter.js'
import type { SearchIndex } from './search-index.js'
import { meanLengthOf, placeOf, type Segment } from './segment.js'
import { Top } from './top.js'

/** A longer query counts with its most telling words. */
const MOST_WORDS = 256

export interface QueryWord {
  readonly word: string
  readonly weight: number
}

export interface Hit {
  readonly id: string
  readonly score: number
}

export interface SearchOptions {
  readonly k: number
  readonly filter?: Filter
}

/** A query against the words that an index has now. */
interface Weighed {
  readonly words: readonly { readonly word: string; readonly number: number; readonly weight: number }[]
  readonly fixed: number
  readonly slope: number
}

const room = newRoom()

/** The best documents for a query, best first; the older of equal ones first. */
export function search(
  index: SearchIndex,
  query: readonly QueryWord[],
  { k, filter = [] }: SearchOptions,
): Hit[] {
  const { words, fixed, slope } = weighed(index, query)
  const most = Math.min(k, index.size)
  if (!(most > 0) || words.length === 0) return []
  const top = new Top(Math.floor(most))
  for (const segment of index.segments) {
    const reach = reachOf(segment, slope, index)
    const cursors = words.flatMap(({ number, weight }) => {
      const place = placeOf(segment.words, number)
      return place < 0 ? [] : [new Cursor(segment, place, weight, reach)]
    })
    if (cursors.length === 0) continue
    const open = openOf(segment, index.dictionary, filter)
    evaluate({ segment, cursors, fixed, slope, open }, top, room)
  }
  return top.list().map(({ score, key }) => {
    const { segment, doc } = index.find(key)
    return { id: segment.ids[doc] ?? '', score }
  })
}

/** What each word of a query adds to the score of a document that has it. */
export function explain(index: SearchIndex, query: readonly QueryWord[], id: string): Map<string, number> {
  const parts = new Map<string, number>()
  const found = index.placeOf(id)
  if (!found) return parts
  const { segment, doc } = found
  const { words, fixed, slope } = weighed(index, query)
  for (const { word, number, weight } of words) {
    const often = oftenIn(segment, number, doc)
    if (often > 0) parts.set(word, contribution(weight, often, fixed, slope, segment.lengths[doc] ?? 0))
  }
  return parts
}

/** What no document's score can exceed: what a query would have from one that is full of all its words. */
export function ceilingOf(index: SearchIndex, query: readonly QueryWord[]): number {
  return weighed(index, query).words.reduce((sum, { weight }) => sum + weight, 0)
}

function oftenIn(segment: Segment, number: number, doc: number): number {
  const place = placeOf(segment.words, number)
  if (place < 0) return 0
  const from = segment.starts[place] ?? 0
  const at = placeOf(segment.docs.subarray(from, segment.starts[place + 1]), doc)
  return at < 0 ? 0 : (segment.often[from + at] ?? 0)
}

function weighed({ segments, dictionary, bm25 }: SearchIndex, query: readonly QueryWord[]): Weighed {
  const wanted = new Map<string, number>()
  for (const { word, weight } of query) wanted.set(word, (wanted.get(word) ?? 0) + weight)
  let [count, length] = [0, 0]
  for (const segment of segments) {
    count += segment.lengths.length
    length += segment.totalLength
  }
  const words = [...wanted].flatMap(([word, weight]) => {
    const number = dictionary.find(word)
    if (number === undefined || !(weight > 0)) return []
    const having = segments.reduce((sum, segment) => sum + havingIn(segment, number), 0)
    return having === 0 ? [] : [{ word, number, weight: weight * rarity(count, having) * (bm25.k1 + 1) }]
  })
  if (words.length > MOST_WORDS) words.sort((a, b) => b.weight - a.weight).length = MOST_WORDS
  return { words, ...saturation(bm25, count > 0 ? length / count : 0) }
}

function havingIn({ words, starts }: Segment, number: number): number {
  const place = placeOf(words, number)
  return place < 0 ? 0 : (starts[place + 1] ?? 0) - (starts[place] ?? 0)
}

/** Bounds were made for a segment's own mean length; where documents are longer on the whole, short ones gain. */
function reachOf(segment: Segment, slope: number, { bm25 }: SearchIndex): number {
  const own = saturation(bm25, meanLengthOf(segment))
  return slope < own.slope ? own.slope / slope : 1
}
