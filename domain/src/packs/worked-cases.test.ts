import { describe, expect, it } from 'vitest'
import { settle } from '../rules/answer/settle.js'
import type { GivenFacts } from '../rules/parse-facts.js'
import { answerOf, type Known, libraryOf, packFiles } from './testing.js'

const library = libraryOf(packFiles('national', 'guizhou'))

const DIRECT = ['高新技术企业', '国家科技奖励', '省部级以上研发机构', '主导标准']
const COMPANY: GivenFacts = {
  居民企业: '是',
  禁止限制淘汰类产品: '否',
  重大事故或失信: '否',
  ...Object.fromEntries(DIRECT.map((name) => [name, '否'])),
  年销售收入: '3000 万元',
  资产总额: '3000 万元',
  成本费用: '2500 万元',
  一类知识产权: '0 项',
  职工总数: '80 人',
  科技人员: '18 人',
  研发费用: '90 万元',
  二类知识产权: '2 项',
}

function without(facts: GivenFacts, ...names: string[]): GivenFacts {
  return Object.fromEntries(Object.entries(facts).filter(([name]) => !names.includes(name)))
}

describe('科技型中小企业评价', () => {
  const ask = (facts: GivenFacts) => answerOf(library, 'cn.tech-sme', { facts })

  it('scores 44 and is no', () => {
    expect(ask(COMPANY)).toMatchObject({
      verdict: 'no',
      points: { min: 44, max: 44 },
      missing: [],
      judged: [],
      grants: null,
    })
  })

  it('names one right of class I more as the nearest change that is open', () => {
    const { nearest } = ask(COMPANY)
    expect(nearest[0]?.changes).toEqual([{ fact: '一类知识产权', from: '0 项', to: '1 项' }])
    expect(nearest.flatMap((n) => n.changes.map((c) => c.fact))).not.toContain('研发费用')
  })

  it('speaks of last year’s R&D only as a target of the next filing year', () => {
    const { nextYear } = ask(COMPANY)
    expect(nextYear.map((n) => n.changes)).toContainEqual([
      { fact: '研发费用', from: '90 万元', to: '150 万元' },
    ])
  })

  it('is open between 24 and 74 without R&D, and asks for it alone', () => {
    expect(ask(without(COMPANY, '研发费用'))).toMatchObject({
      verdict: 'unknown',
      points: { min: 24, max: 74 },
      missing: ['研发费用'],
      nearest: [],
    })
  })

  it('asks for the direct passes where they are not known instead of no', () => {
    const result = ask(without(COMPANY, ...DIRECT))
    expect(result.verdict).toBe('unknown')
    expect([...result.missing].sort()).toEqual([...DIRECT].sort())
  })

  it('is no with 501 staff whatever else is not known, and asks nothing', () => {
    expect(ask({ 职工总数: '501 人' })).toMatchObject({ verdict: 'no', missing: [], asks: [] })
  })
})

describe('首次融资补助', () => {
  const project: Known = { audience: 'project' }
  const base = { 赋权项目: '是', 注册地: '贵州省' }
  const loan = { ...base, 成果转化贷首笔获批额: '300 万元' }

  it('pays exactly 1,000,000 yuan for 8 million of loan and 5 million of venture', () => {
    const facts = { ...base, 成果转化贷首笔获批额: '800 万元', 首笔风险投资到位额: '500 万元' }
    const result = answerOf(library, 'gz.first-finance', { ...project, facts })
    expect(result).toMatchObject({
      verdict: 'yes',
      amountFen: { min: '100000000', max: '100000000' },
      missing: [],
    })
    expect(result.trace.pay).toMatchObject({ beforeCapFen: { min: '130000000' }, capBinds: true })
  })

  it('is yes with the loan alone: 300,000 to 1,000,000 yuan, asking for the venture money', () => {
    expect(answerOf(library, 'gz.first-finance', { ...project, facts: loan })).toMatchObject({
      verdict: 'yes',
      reading: 'either',
      amountFen: { min: '30000000', max: '100000000' },
      missing: ['首笔风险投资到位额'],
    })
  })

  it('is open where both are needed and one is not known', () => {
    const question = { reading: { 'gz.first-finance': 'both' } }
    expect(answerOf(library, 'gz.first-finance', { ...project, facts: loan }, question)).toMatchObject({
      verdict: 'unknown',
      reading: 'both',
      amountFen: { min: '0', max: '100000000' },
      missing: ['首笔风险投资到位额'],
    })
  })

  it('takes a company with a flat set of project facts as one project of its own', () => {
    const result = answerOf(library, 'gz.first-finance', { audience: 'enterprise', facts: loan })
    expect(result).toMatchObject({ verdict: 'yes', subject: { audience: 'project' } })
  })

  it('is kept when nothing excludes it, and not where it was received before', () => {
    const result = answerOf(library, 'gz.first-finance', { ...project, facts: loan })
    expect(settle(library, [result])[0]?.settled).toEqual({ kept: true, amountFen: result.amountFen })
    const again = settle(library, [result], { received: ['gz.first-finance'] })
    expect(again[0]?.settled).toMatchObject({ kept: false, because: { rule: 'once' } })
  })
})
