import { describe, expect, test } from 'vitest'
import type { Library } from '../../rules/programme.js'
import { type Known, libraryOf, packFiles, subjectWith } from '../testing.js'
import { compareFacts, compareLibraries, factsOf } from './library.js'
import type { OutcomeChange } from './outcome.js'
import { affectedBy, compareSubject } from './subject.js'

const before = libraryOf(packFiles('national', 'demo'))

/** The library after texts of its files are written otherwise; null takes a file away. */
function edited(...edits: readonly (readonly [file: string, from: string, to: string])[]): Library {
  const files = packFiles('national', 'demo').map((source) => {
    const text = edits
      .filter(([file]) => file === source.path)
      .reduce((said, [, from, to]) => {
        if (!said.includes(from)) throw new Error(`${source.path} does not say ${from}`)
        return said.replace(from, to)
      }, source.text)
    return { ...source, text }
  })
  return libraryOf(files)
}

function outcomes(after: Library, known: Known): OutcomeChange[] {
  const affected = affectedBy(before, after, compareLibraries(before, after))
  return compareSubject(
    { library: before, subject: subjectWith(before, known) },
    { library: after, subject: subjectWith(after, known) },
    affected,
    { on: '2026-11-24', lang: 'zh' },
  )
}

const RD = 'demo/programmes/rd-subsidy.yaml'
const company: Known = {
  facts: {
    注册地: '云川市云麓区',
    重大事故或失信: '否',
    逾期未验收: '否',
    年销售收入: '1000 万元',
    '研发费用.加计扣除@2025': '40 万元',
    '研发费用.加计扣除@2024': '40 万元',
  },
}

