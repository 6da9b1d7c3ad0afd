import type { FactDef, FactSet, KnownFact } from '@kehui/domain/rules'
import { expect, test } from 'vitest'
import { datedFacts, datedKey, supposing } from './dated-facts.js'

const PERIODS = {
  职工总数: '上年度',
  资产总额: '上年末',
  往年: '前年度',
  服务天数: '当年',
  注册地: '当前',
} as const
const library: { facts: ReadonlyMap<string, Pick<FactDef, 'period'>> } = {
  facts: new Map(Object.entries(PERIODS).map(([name, period]) => [name, { period }])),
}
const of = (n: number): KnownFact => ({ value: { kind: 'quantity', lo: BigInt(n), hi: BigInt(n) } })
const set = (facts: Record<string, number>): FactSet =>
  new Map(Object.entries(facts).map(([key, n]) => [key, of(n)]))

test.each([
  ['职工总数', '职工总数@2025'],
  ['职工总数.科小', '职工总数.科小@2025'],
  ['资产总额', '资产总额@2025'],
  ['往年', '往年@2024'],
  ['职工总数@2023', '职工总数@2023'],
  ['服务天数', '服务天数'],
  ['注册地', '注册地'],
  ['没有的', '没有的'],
])('%s in 2026 is filed under %s', (key, filed) => {
  expect(datedKey(library, key, 2026)).toBe(filed)
})

test('a dated value counts over an undated one of the same year, in whichever order they come', () => {
  const expected = set({ '职工总数@2025': 2 })
  expect(datedFacts(library, set({ 职工总数: 1, '职工总数@2025': 2 }), 2026)).toEqual(expected)
  expect(datedFacts(library, set({ '职工总数@2025': 2, 职工总数: 1 }), 2026)).toEqual(expected)
})

test('what is supposed stands in for what is stored, other years and facts stay', () => {
  const known = set({ '职工总数@2025': 1, '职工总数@2024': 2, 注册地: 3 })
  expect(supposing(library, known, set({ 职工总数: 9 }), 2026)).toEqual(
    set({ '职工总数@2025': 9, '职工总数@2024': 2, 注册地: 3 }),
  )
})

test('supposed without a calibre it stands for every calibre, with one for that alone', () => {
  const known = set({ '职工总数.科小@2025': 1, '职工总数.高企@2025': 2, '职工总数.科小@2024': 3 })
  expect(supposing(library, known, set({ 职工总数: 9 }), 2026)).toEqual(
    set({ '职工总数.科小@2024': 3, '职工总数@2025': 9 }),
  )
  expect(supposing(library, known, set({ '职工总数.高企': 9 }), 2026)).toEqual(
    set({ '职工总数.科小@2025': 1, '职工总数.高企@2025': 9, '职工总数.科小@2024': 3 }),
  )
})
