import { parseArgs } from 'node:util'
import {
  Analyser,
  explain,
  type IndexedDocument,
  queryWords,
  type Reason,
  reasonsFor,
  SearchIndex,
  search,
} from '@kehui/domain/matching'
import { cutChinese } from '@kehui/server/matching'
import { parsed } from './arguments.js'
import { readJsonLines, refusedAt } from './json-lines.js'
import { type CorpusMeaning, corpusMeaning, depthOf, fused, settingsOf } from './match-meaning.js'
import { type Output, RefusedError, UsageError } from './output.js'
import { readVocabularies } from './vocabularies.js'

const OPTIONS = {
  corpus: { type: 'string' },
  queries: { type: 'string' },
  k: { type: 'string' },
  pack: { type: 'string', multiple: true },
  embeddings: { type: 'string' },
  model: { type: 'string' },
  json: { type: 'boolean' },
} as const

/** Of a title and of a text. */
const WEIGHTS = [2, 1]

type Id = string | number

interface Query {
  readonly id?: Id
  readonly query: string
}

interface Answer extends Query {
  readonly hits: readonly {
    readonly id: Id
    readonly score: number
    readonly reasons: readonly Reason[]
    /** Of the meaning; said only where embeddings are asked for. */
    readonly similarity?: number | null
  }[]
}

/** `kehui match`: the documents of a corpus that are closest to each query in words, or in words and meaning. */
export async function runMatch(args: string[], out: Output): Promise<number> {
  const { values } = parsed(() => parseArgs({ args, options: OPTIONS }))
  const { corpus, queries, k = '10', pack = [], embeddings, model, json = false } = values
  if (corpus === undefined) throw new UsageError('give --corpus FILE')
  if (queries === undefined) throw new UsageError('give --queries FILE')
  if (corpus === '-' && queries === '-') throw new UsageError('only one of the two can be standard input')
  if (!/^[1-9]\d{0,14}$/.test(k)) throw new UsageError(`--k is a whole number from 1, not “${k}”`)
  if (model !== undefined && embeddings === undefined) throw new UsageError('--model goes with --embeddings')
  let meaning: CorpusMeaning | null = null
  try {
    meaning = embeddings === undefined ? null : corpusMeaning(settingsOf(embeddings, model))
    const analyser = new Analyser(cutChinese, readVocabularies(pack))
    const found = await matches(analyser, { corpus, queries, k: Number(k), meaning })
    out.print(json ? JSON.stringify(found, null, 2) : shown(found))
    return 0
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error
    out.complain(
      json ? JSON.stringify({ error: error.message, details: error.details }, null, 2) : error.message,
    )
    return 1
  } finally {
    await meaning?.stop()
  }
}

async function matches(
  analyser: Analyser,
  {
    corpus,
    queries,
    k,
    meaning,
  }: { corpus: string; queries: string; k: number; meaning: CorpusMeaning | null },
): Promise<Answer[]> {
  const asked: Query[] = []
  for await (const { number, value } of readJsonLines(queries)) asked.push(queryIn(queries, number, value))
  const { index, ids } = await indexOf(analyser, corpus, meaning)
  const byWords = (query: Query, most: number) => {
    const analysed = analyser.query(query.query)
    const words = queryWords(analysed)
    return search(index, words, { k: most }).map(({ id, score }) => ({
      id,
      score,
      reasons: reasonsFor(analysed, explain(index, words, id)),
    }))
  }
  const answers: Answer[] = []
  for (const query of asked) {
    const hits =
      meaning === null
        ? byWords(query, k)
        : fused(byWords(query, depthOf(k)), await meaning.nearest(query.query, k), k)
    answers.push({
      ...query,
      hits: hits.map((hit) => ({
        ...hit,
        id: ids.get(hit.id) ?? hit.id,
        score: Math.round(hit.score * 1e6) / 1e6,
      })),
    })
  }
  return answers
}

async function indexOf(analyser: Analyser, file: string, meaning: CorpusMeaning | null) {
  const index = new SearchIndex({ weights: WEIGHTS })
  const ids = new Map<string, Id>()
  const lines = new Map<string, number>()
  const batch: IndexedDocument[] = []
  const meant: { id: string; text: string }[] = []
  for await (const { number, value } of readJsonLines(file)) {
    const { id, title, text } = documentIn(file, number, value)
    const name = String(id)
    const before = lines.get(name)
    if (before !== undefined)
      throw refusedAt(
        file,
        number,
        `“${name}” is the id of line ${before} already; each document has its own`,
      )
    lines.set(name, number)
    if (typeof id === 'number') ids.set(name, id)
    batch.push({ id: name, fields: [analyser.document(title), analyser.document(text)] })
    if (batch.length === 10_000) index.add(batch.splice(0))
    if (meaning !== null) meant.push({ id: name, text: `${title}\n${text}`.trim() })
    if (meant.length === 1_000) await meaning?.put(meant.splice(0))
  }
  index.add(batch)
  await meaning?.put(meant)
  index.join()
  return { index, ids }
}

function documentIn(file: string, line: number, value: unknown): { id: Id; title: string; text: string } {
  const { id, title = '', text } = objectIn(file, line, value, '{"id", "title"?, "text"}')
  if (!isId(id)) throw refusedAt(file, line, '“id” is a text or a number, and not empty')
  if (typeof text !== 'string') throw refusedAt(file, line, '“text” is missing, or no text')
  if (title !== null && typeof title !== 'string') throw refusedAt(file, line, '“title” is no text')
  return { id, title: title ?? '', text }
}

function queryIn(file: string, line: number, value: unknown): Query {
  if (typeof value === 'string') return { query: value }
  const { id, query, text = query } = objectIn(file, line, value, '{"query"} or a text')
  if (id !== undefined && !isId(id)) throw refusedAt(file, line, '“id” is a text or a number, and not empty')
  if (typeof text !== 'string') throw refusedAt(file, line, '“query” is missing, or no text')
  return { ...(isId(id) ? { id } : {}), query: text }
}

function objectIn(file: string, line: number, value: unknown, wanted: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>
  throw refusedAt(file, line, `write ${wanted}`)
}

function isId(value: unknown): value is Id {
  return (typeof value === 'string' && value !== '') || (typeof value === 'number' && Number.isFinite(value))
}

function shown(answers: readonly Answer[]): string {
  return answers
    .map(({ query, hits }) => {
      const lines = hits.map(({ id, score, reasons, similarity }, i) => {
        const near = similarity == null ? [] : [`意思相近 close in meaning ${similarity.toFixed(2)}`]
        const words = reasons.map(({ word, share }) => `${word} ${Math.round(share * 100)}%`)
        const why = [...near, ...words].join('，')
        return `  ${i + 1}. ${id}  ${score.toFixed(2)}  ${why}`
      })
      return [
        `【${query.slice(0, 60)}】`,
        ...(lines.length > 0 ? lines : ['  没有相近的 nothing close']),
      ].join('\n')
    })
    .join('\n')
}
