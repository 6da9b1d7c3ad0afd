const LONGEST = 22
const SHORTEST_REST = 8

/** The length of a heading that stands as a first sentence: `产教融合，招才引智。` and the text goes on; 0 for none. */
export function leadPhraseLength(text: string): number {
  const stop = text.indexOf('。')
  if (stop < 4 || stop > LONGEST || stop > text.length - SHORTEST_REST) return 0
  return /[\d；：！？]|年|近日|目前/.test(text.slice(0, stop)) ? 0 : stop
}
