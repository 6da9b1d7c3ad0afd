import { randomOf } from '../trace/random.mjs'

const VOCABULARY = 200_000
/** Mandelbrot's shift: the most frequent words of analysed text are stop words, which are not indexed. */
const SHIFT = 30

/** Words by how frequent they are, as Zipf and Mandelbrot have it. */
function wordDrawer(random) {
  const sums = new Float64Array(VOCABULARY)
  let sum = 0
  for (let rank = 0; rank < VOCABULARY; rank += 1) {
    sum += 1 / (rank + SHIFT)
    sums[rank] = sum
  }
  return () => {
    const wanted = random.next() * sum
    let [low, high] = [0, VOCABULARY - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if (sums[middle] < wanted) low = middle + 1
      else high = middle
    }
    return low
  }
}

export function wordOf(rank) {
  return `w${rank.toString(36)}`
}

/** Documents of so many words on average, as ranks of words one after the other, and where each ends. */
export function corpusOf(seed, count, mean) {
  const random = randomOf(seed)
  const draw = wordDrawer(random)
  const ends = new Int32Array(count)
  let ranks = new Int32Array(count * mean * 1.1)
  let at = 0
  for (let doc = 0; doc < count; doc += 1) {
    const length = Math.round(mean * (0.5 + random.next()))
    if (at + length > ranks.length) {
      const more = new Int32Array(ranks.length * 1.2)
      more.set(ranks)
      ranks = more
    }
    for (let i = 0; i < length; i += 1) ranks[at + i] = draw()
    at += length
    ends[doc] = at
  }
  return { count, ranks, ends }
}

export function wordsIn({ ranks, ends }, doc) {
  return ranks.subarray(doc === 0 ? 0 : ends[doc - 1], ends[doc])
}

/** Queries of so many different words, each query's from one document. */
export function queriesOf(seed, corpus, count, size) {
  const random = randomOf(seed)
  return Array.from({ length: count }, () => {
    const words = [...new Set(wordsIn(corpus, random.below(corpus.count)))]
    return random.some(words, size).map(wordOf)
  })
}
