import { expect, test } from 'vitest'
import { Analyser } from './analyse/index.js'
import { queryWords, reasonsFor } from './reasons.js'
import { explain, SearchIndex } from './search/index.js'

const cut = (text: string) => text.match(/蓄电池|检测|装置|./gsu) ?? []
const analyser = new Analyser(cut, { terms: [], same: [['蓄电池', '电瓶']] })
const index = new SearchIndex({ weights: [1] })
index.add(
  ['蓄电池检测装置', '水泵检测', '混凝土养护'].map((text, i) => ({
    id: `d${i}`,
    fields: [analyser.document(text)],
  })),
)
const reasons = (text: string, id: string) => {
  const query = analyser.query(text)
  return reasonsFor(query, explain(index, queryWords(query), id))
}

test('say which words of the query brought a document up, with shares that make one', () => {
  const found = reasons('电瓶检测', 'd0')
  expect(found.map(({ word }) => word)).toEqual(['电瓶', '检测'])
  expect(found.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 2)
  expect(reasons('电瓶检测', 'd1')).toEqual([{ word: '检测', share: 1 }])
})

test('of a document without any of them there are none', () => {
  expect(reasons('电瓶检测', 'd2')).toEqual([])
})

test('a word that adds next to nothing is no reason, unless it is the only one', () => {
  const query = analyser.query('蓄电池检测')
  const all = reasonsFor(
    query,
    new Map([
      ['蓄电池', 1],
      ['检测', 0.5],
    ]),
  )
  expect(all.map(({ word }) => word)).toEqual(['蓄电池', '检测'])
  const most = reasonsFor(
    query,
    new Map([
      ['蓄电池', 1],
      ['检测', 0.01],
    ]),
  )
  expect(most.map(({ word }) => word)).toEqual(['蓄电池'])
  expect(reasonsFor(query, new Map([['检测', 0.01]]))).toEqual([{ word: '检测', share: 1 }])
})

test('a word that a query says again counts more, though not as much more', () => {
  const weightIn = (text: string) =>
    queryWords(analyser.query(text)).find(({ word }) => word === '检测')?.weight
  const [once, thrice] = [weightIn('检测') ?? 0, weightIn('检测，检测，检测') ?? 0]
  expect(thrice).toBeGreaterThan(once)
  expect(thrice).toBeLessThan(3 * once)
})
