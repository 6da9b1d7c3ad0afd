export interface Sentence {
  readonly from: number
  readonly to: number
}

/** Where the sentences of a paragraph begin and end; what closes a quotation belongs to the sentence before it. */
export function sentencesIn(text: string): Sentence[] {
  const found: Sentence[] = []
  let from = 0
  for (const match of text.matchAll(/[。！？]+[”’」』）]*/g)) {
    const to = (match.index ?? 0) + match[0].length
    found.push({ from, to })
    from = to
  }
  if (from < text.length) found.push({ from, to: text.length })
  return found
}
