import { GROUP_WORDS, INDUSTRY_WORDS } from './company-words.js'

export const REGION = 0
export const BRAND = 1
export const INDUSTRY = 2
export const GROUP = 3
/** Where a company is, what it is called, what it does, how it is held together. */
export type Role = typeof REGION | typeof BRAND | typeof INDUSTRY | typeof GROUP

export interface Piece {
  readonly text: string
  readonly role: Role
}

const LONGEST_WORD = 17
/** A letter that belongs to no word costs a little more than a word: the fewest words win. */
const LETTER_COST = 1.2
/** A brand is near the beginning; what comes after so many letters is cut without looking. */
const LONGEST_CUT = 60

/** The fewest words and single letters that make up the text; letters side by side are one brand. */
export function segmented(text: string): Piece[] {
  const lengths = wordLengths(text.slice(0, LONGEST_CUT))
  const pieces: Piece[] = []
  for (let at = 0; at < lengths.length; ) {
    const length = lengths[at] ?? 1
    const piece = text.slice(at, at + length)
    const role = roleOf(piece)
    const last = pieces.at(-1)
    if (role === undefined && last?.role === BRAND)
      pieces[pieces.length - 1] = { text: last.text + piece, role: BRAND }
    else pieces.push({ text: piece, role: role ?? BRAND })
    at += length
  }
  return pieces
}

/** The length of the word that begins at each place, on the cheapest way through the text. */
function wordLengths(text: string): number[] {
  const costs: number[] = Array.from({ length: text.length + 1 }, () => 0)
  const lengths: number[] = Array.from({ length: text.length }, () => 1)
  for (let at = text.length - 1; at >= 0; at -= 1) {
    let cost = LETTER_COST + (costs[at + 1] ?? 0)
    for (let length = 1; length <= Math.min(LONGEST_WORD, text.length - at); length += 1) {
      const whole = 1 + (costs[at + length] ?? 0)
      if (whole >= cost || roleOf(text.slice(at, at + length)) === undefined) continue
      cost = whole
      lengths[at] = length
    }
    costs[at] = cost
  }
  return lengths
}

function roleOf(word: string): Role | undefined {
  if (GROUP_WORDS.has(word)) return GROUP
  return INDUSTRY_WORDS.has(word) ? INDUSTRY : undefined
}

/**
 * The first words that are no common ones are what the company is called; those after its line of business
 * belong to that. Where common words come first, as in 数码视讯, they are the name.
 */
export function withBrand(pieces: readonly Piece[]): Piece[] {
  const brand = pieces.findIndex((p) => p.role === BRAND)
  const common = pieces.findIndex((p) => p.role === INDUSTRY || p.role === GROUP)
  return pieces.map((piece, at) => {
    if (common >= 0 && common < brand && at >= common && at < brand) return { ...piece, role: BRAND }
    return piece.role === BRAND && at > brand && common > brand ? { ...piece, role: INDUSTRY } : piece
  })
}
