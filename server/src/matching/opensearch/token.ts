/** A word of the vocabulary may have spaces within. */
export function asToken(word: string): string {
  return word.replace(/\s+/gu, '\u2581')
}
