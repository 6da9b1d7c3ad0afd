import { normalise } from '@kehui/domain/registry/resolve'
import { lettersOf } from './letters.js'
import { initialsPattern, lettersPattern, type Pattern, pinyinPatterns } from './patterns.js'
import type { Readings } from './readings.js'

/** One word of what was typed, in all the ways in which a name can hold it. */
export type Term = readonly Pattern[]

const MOST_TERMS = 5

/** Words between spaces must all be there; Latin letters may also be initials or syllables. */
export function termsOf(typed: string, read: Readings): Term[] {
  const terms: Term[] = []
  for (const word of normalise(typed).split(/[\s'’]+/)) {
    const letters = lettersOf(word)
    if (letters === '') continue
    const term: Pattern[] = [lettersPattern(letters)]
    if (/^[a-z]+$/.test(letters)) {
      if (letters.length >= 2) term.push(initialsPattern(letters))
      term.push(...pinyinPatterns(letters, read))
    }
    terms.push(term)
    if (terms.length === MOST_TERMS) break
  }
  return terms
}
