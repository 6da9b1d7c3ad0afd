import { expect, test } from 'vitest'
import { libraryOf, packFiles } from '../testing.js'
import { keyWords, missingWords, moneyWords, nearestWords, outcomeWords, reasonWords } from './index.js'

const library = libraryOf(packFiles('national', 'demo'))

test.each([
  ['职工总数', '职工总数', 'staff'],
  ['研发费用.高企@2025', '研发费用（高企认定口径（其他费用不超过 20%），2025 年）', undefined],
  ['企业.职工总数', '企业的职工总数', undefined],
  ['贷款', '贷款', undefined],
  ['没有的事实', '没有的事实', '没有的事实'],
])('%s is called %s', (key, zh, en) => {
  expect(keyWords(library, key, 'zh')).toBe(zh)
  if (en !== undefined) expect(keyWords(library, key, 'en')).toBe(en)
})

test('what is missing names who holds it', () => {
  expect(missingWords(library, ['职工总数', '贷款'], 'zh')).toMatch(/^职工总数［.+］；贷款$/)
  expect(missingWords(library, [], 'zh')).toBe('')
})

test('the nearest change in words, its values in the language that is asked for', () => {
  const options = [{ changes: [{ fact: '职工总数', from: '501 人', to: '500 人' }], costFen: '1250000000' }]
  expect(nearestWords(library, options, 'zh')).toBe('职工总数：501 人 → 500 人（约需 1,250 万元）')
  expect(nearestWords(library, options, 'en')).toMatch(/: 501 .* → 500 .* \(about CNY 12,500,000\)$/)
  expect(nearestWords(library, options, 'en')).not.toContain('人')
  expect(nearestWords(library, [], 'zh')).toBe('')
})

test.each([
  ['0', '0 万元', 'CNY 0'],
  ['80000', '800 元', 'CNY 800'],
  ['12500000', '12.5 万元', 'CNY 125,000'],
  ['123456789012345', '123,456,789.012345 万元', 'CNY 1,234,567,890,123.45'],
])('%s fen is %s', (fen, zh, en) => {
  expect([moneyWords(fen, 'zh'), moneyWords(fen, 'en')]).toEqual([zh, en])
})

test('outcomes and reasons are told in both languages', () => {
  const open = { verdict: 'unknown', amountFen: { min: '0', max: '20000000' }, missing: ['a', 'b'] } as const
  expect(outcomeWords(open, 'zh')).toBe('待确认，最高 20 万元，差 2 项材料')
  expect(outcomeWords(null, 'zh')).toBe('不适用')
  const say = (lang: 'zh' | 'en') => (reason: Parameters<typeof reasonWords<string>>[1]) =>
    reasonWords(library, reason, (_, value) => value, lang)
  const reasons = [
    { kind: 'fact', key: '企业.职工总数', from: null, to: '80 人' },
    { kind: 'records', name: '贷款', from: 0, to: 2 },
    { kind: 'rule', from: '0123456789', to: 'abcdefghij' },
    { kind: 'rule', from: null, to: 'a' },
    { kind: 'rule', from: 'a', to: null },
    { kind: 'awards', programmes: ['cn.tech-sme'] },
    { kind: 'regions', from: [], to: ['wuhan'] },
    { kind: 'date', from: '2026-11-24', to: '2026-11-25' },
    { kind: 'settling' },
  ] as const
  expect(reasons.map(say('zh')).slice(0, 5)).toEqual([
    '企业的职工总数：未填 → 80 人',
    '贷款有更新：0 条 → 2 条',
    '政策规则更新（01234567 → abcdefgh）',
    '政策新纳入',
    '政策已撤下',
  ])
  expect(new Set(reasons.map(say('en'))).size).toBe(reasons.length)
})
