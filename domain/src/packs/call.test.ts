import { expect, test } from 'vitest'
import { loadPacks } from './load.js'
import { madePack } from './testing.js'

const FACTS =
  'facts: {职工总数: {en: staff, of: enterprise, unit: 人, range: 0 人..9 万人, period: 上年度, ask: 人数}}\n'
const refusals = (call: string) => {
  const loaded = loadPacks(
    madePack(
      FACTS,
      `id: made.a
title: 试验
audience: enterprise
mode: 审核
benefit: title
valid: 2020-01-01..
source: {document: 试验, issuer: 试验, verified: none}
need: [职工总数 >= 1 人]
examples:
  - {name: 一人, on: 2026-06-15, facts: {职工总数: 1 人}, expect: {verdict: yes}}
calls:
  - ${call}
`,
    ),
  )
  return loaded.ok ? [] : loaded.diagnostics.map(({ code, line }) => `${code} ${line}`)
}

test('a call of every year says the dates of its first round', () => {
  const windows = 'windows: [{step: 填报, from: 2026-03-01, to: 2026-04-30}]'
  expect(refusals(`{title: 年度申报, every: year, ${windows}}`)).toEqual([])
  expect(refusals(`{title: 年度申报, every: month, ${windows}}`)).toEqual(['yaml.option 12'])
  expect(refusals('{title: 年度申报, every: year}')).toEqual(['programme.yearly 12'])
  expect(refusals('{title: 年度申报, every: year, windows: [{step: 填报, from: 2026-03-01}]}')).toEqual([
    'programme.yearly 12',
  ])
})

test('and nothing that belongs to one year', () => {
  const windows = 'windows: [{step: 填报, from: 2026-03-01, to: 2026-04-30}]'
  expect(refusals(`{title: 年度申报, every: year, year: 2026, ${windows}}`)).toEqual(['programme.yearly 12'])
  expect(refusals(`{title: 年度申报, every: year, number: 〔2026〕1 号, ${windows}}`)).toEqual([
    'programme.yearly 12',
  ])
})
