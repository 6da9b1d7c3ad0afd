import { describe, expect, it } from 'vitest'
import { labelOfKey, partsOf } from './fact-key.js'

it.each([
  ['职工总数', { name: '职工总数', calibre: null, year: null }],
  ['研发费用@2025', { name: '研发费用', calibre: null, year: '2025' }],
  ['研发费用.高企@2025', { name: '研发费用', calibre: '高企', year: '2025' }],
  ['科技人员.科小', { name: '科技人员', calibre: '科小', year: null }],
])('%s', (key, parts) => {
  expect(partsOf(key)).toEqual(parts)
})

describe('labelOfKey', () => {
  it.each([
    ['研发费用.高企@2025', '研发费用', null, 'zh', '2025 年度研发费用（高企口径）'],
    ['研发费用@2025', '上年度研发费用', null, 'zh', '2025 年度研发费用'],
    ['职工总数', '职工总数', null, 'zh', '职工总数'],
    ['rd.高企@2025', 'R&D spending', 'high-tech', 'en', 'R&D spending 2025 (high-tech)'],
  ] as const)('%s', (key, label, calibre, lang, expected) => {
    expect(labelOfKey(key, label, calibre, lang)).toBe(expected)
  })
})
