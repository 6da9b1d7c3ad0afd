/**
 * Words as numbers, the same for all segments of an index. A word keeps its number for good.
 *
 * A Map of strings would do. But texts bring their words as new strings, and it takes a Map 300 ns to hash one and to
 * follow it to the one it keeps; here, an open table of hashes and the characters of all words side by side, it takes
 * a third, and that is most of what indexing costs.
 */
export class Dictionary {
  readonly words: string[] = []
  /** A hash and behind it a number, from 1, by place; 0 where the place is free. */
  private table = new Int32Array(2 << 12)
  private mask = (1 << 12) - 1
  private chars = new Uint16Array(1 << 16)
  /** By word, where its characters end. */
  private ends = new Int32Array(1 << 12)

  constructor(words: readonly string[] = []) {
    for (const word of words) this.numberOf(word)
  }

  get size(): number {
    return this.words.length
  }

  find(word: string): number | undefined {
    const number = this.table[this.placeOf(word, hashOf(word)) + 1] ?? 0
    return number === 0 ? undefined : number - 1
  }

  numberOf(word: string): number {
    const hash = hashOf(word)
    const place = this.placeOf(word, hash)
    const known = this.table[place + 1] as number
    if (known !== 0) return known - 1
    const number = this.words.push(word)
    this.table[place] = hash
    this.table[place + 1] = number
    this.keep(word, number - 1)
    if (number * 2 > this.mask) this.widen()
    return number - 1
  }

  /** Where a word stands in the table, or where it would. */
  private placeOf(word: string, hash: number): number {
    const { table, ends, chars } = this
    const last = table.length - 1
    for (let at = (hash & this.mask) << 1; ; at = (at + 2) & last) {
      const number = table[at + 1] as number
      if (number === 0) return at
      if (table[at] !== hash) continue
      const start = number === 1 ? 0 : (ends[number - 2] as number)
      if ((ends[number - 1] as number) - start !== word.length) continue
      let i = 0
      while (i < word.length && chars[start + i] === word.charCodeAt(i)) i += 1
      if (i === word.length) return at
    }
  }

  private keep(word: string, number: number): void {
    const start = number === 0 ? 0 : (this.ends[number - 1] as number)
    const end = start + word.length
    if (end > this.chars.length) {
      const wider = new Uint16Array(Math.max(end, this.chars.length * 2))
      wider.set(this.chars)
      this.chars = wider
    }
    for (let i = 0; i < word.length; i += 1) this.chars[start + i] = word.charCodeAt(i)
    if (number === this.ends.length) {
      const longer = new Int32Array(number * 2)
      longer.set(this.ends)
      this.ends = longer
    }
    this.ends[number] = end
  }

  private widen(): void {
    const before = this.table
    this.table = new Int32Array(before.length * 2)
    this.mask = this.mask * 2 + 1
    const last = this.table.length - 1
    for (let from = 0; from < before.length; from += 2) {
      if (before[from + 1] === 0) continue
      let at = ((before[from] as number) & this.mask) << 1
      while (this.table[at + 1] !== 0) at = (at + 2) & last
      this.table[at] = before[from] as number
      this.table[at + 1] = before[from + 1] as number
    }
  }
}

/** Fowler, Noll and Vo's hash over 16 bits at a time, stirred so that its low bits depend on all. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < word.length; i += 1) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return hash ^ (hash >>> 13)
}

/** Tags stand among the words under a name that no text has. */
export function tagWord(tag: string): string {
  return `\u0000${tag}`
}
