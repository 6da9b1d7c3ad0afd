import { SearchIndex, search } from '../../domain/dist/matching/index.js'
import { corpusOf, queriesOf, wordOf, wordsIn } from './corpus.mjs'
import { openLance } from './lancedb.mjs'
import { plainScorer } from './plain.mjs'
import { openPostgres } from './postgres.mjs'

/** Fewer are for looking at it; the figures that are told are those of 200,000. */
const DOCUMENTS = Number(process.env.KEHUI_BENCH_DOCUMENTS ?? 200_000)
/** Takes several GiB; 0 leaves it out. */
const MANY = Number(process.env.KEHUI_BENCH_MANY ?? 2_000_000)
const WORDS = 150
const QUERY_WORDS = 10
const K = 10
const QUERIES = 500
const COMPARED = 20
/** Rivals are slower: fewer queries say as much. */
const LANCE_QUERIES = 100
const POSTGRES_QUERIES = 20

export async function matching() {
  const corpus = corpusOf(1, DOCUMENTS, WORDS)
  const { index, docsPerSecond } = built(corpus)
  const queries = queriesOf(2, corpus, QUERIES, QUERY_WORDS)
  const { p50Ms, p95Ms } = speedOf(index, queries)
  const overlap = overlapOf(index, corpus, queries.slice(0, COMPARED))
  const visibleMs = visibleIn(index)
  // The peak is ours alone: rivals come after it was read.
  const peakMiB = Math.round(process.resourceUsage().maxRSS / 1024)
  const lance = await beside(index, queries.slice(0, LANCE_QUERIES), () => openLance(corpus))
  const postgres = await beside(index, queries.slice(0, POSTGRES_QUERIES), () => openPostgres(corpus))
  const p95Ms2M = MANY > 0 ? speedOfMany() : null
  return {
    figures: { p50Ms, p95Ms, p95Ms2M, overlap, lancedbRatio: lance.ratio, docsPerSecond, peakMiB },
    more: { visibleMs, lance, postgres },
  }
}

/**
 * A rival's answers to the same queries, in turn with ours, and how many of our best it has too. Its time is that of its
 * call; ours has one thread. It scores otherwise, so its overlap is told, not asked for.
 */
async function beside(index, queries, open) {
  const before = performance.now()
  const rival = await open()
  const builtMs = Math.round(performance.now() - before)
  try {
    const [mine, theirs] = [[], []]
    let [same, wanted] = [0, 0]
    for (const words of queries) {
      const asked = words.map((word) => ({ word, weight: 1 }))
      let hits = []
      mine.push(timed(() => (hits = search(index, asked, { k: K }))))
      const start = performance.now()
      const found = new Set(await rival.search(words, K))
      theirs.push(performance.now() - start)
      wanted += hits.length
      same += hits.filter(({ id }) => found.has(id)).length
    }
    const median = (times) => times.sort((a, b) => a - b)[times.length >> 1]
    return {
      p50Ms: Number(median(theirs).toFixed(2)),
      ratio: Number((median(theirs) / median(mine)).toFixed(1)),
      overlap: Number((same / wanted).toFixed(3)),
      builtMs,
    }
  } finally {
    await rival.close()
  }
}

function speedOfMany() {
  const corpus = corpusOf(3, MANY, WORDS)
  return speedOf(built(corpus).index, queriesOf(4, corpus, QUERIES, QUERY_WORDS)).p95Ms
}

/** The words are there as an analyser gives them; only indexing is timed. */
function built(corpus) {
  const index = new SearchIndex({ weights: [1] })
  let ms = 0
  for (let from = 0; from < corpus.count; from += 10_000) {
    const batch = []
    for (let doc = from; doc < Math.min(from + 10_000, corpus.count); doc += 1)
      batch.push({ id: String(doc), fields: [Array.from(wordsIn(corpus, doc), wordOf)] })
    ms += timed(() => index.add(batch))
  }
  ms += timed(() => index.join())
  return { index, docsPerSecond: Math.round((corpus.count / ms) * 1000) }
}

function speedOf(index, queries) {
  const asked = queries.map((words) => words.map((word) => ({ word, weight: 1 })))
  for (const query of asked) search(index, query, { k: K })
  const times = asked.map((query) => timed(() => search(index, query, { k: K }))).sort((a, b) => a - b)
  const at = (share) => Number(times[Math.floor(share * (times.length - 1))].toFixed(3))
  return { p50Ms: at(0.5), p95Ms: at(0.95) }
}

/** The share of the best by BM25 that are found; of equal ones any may be. */
function overlapOf(index, corpus, queries) {
  const best = plainScorer(corpus)
  let [found, wanted] = [0, 0]
  for (const words of queries) {
    const plain = best(
      words.map((word) => Number.parseInt(word.slice(1), 36)),
      K,
    )
    const least = plain.at(-1)?.score ?? 0
    const hits = search(
      index,
      words.map((word) => ({ word, weight: 1 })),
      { k: K },
    )
    wanted += plain.length
    found += hits.filter(({ score }) => score >= least - 1e-9).length
  }
  return found / wanted
}

/** From adding one document until a search has it. */
function visibleIn(index) {
  const times = Array.from({ length: 20 }, (_, i) =>
    timed(() => {
      index.add([{ id: `new${i}`, fields: [[`new${i}`, 'w1', 'w2']] }])
      if (search(index, [{ word: `new${i}`, weight: 1 }], { k: 1 })[0]?.id !== `new${i}`)
        throw new Error('A document that was added is not found')
    }),
  )
  return Number(Math.max(...times).toFixed(2))
}

function timed(run) {
  const before = performance.now()
  run()
  return performance.now() - before
}
