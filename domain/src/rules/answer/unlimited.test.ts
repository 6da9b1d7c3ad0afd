import { expect, test } from 'vitest'
import { answerOf, libraryOf, madePack } from '../../packs/testing.js'

const FACTS = `
facts:
  研发费用: {en: rd, of: enterprise, unit: 万元, range: 0 元..100 亿元, period: 上年度, ask: 研发费用}
  占比: {en: share, of: enterprise, unit: '%', range: 0%..100%, period: 上年度, ask: 占比}
  达标: {en: met, of: enterprise, type: yes-no, period: 当前, ask: 达标}
  人数: {en: staff, of: enterprise, unit: 人, range: 0 人..1000 人, period: 上年末, ask: 人数}
`

function pay(text: string): string {
  return `
id: made.one
title: {zh: 一项, en: One}
audience: enterprise
mode: 普惠
benefit: cash
valid: 2020-01-01..
source: {document: 样例办法, verified: none}
need:
  - {that: 达标, cite: 一}
pay:
${text}
  round: 元 down
given: {达标: 是, 研发费用: 0 万元, 占比: 0%, 人数: 0 人}
examples:
  - {name: 是, on: 2026-06-01, expect: {verdict: yes}}
  - {name: 否, on: 2026-06-01, facts: {达标: 否}, expect: {verdict: no}}
`
}

test.each([
  ['a fixed sum', '  sum: [20 万元]', {}, false],
  ['a share of an unknown', '  sum: [10% * 研发费用]', {}, true],
  ['a share of what is known', '  sum: [10% * 研发费用]', { 研发费用: '50 万元' }, false],
  ['a share under a cap', '  sum: [10% * 研发费用]\n  cap: 100 万元', {}, false],
  ['the lesser of an unknown and a sum', '  sum: ["min(研发费用, 30 万元)"]', {}, false],
  ['the lesser of two unknowns', '  sum: ["min(研发费用, 2 万元 / 1 人 * 人数)"]', {}, true],
  ['a sum at an unknown rate', '  sum: [占比 * 40 万元]', {}, false],
  ['a sum and a share', '  sum: [20 万元, 10% * 研发费用]', {}, true],
  [
    'by steps',
    '  lines:\n    - {of: 研发费用, steps: {100 万元: 10 万元, 500 万元: 30 万元}, below: 0 元}',
    {},
    false,
  ],
])('%s', (_what, text, facts, unlimited) => {
  const library = libraryOf(madePack(FACTS, pay(text)))
  const result = answerOf(library, 'made.one', { facts: { 达标: '是', ...facts } }, { on: '2026-06-01' })
  expect(result.verdict).toBe('yes')
  expect(result.trace.pay?.unlimited).toBe(unlimited)
})
