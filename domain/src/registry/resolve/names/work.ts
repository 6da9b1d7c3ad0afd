import { lettersOf, wordsOf } from './normalise.js'

/** The title of a paper, patent, achievement or product as words that count, each with its own weight. */
export interface WorkForm {
  readonly letters: string
  readonly tokens: ReadonlyMap<string, number>
  readonly numbers: ReadonlySet<string>
}

const STOP = new Set(
  'a an the of for and or in on to with by from at as is are using based via 的 与 和 及 之'.split(' '),
)
const HAN = /\p{Script=Han}/u
const NUMERALS = /^(?:\d+|[ivx]{1,4}|[一二三四五六七八九十]+)$/

export function workForm(normalised: string): WorkForm {
  const words = wordsOf(normalised)
  const tokens = new Map<string, number>()
  for (const [at, word] of words.entries()) {
    if (!HAN.test(word)) {
      tokens.set(word, weightOf(word))
      continue
    }
    const next = words[at + 1]
    if (next !== undefined && HAN.test(next))
      tokens.set(word + next, STOP.has(word) || STOP.has(next) ? 0.3 : 1)
  }
  if (tokens.size === 0) for (const word of words) tokens.set(word, 1)
  return {
    letters: lettersOf(normalised),
    tokens,
    numbers: new Set(words.filter((w) => /\d/.test(w) || (!HAN.test(w) && w.length > 1 && NUMERALS.test(w)))),
  }
}

/** A model number says which thing it is; little words say next to nothing. */
function weightOf(word: string): number {
  if (STOP.has(word)) return 0.15
  if (/\d/.test(word)) return word.length >= 3 ? 2.5 : 1.2
  return Math.min(1.6, 0.5 + word.length * 0.14)
}

export type Rarity = (token: string) => number

/** How alike two titles are, 0 to 1: shared words by weight, with words nearly alike counted in part. */
export function compareWorks(a: WorkForm, b: WorkForm, rarity: Rarity): number {
  if (a.letters === b.letters) return a.letters === '' ? 0 : 1
  const [few, many] = a.tokens.size <= b.tokens.size ? [a, b] : [b, a]
  const alike = partlyAlike(few, many, rarity)
  // Of two titles with as many words neither is the shorter: both ways must lead to one score.
  const either =
    few.tokens.size === many.tokens.size ? Math.max(alike, partlyAlike(many, few, rarity)) : alike
  return Math.min(0.97, either) * (numbersDiffer(a, b) ? 0.75 : 1)
}

function partlyAlike(few: WorkForm, many: WorkForm, rarity: Rarity): number {
  let shared = 0
  let total = 0
  for (const [token, weight] of few.tokens) {
    const worth = weight * rarity(token)
    total += worth
    shared += worth * (many.tokens.has(token) ? 1 : nearest(token, many.tokens))
  }
  let other = 0
  for (const [token, weight] of many.tokens) other += weight * rarity(token)
  if (total === 0 || other === 0) return 0
  const cosine = shared / Math.sqrt(total * other)
  // A subtitle that one of them leaves out counts less than words that differ.
  const contained = (shared / total) * 0.9 * Math.min(1, few.tokens.size / 4)
  return Math.max(cosine, 0.5 * cosine + 0.5 * contained)
}

/** 第1部分 and 第2部分 are two works, however alike the rest is. */
function numbersDiffer(a: WorkForm, b: WorkForm): boolean {
  const missing = [...a.numbers].some((n) => !b.numbers.has(n))
  return missing && [...b.numbers].some((n) => !a.numbers.has(n))
}

/** A misspelt or shortened word, 0 where none is near. */
function nearest(token: string, tokens: ReadonlyMap<string, number>): number {
  if (token.length < 4 || /\d/.test(token) || HAN.test(token)) return 0
  for (const other of tokens.keys()) {
    if (other.length < 4 || Math.abs(other.length - token.length) > 3 || other[0] !== token[0]) continue
    if (other.startsWith(token) || token.startsWith(other)) return 0.7
    if (oneEditApart(token, other)) return 0.8
  }
  return 0
}

function oneEditApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start += 1
  const restA = a.slice(start)
  const restB = b.slice(start)
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA.slice(2) === restB.slice(2) && restA[0] === restB[1] && restA[1] === restB[0])
  )
}