describe('why a company’s answer is another one', () => {
  test('nothing is affected where nothing is different', () => {
    expect(affectedBy(before, before, compareLibraries(before, before)).programmes).toEqual([])
    expect(outcomes(before, company)).toEqual([])
  })

  test('a threshold that was lowered: no becomes yes, by that condition', () => {
    const after = edited(
      [RD, '研发费用 >= 50 万元', '研发费用 >= 30 万元'],
      [RD, '研发费用不低于 50 万元', '研发费用不低于 30 万元'],
    )
    expect(outcomes(after, company)).toEqual([
      {
        programme: 'demo.rd-subsidy',
        title: '研发投入后补助（示例）',
        before: { verdict: 'no', amountFen: null },
        after: { verdict: 'yes', amountFen: { min: '5000000', max: '5000000' } },
        because: [
          {
            part: 'condition',
            what: '研发费用不低于 30 万元',
            before: '50 万元',
            after: '30 万元',
            actual: '40 万元',
            clause: '第三条（一）',
          },
        ],
      },
    ])
  })

  test('a condition that came', () => {
    const known = { facts: { ...company.facts, '研发费用.加计扣除@2025': '60 万元', 职工总数: '5 人' } }
    const after = edited([
      RD,
      '  - {that: 强度 >= 3%',
      '  - {that: 职工总数 >= 10 人, cite: 第三条（四）}\n  - {that: 强度 >= 3%',
    ])
    const [change] = outcomes(after, known)
    expect(change).toMatchObject({ before: { verdict: 'yes' }, after: { verdict: 'no', amountFen: null } })
    expect(change?.because).toEqual([
      {
        part: 'condition',
        what: '职工总数 >= 10 人',
        before: null,
        after: expect.stringContaining('10 人'),
        actual: '5 人',
        clause: '第三条（四）',
      },
    ])
  })

  test('another rate of a step changes the amount alone', () => {
    const known = {
      facts: { ...company.facts, '研发费用.加计扣除@2025': '60 万元', '研发费用.加计扣除@2024': '60 万元' },
    }
    const [change] = outcomes(edited([RD, '5%: 15 万元', '5%: 20 万元']), known)
    expect(change).toMatchObject({
      before: { verdict: 'yes', amountFen: { min: '15000000' } },
      after: { verdict: 'yes', amountFen: { min: '20000000' } },
      because: [
        {
          part: 'pay',
          what: '强度分档补助',
          before: '15 万元（15 万元）',
          after: '20 万元（20 万元）',
          actual: '6%',
        },
      ],
    })
  })

  test('a lower cap', () => {
    const known = {
      facts: {
        ...company.facts,
        年销售收入: '1 亿元',
        '研发费用.加计扣除@2025': '2000 万元',
        '研发费用.加计扣除@2024': '300 万元',
      },
    }
    const changes = outcomes(edited([RD, '{enterprise-year: 100 万元}', '{enterprise-year: 80 万元}']), known)
    expect(changes.find(({ programme }) => programme === 'demo.rd-subsidy')?.because).toMatchObject([
      { part: 'cap', before: '100 万元', after: '80 万元' },
    ])
    // Together with it, another one may come to a share of a sum only.
    expect(changes.find(({ programme }) => programme === 'demo.rd-centre-award')?.because).toMatchObject([
      { part: 'excludes' },
    ])
  })

  test('a definition that a condition uses', () => {
    const known = {
      facts: { ...company.facts, '研发费用.加计扣除@2025': '60 万元', '研发费用.加计扣除@2024': '60 万元' },
    }
    const [change] = outcomes(
      edited([RD, '强度: 研发费用 / 年销售收入', '强度: 研发费用 / (年销售收入 * 3)']),
      known,
    )
    expect(change?.because).toMatchObject([{ part: 'definition', what: expect.stringContaining('强度') }])
  })

  test('a programme that is out of force, and one that is new', () => {
    const after = edited([RD, 'valid: 2025-01-01..', 'valid: 2025-01-01..2026-06-30'])
    const known = { facts: { ...company.facts, '研发费用.加计扣除@2025': '60 万元' } }
    expect(outcomes(after, known)).toMatchObject([
      {
        programme: 'demo.rd-subsidy',
        after: null,
        because: [{ part: 'valid', after: '2025-01-01 起，至 2026-06-30' }],
      },
    ])
    const back = compareSubject(
      { library: after, subject: subjectWith(after, known) },
      { library: before, subject: subjectWith(before, known) },
      affectedBy(after, before, compareLibraries(after, before)),
      { on: '2026-11-24', lang: 'en' },
    )
    expect(back).toMatchObject([{ before: null, after: { verdict: 'yes' }, because: [{ what: 'In force' }] }])
  })

  test('points that a score loses', () => {
    const sme: Known = {
      facts: {
        居民企业: '是',
        禁止限制淘汰类产品: '否',
        重大事故或失信: '否',
        高新技术企业: '否',
        国家科技奖励: '否',
        省部级以上研发机构: '否',
        主导标准: '否',
        年销售收入: '1000 万元',
        资产总额: '3000 万元',
        成本费用: '900 万元',
        一类知识产权: '1 项',
        二类知识产权: '0 项',
        职工总数: '80 人',
        科技人员: '18 人',
        '研发费用.科小': '30 万元',
      },
    }
    const file = 'national/programmes/tech-sme.yaml'
    const [change] = outcomes(edited([file, '20%: 12 分', '20%: 2 分']), sme)
    expect(change).toMatchObject({
      before: { verdict: 'yes' },
      after: { verdict: 'no' },
      because: [{ part: 'points', before: '12 分', after: '2 分', actual: '22.5%' }],
    })
  })
})

describe('facts', () => {
  test('a programme’s facts, with those they are computed from', () => {
    const programme = before.programmes.get('demo.rd-subsidy')
    expect(programme && [...factsOf(before, programme)].sort()).toEqual(
      ['年销售收入', '研发费用', '逾期未验收', '重大事故或失信'].sort(),
    )
  })

  test('one that is declared otherwise is told by its field', () => {
    const after = edited(['national/facts.yaml', 'held-by: 市场监管', 'held-by: 登记机关'])
    expect(compareFacts(before, after)).toMatchObject([
      { part: 'fact', kind: 'changed', before: { zh: '市场监管' }, after: { zh: '登记机关' } },
    ])
    expect(compareFacts(before, after, new Set(['职工总数']))).toEqual([])
    expect(compareLibraries(before, after).programmes).toEqual([])
  })
})
