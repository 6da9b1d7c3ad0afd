import { simplified } from './simplified.js'

const OPENING = /[[{<〔【〈《「『﹝⟨]/g
const CLOSING = /[\]}>〕】〉》」』﹞⟩]/g

/**
 * One way to write what is written in many: full-width as half-width, traditional as simplified, capitals as
 * small letters, accents dropped, every bracket round. Doing it twice changes nothing more.
 */
export function normalise(text: string): string {
  return simplified(folded(text))
    .replaceAll(OPENING, '(')
    .replaceAll(CLOSING, ')')
    .replaceAll(/[\p{Z}\p{C}]+/gu, ' ')
    .trim()
}

function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .normalize('NFKC')
    .toLowerCase()
}

/** Letters and digits alone: what a name says when it is read aloud. */
export function lettersOf(normalised: string): string {
  return normalised.replaceAll(/[^\p{L}\p{N}]/gu, '')
}

/** Words of letters and digits; each Han character is a word. */
export function wordsOf(normalised: string): string[] {
  return normalised.match(/\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu) ?? []
}
