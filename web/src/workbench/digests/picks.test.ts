import { expect, test } from 'vitest'
import {
  type Choice,
  fromPicks,
  hasArticle,
  hasFact,
  toggleArticle,
  toggleFact,
  toggleReport,
  toPicks,
} from './picks.js'

const ALL = ['甲篇', '乙篇', '丙篇']
const part = (article: string) => ({ report: 'r', article, all: ALL })

test('a report, an article, a figure are chosen and given up', () => {
  const whole = toggleReport({}, 'r')
  expect(toPicks(whole)).toEqual([{ report: 'r' }])
  expect(toPicks(toggleReport(whole, 'r'))).toEqual([])
  const article = toggleArticle({}, part('甲篇'), [0, 1])
  expect(toPicks(article)).toEqual([{ report: 'r', articles: ['甲篇'] }])
  const more = toggleFact(article, part('乙篇'), 3, [2, 3])
  expect(toPicks(more)).toEqual([{ report: 'r', articles: ['甲篇'], facts: [3] }])
  expect(toPicks(toggleArticle(more, part('乙篇'), [2, 3]))).toEqual([
    { report: 'r', articles: ['甲篇', '乙篇'] },
  ])
})

test('of what was whole, all but one stays', () => {
  const whole = toggleReport({}, 'r')
  expect(toPicks(toggleArticle(whole, part('乙篇'), []))).toEqual([
    { report: 'r', articles: ['甲篇', '丙篇'] },
  ])
  expect(toPicks(toggleFact(whole, part('乙篇'), 3, [2, 3, 4]))).toEqual([
    { report: 'r', articles: ['甲篇', '丙篇'], facts: [2, 4] },
  ])
})

test('what is chosen is known, and read back from a digest', () => {
  const choice: Choice = fromPicks([{ report: 'r', articles: ['甲篇'], facts: [3] }, { report: 'q' }])
  expect(toPicks(choice)).toEqual([{ report: 'r', articles: ['甲篇'], facts: [3] }, { report: 'q' }])
  expect([
    hasArticle(choice, 'r', '甲篇'),
    hasArticle(choice, 'r', '乙篇'),
    hasArticle(choice, 'q', '丁篇'),
  ]).toEqual([true, false, true])
  expect([
    hasFact(choice, part('甲篇'), 0),
    hasFact(choice, part('乙篇'), 3),
    hasFact(choice, part('乙篇'), 4),
  ]).toEqual([true, true, false])
})
