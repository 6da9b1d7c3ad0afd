import { wordsIn } from './corpus.mjs'

const [K1, B] = [1.2, 0.75]

/** The k highest BM25 scores of all documents, one by one: what pruning must not change. */
export function plainScorer(corpus) {
  const { count } = corpus
  const having = new Map()
  for (let doc = 0; doc < count; doc += 1)
    for (const rank of new Set(wordsIn(corpus, doc))) having.set(rank, (having.get(rank) ?? 0) + 1)
  const mean = corpus.ends[count - 1] / count
  return (wanted, k) => {
    const rarity = new Map(
      wanted.map((rank) => {
        const n = having.get(rank) ?? 0
        return [rank, Math.log(1 + (count - n + 0.5) / (n + 0.5))]
      }),
    )
    const scores = []
    for (let doc = 0; doc < count; doc += 1) {
      const score = scoreOf(wordsIn(corpus, doc), rarity, mean)
      if (score > 0) scores.push({ doc, score })
    }
    return scores.sort((a, b) => b.score - a.score || a.doc - b.doc).slice(0, k)
  }
}

function scoreOf(words, rarity, mean) {
  const often = new Map()
  for (const rank of words) if (rarity.has(rank)) often.set(rank, (often.get(rank) ?? 0) + 1)
  let score = 0
  for (const [rank, n] of often)
    score += (rarity.get(rank) * n * (K1 + 1)) / (n + K1 * (1 - B + (B * words.length) / mean))
  return score
}
