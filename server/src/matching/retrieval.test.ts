import { describe, expect, test } from 'vitest'
import { connection, fillOpenSearch } from './opensearch/index.js'
import type { Retrieval, RetrievalDocument } from './retrieval.js'
import { wordIndex } from './word-index.js'

const VOCABULARY = { terms: ['激光焊接', 'lithium ion'], same: [['锂电池', '锂离子电池']] }
const DOCUMENTS: readonly RetrievalDocument[] = [
  {
    id: 'a',
    title: '薄板激光焊接',
    text: '铝合金薄板的激光焊接工艺',
    tags: ['kind:achievement', 'place:42'],
  },
  { id: 'b', title: '焊缝检测', text: '激光焊接后的焊缝由相机检测', tags: ['kind:patent', 'place:42'] },
  { id: 'c', title: '电池隔膜', text: '锂电池隔膜的陶瓷涂层', tags: ['kind:achievement', 'place:34'] },
  { id: 'd', title: '电机 2.5 kW', text: 'Lithium ion pack, 轴承与电机', tags: ['kind:product'] },
  { id: 'need:1', title: '求涂层', text: '刀具的耐磨涂层', tags: ['kind:need', 'place:42'] },
]

async function* all(documents: readonly RetrievalDocument[]) {
  if (documents.length > 0) yield documents
}

/** With a node at OPENSEARCH_URL its index is held to the same. */
const node = process.env.OPENSEARCH_URL?.trim()
const kinds: [string, (documents: readonly RetrievalDocument[]) => Promise<Retrieval>][] = [
  [
    'in memory',
    async (documents) => {
      const words = wordIndex(VOCABULARY)
      await words.put(documents)
      return words
    },
  ],
]
if (node)
  kinds.push([
    'on OpenSearch',
    (documents) => fillOpenSearch(connection(node), VOCABULARY, 'kehui-test', all(documents)),
  ])

const ids = async (of: Retrieval, text: string, filter: string[][] = [], k = 10) =>
  (await of.query({ text, k, filter })).map(({ id }) => id)

describe.each(kinds)('retrieval %s', (_, make) => {
  test('finds by words, the title counting more, each with its words', async () => {
    const hits = await (await make(DOCUMENTS)).query({ text: '激光焊接', k: 10, filter: [] })
    expect(hits.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(hits[0]?.reasons[0]?.word).toBe('激光焊接')
    for (const { share } of hits) expect(share > 0 && share <= 1).toBe(true)
  })

  test('finds what a word is also called, units however spaced, and terms with a space', async () => {
    const of = await make(DOCUMENTS)
    expect((await ids(of, '锂离子电池'))[0]).toBe('c')
    expect((await ids(of, '2.5kW'))[0]).toBe('d')
    expect((await ids(of, 'LITHIUM ION'))[0]).toBe('d')
  })

  test('keeps to all lists of a filter, and to k', async () => {
    const of = await make(DOCUMENTS)
    expect(await ids(of, '涂层', [['kind:need', 'kind:product']])).toEqual(['need:1'])
    expect(await ids(of, '涂层', [['kind:achievement'], ['place:42']])).toEqual([])
    expect(await ids(of, '涂层', [[]])).toEqual([])
    expect(await ids(of, '激光焊接', [], 1)).toEqual(['a'])
    expect(await ids(of, '激光焊接', [], 1_000_000)).toHaveLength(2)
  })

  test('what is put is seen at once, in the place of what it was; what is removed is gone; again changes nothing', async () => {
    const of = await make(DOCUMENTS)
    const other = { id: 'a', title: '轴承', text: '滚动轴承', tags: [] }
    for (let time = 0; time < 2; time += 1) {
      await of.put([other])
      expect(await ids(of, '激光焊接')).toEqual(['b'])
      expect((await ids(of, '滚动轴承'))[0]).toBe('a')
      expect(await of.count()).toBe(5)
    }
    for (let time = 0; time < 2; time += 1) {
      await of.remove(['a', 'unknown'])
      expect(await ids(of, '滚动')).toEqual([])
      expect(await of.count()).toBe(4)
    }
  })

  test('answers whatever is asked', async () => {
    const of = await make(DOCUMENTS)
    for (const text of ['', ' ', '的了', '🙂🙂', "'; DROP TABLE subject; --", '{"match_all":{}}', '*:* OR a'])
      expect(Array.isArray(await ids(of, text))).toBe(true)
    expect((await ids(of, '激光焊接 '.repeat(200_000)))[0]).toBe('a')
    expect((await ids(of, `${Array.from({ length: 3_000 }, (_, i) => `w${i}`).join(' ')} 隔膜`))[0]).toBe('c')
    expect(await ids(await make([]), '激光焊接')).toEqual([])
  })
})
