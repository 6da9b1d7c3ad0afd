import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answerOf, libraryOf, packFiles } from '../../packs/testing.js'
import type { GivenFacts, Result } from '../../rules/index.js'
import { parseDay } from '../../shared/day.js'
import { addCosts, type Cost, costOf, owedOf } from './cost.js'
import { byLevel } from './levels.js'

const LIBRARY = libraryOf(packFiles('national', 'demo', 'anhui'))
const ON = '2026-11-25'
const wan = 1_000_000n
const PLACES: Readonly<Record<string, string>> = { 云麓区: '990102', 临江区: '990103', 云川市: '990100' }

function costs(id: string, facts: GivenFacts, place = '云麓区'): Cost[] {
  const programme = LIBRARY.programmes.get(id)
  if (!programme) throw new Error(`there is no ${id}`)
  const result = answerOf(LIBRARY, id, { facts: { 注册地: place, ...facts } }, { on: ON })
  const code = PLACES[place] ?? null
  return addCosts(costOf({ library: LIBRARY, programme, place: code, on: parseDay(ON) ?? 0 }, result))
}

function told(all: readonly Cost[]): string[] {
  return all.map(
    ({ level, year, certainFen, possibleFen }) =>
      `${level} ${year ?? '未定'} ${certainFen / wan}+${possibleFen / wan}`,
  )
}

const CENTRE = { 重大事故或失信: '否', 首次升规: '是', 行业门类: '制造业', 高新技术企业: '否' }
const GROWTH = { '年销售收入@2024': '2000 万元', '年销售收入@2025': '2100 万元' }

describe('who pays', () => {
  test('shares of the programme', () => {
    expect(told(costs('demo.scale-up', { ...CENTRE, ...GROWTH }))).toEqual(['市 2026 12+0', '区 2026 8+0'])
  })

  test('what is still open is divided as what is certain', () => {
    const open = { ...CENTRE, 行业门类: '农林牧渔业', ...GROWTH }
    const { 高新技术企业: _, ...unknown } = open
    expect(told(costs('demo.scale-up', unknown))).toEqual(['市 2026 6+3', '区 2026 4+2'])
  })

  const FIRST = { 高新技术企业: '是', 首次认定高企: '是', 高企认定日期: '2025-11-19', 重大事故或失信: '否' }
  test('lines that name who pays them', () => {
    expect(told(costs('demo.high-tech-award', FIRST, '云麓区'))).toEqual(['市 2026 20+0', '区 2026 10+0'])
    expect(told(costs('demo.high-tech-award', FIRST, '临江区'))).toEqual(['市 2026 20+0', '区 2026 5+0'])
    // Which district it is in is open, and so is what that adds.
    const open = costs('demo.high-tech-award', FIRST, '云川市')
    expect(open.reduce((sum, { certainFen }) => sum + certainFen, 0n)).toBe(20n * wan)
    expect(open.find(({ level }) => level === '区')?.possibleFen).toBe(10n * wan)
  })

  const RESEARCH = {
    重大事故或失信: '否',
    逾期未验收: '否',
    '年销售收入@2025': '5000 万元',
    '研发费用.加计扣除@2024': '400 万元',
    '研发费用.加计扣除@2025': '400 万元',
  }
  test('shares of a district, over two years', () => {
    expect(told(costs('demo.rd-subsidy', RESEARCH, '云麓区')).sort()).toEqual(
      ['市 2026 12+0', '市 2027 5+0', '区 2026 8+0', '区 2027 3+0'].sort(),
    )
  })

  test('a place of which the text says nothing, and shares that it does not name', () => {
    expect(new Set(costs('demo.rd-subsidy', RESEARCH, '云川市').map(({ level }) => level))).toEqual(
      new Set(['open']),
    )
    const voucher = costs('an.voucher-rd-body', { 首次设立研发机构: '是' }, '安徽省合肥市')
    expect(told(voucher)).toEqual(['open 2026 0+60'])
  })
})

describe('when it is paid', () => {
  test('50, 30 and 20 per cent over three years', () => {
    const giant = costs('demo.little-giant-award', { 专精特新小巨人企业: '是', 重大事故或失信: '否' })
    expect(told(giant)).toEqual(['市 2026 30+0', '市 2027 18+0', '市 2028 12+0'])
  })

  test('what waits for something whose day nobody knows is of no year', () => {
    const facts = { 列入揭榜榜单: '是', 揭榜总投入: '800 万元', 需求方出资: '400 万元', 揭榜方类型: '联合体' }
    const programme = LIBRARY.programmes.get('demo.open-bid')
    if (!programme) throw new Error('no demo.open-bid')
    const result = answerOf(LIBRARY, 'demo.open-bid', { facts, audience: 'project' }, { on: ON })
    const all = costOf({ library: LIBRARY, programme, place: '990102', on: parseDay(ON) ?? 0 }, result)
    expect(told(addCosts(all))).toEqual(['市 2026 0+80', '市 2027 0+60', '市 未定 0+60'])
  })
})

test('no fen is lost or made between levels and years', () => {
  const ids = [...LIBRARY.programmes.values()].filter(({ pay }) => pay !== null).map(({ id }) => id)
  const amount = fc.bigInt({ min: 0n, max: 10n ** 13n })
  const model = answerOf(LIBRARY, 'demo.scale-up', { facts: { ...CENTRE, ...GROWTH } }, { on: ON })
  fc.assert(
    fc.property(
      fc.constantFrom(...ids),
      amount,
      amount,
      fc.constantFrom('990102', '990103', '990100', null),
      fc.constantFrom('yes' as const, 'unknown' as const),
      (id, min, more, place, verdict) => {
        const programme = LIBRARY.programmes.get(id)
        if (!programme) return
        const amountFen = { min: String(min), max: String(min + more) }
        const result: Result = { ...model, programme: id, verdict, amountFen, settled: null }
        const all = costOf({ library: LIBRARY, programme, place, on: parseDay(ON) ?? 0 }, result)
        const sum = (key: 'certainFen' | 'possibleFen') => all.reduce((total, cost) => total + cost[key], 0n)
        const owed = owedOf(result)
        expect(sum('certainFen')).toBe(owed.certainFen)
        expect(sum('possibleFen')).toBe(owed.possibleFen)
        expect(owed.certainFen + owed.possibleFen).toBe(min + more)
      },
    ),
  )
})

test('lines that a limit cuts are cut in proportion, to the fen', () => {
  const programme = { shares: [] }
  const funding = { programme, pack: { level: '市' as const }, places: LIBRARY.places, place: null }
  const lines = [
    { payer: '市', fen: 200n },
    { payer: '区', fen: 100n },
  ]
  expect([...byLevel(funding, 100n, lines)]).toEqual([
    ['市', 67n],
    ['区', 33n],
  ])
})
