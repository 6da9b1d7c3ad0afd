import type { Library } from '../../rules/programme.js'
import type { Lang } from '../../shared/text.js'
import { normalise, piecesOf } from './normal.js'
import {
  type SearchEntry,
  type SearchField,
  type SearchText,
  searchIndexOf,
  WEIGHTS,
} from './search-index.js'
import { type Part, snippet } from './snippet.js'

export interface Found {
  readonly programme: string
  readonly score: number
  /** Where it was found: its title where that has a word, and the best of its other texts where the title does not say it all. */
  readonly where: readonly { readonly field: SearchField; readonly parts: readonly Part[] }[]
}

interface Hit {
  readonly text: SearchText
  readonly score: number
  readonly terms: ReadonlySet<string>
}

/** So much of a term must be there to count as near it. */
const NEAR = 0.6

/** What is about the words, the most about them first; where nothing has all of them, what comes near. */
export function search(library: Library, query: string, lang: Lang): { found: Found[]; near: boolean } {
  const terms = termsOf(query)
  if (terms.length === 0) return { found: [], near: false }
  const entries = searchIndexOf(library)
  const whole = rank(entries, terms, lang, (text, term) => (text.includes(term) ? 1 : 0))
  return whole.length > 0
    ? { found: whole, near: false }
    : { found: rank(entries, terms, lang, coverage), near: true }
}

function termsOf(query: string): string[] {
  const words = query.split(/\s+/u).map((word) => normalise(word).text)
  return [...new Set(words.filter((word) => word !== ''))]
}

/** Which share of a term's words, or of its pairs of characters, a text has. */
function coverage(text: string, term: string): number {
  const pieces = piecesOf(term)
  return pieces.filter((piece) => text.includes(piece)).length / Math.max(1, pieces.length)
}

type Measure = (text: string, term: string) => number

function rank(
  entries: readonly SearchEntry[],
  terms: readonly string[],
  lang: Lang,
  measure: Measure,
): Found[] {
  const rarity = new Map(
    terms.map((term) => {
      const having = entries.filter(({ texts }) =>
        texts.some(({ normal }) => measure(normal.text, term) >= NEAR),
      )
      return [term, Math.log(1 + entries.length / (1 + having.length))]
    }),
  )
  return entries
    .flatMap((entry) => {
      const hits = hitsIn(entry, terms, rarity, measure)
      const isFound = terms.every((term) => hits.some((hit) => hit.terms.has(term)))
      return isFound
        ? [{ programme: entry.programme, score: scoreOf(hits), where: whereOf(hits, terms, lang) }]
        : []
    })
    .sort((a, b) => b.score - a.score || (a.programme < b.programme ? -1 : 1))
}

function hitsIn(
  { texts }: SearchEntry,
  terms: readonly string[],
  rarity: ReadonlyMap<string, number>,
  measure: Measure,
): Hit[] {
  return texts.flatMap((text) => {
    const shares = terms
      .map((term) => ({ term, share: measure(text.normal.text, term) }))
      .filter(({ share }) => share >= NEAR)
    if (shares.length === 0) return []
    const score = shares.reduce((sum, { term, share }) => {
      // The shorter the text, the more of it the word is.
      const filled = term.length / text.normal.text.length
      return sum + WEIGHTS[text.field] * share * (rarity.get(term) ?? 1) * (1 + filled)
    }, 0)
    return [{ text, score, terms: new Set(shares.map(({ term }) => term)) }]
  })
}

/** Each field counts once: many conditions that name a word say no more than one. */
function scoreOf(hits: readonly Hit[]): number {
  const best = new Map<SearchField, number>()
  for (const { text, score } of hits) best.set(text.field, Math.max(best.get(text.field) ?? 0, score))
  return [...best.values()].reduce((sum, score) => sum + score, 0)
}

function whereOf(hits: readonly Hit[], terms: readonly string[], lang: Lang): Found['where'] {
  // A text in the reader's language before the same in the other; documents have one language only.
  const preferred = [...hits].sort(
    (a, b) => Number(b.text.lang === lang) - Number(a.text.lang === lang) || b.score - a.score,
  )
  const title = preferred.find(({ text }) => text.field === 'title' && text.lang === lang)
  const missing = terms.filter((term) => !title?.terms.has(term))
  const other = preferred
    .filter(({ text, terms: had }) => text !== title?.text && missing.some((term) => had.has(term)))
    .sort((a, b) => b.score - a.score)[0]
  return [title, other].flatMap((hit) =>
    hit ? [{ field: hit.text.field, parts: snippet(hit.text, terms) }] : [],
  )
}
