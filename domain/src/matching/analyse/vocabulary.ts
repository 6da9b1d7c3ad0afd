import { fold } from './fold.js'

/** What a field calls things: terms that are kept whole, and what is said for the same. */
export interface Vocabulary {
  readonly terms: readonly string[]
  /** Groups of what means the same, abbreviations too; the first is what all of them count as. */
  readonly same: readonly (readonly string[])[]
}

export const NO_VOCABULARY: Vocabulary = { terms: [], same: [] }

/** Both in one; a word in two groups counts as the first one that has it. */
export function joinVocabularies(all: readonly Vocabulary[]): Vocabulary {
  return { terms: all.flatMap(({ terms }) => terms), same: all.flatMap(({ same }) => same) }
}

export interface Found {
  readonly from: number
  readonly to: number
  /** What it counts as. */
  readonly word: string
}

const isWordCharacter = (character: string | undefined) =>
  character !== undefined && /[a-z0-9]/.test(character)

/** Finds terms in folded text, the longest at each place. */
export class TermFinder {
  private readonly meaning = new Map<string, string>()
  /** By first character, the lengths that terms have, longest first. */
  private readonly lengths = new Map<string, number[]>()

  constructor({ terms, same }: Vocabulary) {
    for (const [first = '', ...others] of same) for (const word of [first, ...others]) this.add(word, first)
    for (const term of terms) this.add(term, term)
  }

  private add(given: string, meant: string): void {
    const [term, meaning] = [fold(given).trim(), fold(meant).trim()]
    if (term === '' || this.meaning.has(term)) return
    this.meaning.set(term, meaning)
    const first = term[0] ?? ''
    const lengths = new Set([...(this.lengths.get(first) ?? []), term.length])
    this.lengths.set(
      first,
      [...lengths].sort((a, b) => b - a),
    )
  }

  find(text: string): Found[] {
    const found: Found[] = []
    for (let at = 0; at < text.length; ) {
      const here = this.at(text, at)
      if (here) found.push(here)
      at = here ? here.to : at + 1
    }
    return found
  }

  private at(text: string, from: number): Found | undefined {
    for (const length of this.lengths.get(text[from] ?? '') ?? []) {
      const to = from + length
      const word = this.meaning.get(text.slice(from, to))
      if (word !== undefined && !isInside(text, from) && !isInside(text, to)) return { from, to, word }
    }
    return undefined
  }
}

/** Whether a place parts a Latin word or a number: “ai” is not in “chain”. */
function isInside(text: string, at: number): boolean {
  return isWordCharacter(text[at - 1]) && isWordCharacter(text[at])
}
