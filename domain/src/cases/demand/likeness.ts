/** How much two texts say the same, and in which words: shared pairs of characters against all (Dice's coefficient). */
export function likeness(a: string, b: string): { likeness: number; shared: readonly string[] } {
  const [left, right] = [pairsOf(a), pairsOf(b)]
  if (left.size === 0 || right.size === 0) return { likeness: 0, shared: [] }
  const both = [...left].filter((pair) => right.has(pair))
  return {
    likeness: Math.round((200 * both.length) / (left.size + right.size)) / 100,
    shared: runsIn(a, new Set(both)),
  }
}

/** Half and full width, small letters and capitals are the same; marks part what stands beside them. */
function piecesOf(text: string): string[] {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/〔[^〕]*〕/g, ' ')
    .split(/[^\p{L}\p{N}]+/u)
}

function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>()
  for (const piece of piecesOf(text)) {
    const characters = [...piece]
    for (let i = 1; i < characters.length; i += 1) pairs.add(`${characters[i - 1]}${characters[i]}`)
  }
  return pairs
}

const LEAST_RUN = 3
const MOST_RUNS = 5

/** The longest stretches of the text all whose pairs are shared: what a person would call the same words. */
function runsIn(text: string, shared: ReadonlySet<string>): string[] {
  const runs = new Set<string>()
  for (const piece of piecesOf(text)) {
    const characters = [...piece]
    let from = 0
    for (let i = 1; i <= characters.length; i += 1) {
      if (i < characters.length && shared.has(`${characters[i - 1]}${characters[i]}`)) continue
      if (i - from >= LEAST_RUN) runs.add(characters.slice(from, i).join(''))
      from = i
    }
  }
  return [...runs].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).slice(0, MOST_RUNS)
}
