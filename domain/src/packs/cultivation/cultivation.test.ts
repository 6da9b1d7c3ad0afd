import { expect, test } from 'vitest'
import { evaluate, usesOf } from '../../rules/index.js'
import type { Cell } from '../package/cells.js'
import { cellsFor } from '../package/cells.js'
import { packageFor } from '../package/index.js'
import { libraryOf, packFiles, subjectWith } from '../testing.js'
import { changesBetween, closenessOf, columnsOn, deadlineOf, isCultivable, standingOf } from './index.js'

const library = libraryOf(packFiles('national', 'demo'))
const ON = '2026-11-24'

const cell = (given: Partial<Cell>): Cell => ({
  verdict: 'no',
  version: 'v1',
  amountFen: null,
  unlimited: false,
  points: null,
  missing: [],
  judged: [],
  nearest: [],
  nextYear: [],
  kept: true,
  ...given,
})
const moves = (count: number, costFen: string | null) => ({
  changes: Array.from({ length: count }, (_, i) => ({ fact: `事实${i}`, from: '1', to: '2' })),
  costFen,
})

test('answers are nearer than moves, one cheap move nearer than a dear one or than two, next year last', () => {
  const order = [
    cell({ verdict: 'unknown', missing: ['a'] }),
    cell({ verdict: 'unknown', missing: ['a', 'b'] }),
    cell({ verdict: 'unknown', judged: ['c'] }),
    cell({ nearest: [moves(1, '100000000')] }),
    cell({ nearest: [moves(2, '0'), moves(1, null)] }),
    cell({ nearest: [moves(2, '0')] }),
    cell({ nextYear: [moves(1, '0')] }),
  ]
  const close = order.map(closenessOf)
  expect(close).toEqual([...close].sort((a, b) => Number(a) - Number(b)))
  expect(new Set(close).size).toBe(order.length)
  expect(order.every(isCultivable)).toBe(true)
  expect(closenessOf(cell({}))).toBeNull()
  expect(isCultivable(cell({ verdict: 'yes' }))).toBe(false)
})

const situation = subjectWith(library, {
  facts: {
    注册地: '云川市云麓区',
    居民企业: '是',
    职工总数: '80 人',
    高新技术企业: '是',
    首次认定高企: '是',
    高企认定日期: '2026-03-01',
  },
})

test('the money of a standing is that of the package', () => {
  const cells = cellsFor(library, { situation, place: '990102', packs: [], on: ON })
  const standing = standingOf(library, cells, ON)
  const { totals, can, later, needs } = packageFor(library, {
    subject: { id: 's', name: '样例', audience: 'enterprise', place: null, creditCode: null, sample: true },
    situation,
    place: '990102',
    packs: [],
    on: ON,
    lang: 'zh',
    readings: {},
    known: {},
    records: [],
  })
  expect(standing.certainFen.toString()).toBe(totals.cash.certain.min)
  expect(standing.possibleFen.toString()).toBe(totals.cash.possible.max)
  expect([...standing.programmes.yes].sort()).toEqual([...can, ...later].map((e) => e.programme).sort())
  const real = needs.filter(({ hypothetical }) => !hypothetical)
  expect([...standing.programmes.unknown].sort()).toEqual(real.map((e) => e.programme).sort())
  expect(standing.nearness).toBeGreaterThan(0)
})

test('a deadline is that of the call that is open, or that comes next', () => {
  const columns = columnsOn(library, ON)
  expect(columnsOn(library, ON)).toBe(columns)
  for (const column of columns.values()) {
    const open = column.call?.status === 'open' || column.call?.status === 'coming'
    expect(deadlineOf(column)).toBe(open ? column.call?.to : null)
  }
})

test('a programme uses the facts that it can be seen to use, and no others', () => {
  for (const result of evaluate(library, situation, { on: ON })) {
    const uses = usesOf(library, result.programme, ON)
    const seen = [...result.asks.map((fact) => fact.name)]
    for (const name of seen) expect(uses?.facts.has(name) || uses?.records.has(name), name).toBe(true)
  }
  expect(usesOf(library, 'cn.tech-sme', ON)?.facts.has('共享仪器使用次数')).toBe(false)
  expect(usesOf(library, 'none', ON)).toBeUndefined()
})

const known = { facts: {}, records: {}, received: [], packs: [] }
const uses = () => ({ facts: new Set(['职工总数', '企业.研发费用']), records: new Set(['贷款']) })
const differ = (before: object, after: object) => {
  const computed = (given: object) => ({
    on: ON,
    known,
    cells: { p: cell({ verdict: 'unknown' }) },
    ...given,
  })
  return changesBetween<string>(computed(before), computed(after), uses)
}
const yes = { p: cell({ verdict: 'yes' }) }

test.each([
  [
    'a fact',
    { known: { ...known, facts: { 职工总数: '80 人', 面积: '1' } } },
    { kind: 'fact', key: '职工总数', from: null, to: '80 人' },
  ],
  [
    'one of the owner',
    { known: { ...known, facts: { '企业.研发费用.高企@2025': '1 元' } } },
    { kind: 'fact', key: '企业.研发费用.高企@2025', from: null, to: '1 元' },
  ],
  [
    'a record',
    { known: { ...known, records: { 贷款: { count: 2, digest: 'x' }, 合同: { count: 1, digest: 'y' } } } },
    { kind: 'records', name: '贷款', from: 0, to: 2 },
  ],
  [
    'a rule',
    { cells: { p: cell({ verdict: 'yes', version: 'v2' }) } },
    { kind: 'rule', from: 'v1', to: 'v2' },
  ],
  ['an award', { known: { ...known, received: ['p'] } }, { kind: 'awards', programmes: ['p'] }],
  ['another award', { known: { ...known, received: ['q'] } }, { kind: 'awards', programmes: ['q'] }],
  ['the date', { on: '2026-11-25' }, { kind: 'date', from: ON, to: '2026-11-25' }],
  ['settling', {}, { kind: 'settling' }],
])('a change that comes from %s says so', (_, after, reason) => {
  expect(differ({}, { cells: yes, ...after })).toMatchObject([
    { programme: 'p', before: { verdict: 'unknown' }, after: { verdict: 'yes' }, reasons: [reason] },
  ])
})

test('a programme that comes or goes is a change by its rule, or by the regions looked at', () => {
  expect(differ({ cells: {} }, { cells: yes })).toMatchObject([
    { before: null, reasons: [{ kind: 'rule', from: null, to: 'v1' }] },
  ])
  expect(differ({ cells: yes }, { cells: {}, known: { ...known, packs: ['wuhan'] } })).toMatchObject([
    { after: null, reasons: [{ kind: 'regions', from: [], to: ['wuhan'] }] },
  ])
})

test('the same result with its facts in another order is no change', () => {
  const cells = (missing: string[]) => ({ p: cell({ verdict: 'unknown', missing }) })
  expect(differ({ cells: cells(['a', 'b']) }, { cells: cells(['b', 'a']) })).toEqual([])
})
