/** Words as numbers, the same for all segments of an index. A word keeps its number for good. */
export class Dictionary {
  readonly words: string[]
  private readonly numbers: Map<string, number>

  constructor(words: readonly string[] = []) {
    this.words = [...words]
    this.numbers = new Map(words.map((word, i) => [word, i]))
  }

  get size(): number {
    return this.words.length
  }

  find(word: string): number | undefined {
    return this.numbers.get(word)
  }

  numberOf(word: string): number {
    const known = this.numbers.get(word)
    if (known !== undefined) return known
    const number = this.words.length
    this.words.push(word)
    this.numbers.set(word, number)
    return number
  }
}

/** Tags stand among the words under a name that no text has. */
export function tagWord(tag: string): string {
  return `\u0000${tag}`
}
