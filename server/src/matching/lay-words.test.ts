import { readFileSync } from 'node:fs'
import { measureRetrieval, retrievalWays } from '@kehui/domain/insights/matching-quality'
import { NO_VOCABULARY } from '@kehui/domain/matching'
import { readVocabulary } from '@kehui/domain/packs'
import { expect, test } from 'vitest'
import { cutChinese } from './cut.js'

interface Lay {
  readonly id: string
  readonly set: 'dev' | 'held'
  readonly query: string
  readonly title: string
  readonly text: string
}

const fileAt = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')
const lay: Lay[] = fileAt('bench/retrieval/lay-words.jsonl')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line))
const words = readVocabulary({ path: 'vocabulary.yaml', text: fileAt('packs/national/vocabulary.yaml') })
if (!words.ok) throw new Error(JSON.stringify(words.diagnostics))
const documents = lay.map(({ id, title, text }) => ({ id, text: `${title}\n${text}` }))
const ours = retrievalWays.ours(cutChinese, words.vocabulary)

test.each(['dev', 'held'] as const)('what lay words ask for is found best in our way: %s', (set) => {
  const cases = lay.filter((one) => one.set === set).map(({ id, query }) => ({ query, target: id }))
  const found = measureRetrieval({ documents, cases }, ours)
  for (const way of [retrievalWays.pairs(), retrievalWays.words(cutChinese)]) {
    const rival = measureRetrieval({ documents, cases }, way)
    expect(found.mrr).toBeGreaterThan(rival.mrr * 2)
    expect(found.recall).toBeGreaterThan(rival.recall * 2)
  }
  const bare = measureRetrieval({ documents, cases }, retrievalWays.ours(cutChinese, NO_VOCABULARY))
  expect(found.mrr).toBeGreaterThan(bare.mrr)
  expect(found.recall).toBeGreaterThan(bare.recall)
})

test('there are sixty such needs at least, each with what answers it', () => {
  expect(lay.length).toBeGreaterThanOrEqual(60)
  expect(new Set(lay.map(({ query }) => query)).size).toBe(lay.length)
  for (const { title } of lay) expect(title).toContain('（示例）')
})
