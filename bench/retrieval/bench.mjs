import { readFileSync } from 'node:fs'
import { measureRetrieval, retrievalWays } from '../../domain/dist/insights/matching-quality/index.js'
import { NO_VOCABULARY } from '../../domain/dist/matching/index.js'
import { readVocabulary } from '../../domain/dist/packs/index.js'
import { cutChinese } from '../../server/dist/matching/index.js'

const WORDS = new URL('../../packs/national/vocabulary.yaml', import.meta.url)
const LAY = new URL('lay-words.jsonl', import.meta.url)

/** How well what answers a query is found; `data`: JSON lines with `abstract` and `keywords` to be measured as well. */
export function retrieval({ data } = {}) {
  const { vocabulary } = readVocabulary({ path: 'vocabulary.yaml', text: readFileSync(WORDS, 'utf8') })
  const ways = {
    pairs: retrievalWays.pairs(),
    words: retrievalWays.words(cutChinese),
    withoutVocabulary: retrievalWays.ours(cutChinese, NO_VOCABULARY),
    ours: retrievalWays.ours(cutChinese, vocabulary),
  }
  const lay = linesOf(LAY)
  const papers = data === undefined ? [] : papersIn(data)
  const layTexts = lay.map(({ id, title, text }) => ({ id, text: `${title}\n${text}` }))
  const abstracts = papers.map(({ id, abstract }) => ({ id, text: abstract }))
  const layCases = (set) =>
    lay.filter((one) => one.set === set).map(({ id, query }) => ({ query, target: id }))
  const figures = {
    layWords: compared(ways, { documents: layTexts, cases: layCases('dev') }),
    layWordsHeldOut: compared(ways, { documents: layTexts, cases: layCases('held') }),
  }
  if (papers.length > 0) {
    const cases = papers.map(({ id, keywords }) => ({ query: keywords.join(' '), target: id }))
    figures.keywords = compared(ways, { documents: abstracts, cases })
    figures.keywordsWhereGiven = compared(ways, {
      documents: abstracts,
      cases: cases.filter(({ query }) => query.trim() !== ''),
    })
    const all = [...abstracts, ...layTexts]
    figures.layWordsAmongPapers = compared(ways, { documents: all, cases: layCases('dev') })
    figures.layWordsHeldOutAmongPapers = compared(ways, { documents: all, cases: layCases('held') })
  }
  return { figures, more: {} }
}

function compared(ways, corpus) {
  return Object.fromEntries(
    Object.entries(ways).map(([name, way]) => {
      const { mrr, recall } = measureRetrieval(corpus, way)
      return [name, { mrr10: Number(mrr.toFixed(4)), recall10: Number(recall.toFixed(4)) }]
    }),
  )
}

function papersIn(file) {
  return linesOf(file).map(({ id, abstract, keywords }, i) => {
    if (typeof id === 'string' && typeof abstract === 'string' && Array.isArray(keywords))
      return { id, abstract, keywords }
    throw new Error(`${file}, paper ${i + 1}: write {"id": "…", "abstract": "…", "keywords": ["…"]}`)
  })
}

function linesOf(file) {
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.flatMap((line, i) => {
    if (line.trim() === '') return []
    try {
      return [JSON.parse(line)]
    } catch {
      throw new Error(`${file}:${i + 1} is no JSON`)
    }
  })
}
