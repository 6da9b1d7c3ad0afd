import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clarityOf } from './clarity.js'
import { type Demand, EMPTY_DEMAND } from './demand.js'

const WHOLE: Demand = {
  ...EMPTY_DEMAND,
  title: '6061 铝合金薄板激光焊缝强度不足',
  problem:
    '厚度 2 mm 的 6061 铝合金薄板激光焊接之后，焊缝抗拉强度只有母材的六成，客户要求不低于八成。' +
    '断口在熔合线，金相显示气孔偏多，换过两种保护气体仍不稳定，每批报废约百分之七，交付被拖延。',
  scene: '新能源客车侧围骨架，单件焊缝 1.2 m，节拍 90 秒',
  tried: '换过氩气和氦气，调过离焦量，效果不稳定',
  targets: [{ name: '焊缝抗拉强度', wanted: '≥ 240 MPa', now: '185 MPa' }],
  field: 'C36',
  cooperation: ['joint-development'],
  budgetFen: '50000000',
  neededBy: '2027-06-30',
  maturity: 6,
  contact: '林晓',
}

test('nothing written has no points, and the most telling question comes first', () => {
  const { points, questions } = clarityOf(EMPTY_DEMAND)
  expect(points).toBe(0)
  expect(questions.map(({ part }) => part).slice(0, 2)).toEqual(['targets', 'problem'])
  expect(questions.reduce((sum, { gain }) => sum + gain, 0)).toBe(100)
})

test('what says all has all points and is asked nothing', () => {
  expect(clarityOf(WHOLE)).toEqual({ points: 100, questions: [], vague: [] })
})

test.each<[string, boolean]>([
  ['把良率提高到 98%', true],
  ['耐温 350 ℃ 以上', true],
  ['把强度做到 600MPa', true],
  ['每天处理 2,000 件', true],
  ['把良率提高很多', false],
  ['按 6061 牌号', true],
  ['2026', false],
])('whether “%s” names a figure', (problem, measured) => {
  const gain = clarityOf({ ...EMPTY_DEMAND, problem }).questions.find(({ part }) => part === 'targets')?.gain
  expect(gain).toBe(measured ? 10 : 25)
})

test('big words without a figure are shown as what they are', () => {
  expect(clarityOf({ ...EMPTY_DEMAND, problem: '需要先进的智能化方案，实现降本增效' }).vague).toEqual([
    '先进',
    '智能化',
    '降本增效',
  ])
  expect(clarityOf({ ...EMPTY_DEMAND, problem: '需要先进的方案，能耗降低 20%' }).vague).toEqual([])
})

test('one character again and again is no problem told', () => {
  const told = clarityOf({ ...EMPTY_DEMAND, problem: '啊'.repeat(500) })
  expect(told.points).toBe(0)
})

test('points and open questions always make a hundred, and more words never cost points', () => {
  const text = fc.string({ unit: fc.constantFrom(...'焊缝强度不足6 MPa%，。a需要先进'), maxLength: 120 })
  fc.assert(
    fc.property(fc.record({ problem: text, scene: text, tried: text }), text, (given, more) => {
      const before = clarityOf({ ...EMPTY_DEMAND, ...given })
      expect(before.points + before.questions.reduce((sum, { gain }) => sum + gain, 0)).toBe(100)
      const after = clarityOf({ ...EMPTY_DEMAND, ...given, problem: `${given.problem} ${more}` })
      expect(after.points).toBeGreaterThanOrEqual(before.points)
    }),
  )
})
