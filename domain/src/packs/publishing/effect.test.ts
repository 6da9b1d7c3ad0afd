import { expect, test } from 'vitest'
import { parseFacts, type Subject } from '../../rules/index.js'
import { libraryOf, packFiles } from '../testing.js'
import { effectOn, type ProgrammeStep, programmeStep } from './effect.js'

const ID = 'demo.rd-subsidy'
const PATH = 'demo/programmes/rd-subsidy.yaml'
const files = packFiles('national', 'demo')
const before = libraryOf(files)

function changed(...edits: [RegExp | string, string][]): ProgrammeStep {
  const after = libraryOf(
    files.map(({ path, text }) => ({
      path,
      text: path === PATH ? edits.reduce((whole, [from, to]) => whole.replace(from, to), text) : text,
    })),
  )
  return programmeStep(ID, before, after)
}

function company(rd: string, more: Record<string, string> = {}): Subject {
  const read = parseFacts(before, {
    facts: {
      注册地: '云川市云麓区',
      重大事故或失信: '否',
      逾期未验收: '否',
      '年销售收入@2025': '1000 万元',
      '研发费用.加计扣除@2025': rd,
      '研发费用.加计扣除@2024': '200 万元',
      ...more,
    },
  })
  if (!read.ok) throw new Error(JSON.stringify(read.errors))
  return { id: 's', name: '样例', audience: 'enterprise', ...read }
}

function effect(change: ProgrammeStep, situation: Subject) {
  return effectOn(change, { situation, place: '990102', packs: [], on: '2026-11-24', lang: 'zh' })
}

const raised = changed(['研发费用 >= 50 万元', '研发费用 >= 60 万元'])

test('a raised threshold turns yes into no, with the condition and the money that is gone', () => {
  const found = effect(raised, company('55 万元'))
  expect(found).toMatchObject({
    changed: true,
    before: { verdict: 'yes', amountFen: { min: '15000000', max: '15000000' } },
    after: { verdict: 'no', amountFen: null },
    others: [],
    certain: { before: { cash: 15000000n }, after: {} },
  })
  expect(found?.because).toMatchObject([
    { part: 'condition', before: '50 万元', after: '60 万元', actual: '55 万元', clause: '第三条（一）' },
  ])
})

test('whom the threshold does not touch is counted and not changed', () => {
  const enough = effect(raised, company('65 万元'))
  expect(enough).toMatchObject({ changed: false, before: { verdict: 'yes' }, after: { verdict: 'yes' } })
  expect(enough?.certain).toEqual({ before: { cash: 15000000n }, after: { cash: 15000000n } })
  const neither = effect(raised, company('45 万元'))
  expect(neither).toMatchObject({ changed: false, before: { verdict: 'no' }, after: { verdict: 'no' } })
})

test('an amount that changes names its line', () => {
  const dearer = changed(['5%: 15 万元', '5%: 18 万元'])
  const found = effect(dearer, company('55 万元'))
  expect(found).toMatchObject({ changed: true, before: { verdict: 'yes' }, after: { verdict: 'yes' } })
  expect(found?.after?.amountFen).toEqual({ min: '18000000', max: '18000000' })
  expect(found?.because.map(({ part }) => part)).toContain('pay')
})

test('a condition that is dropped, and one that is added', () => {
  const dropped = changed([/ {2}- \{that: 研发费用 >= 50 万元.*\n/, ''])
  expect(effect(dropped, company('45 万元'))?.because).toMatchObject([{ part: 'condition', after: null }])
  const added = changed(['need:\n', 'need:\n  - {that: 职工总数 <= 10 人}\n'])
  const refused = effect(added, company('55 万元', { 职工总数: '80 人' }))
  expect(refused).toMatchObject({ before: { verdict: 'yes' }, after: { verdict: 'no' } })
  expect(refused?.because).toMatchObject([{ part: 'condition', before: null, actual: '80 人' }])
})

test('a programme that is new has nothing before it', () => {
  const without = libraryOf(
    files
      .filter(({ path }) => path !== PATH)
      .map((file) => ({
        ...file,
        text: file.text.replace(/excludes:\n {2}- \{with: \[demo\.rd-subsidy\].*\n/, ''),
      })),
  )
  const found = effect(programmeStep(ID, without, before), company('55 万元'))
  expect(found).toMatchObject({ changed: true, before: null, after: { verdict: 'yes' } })
})

test('programmes that exclude each other are settled again', () => {
  const id = 'demo.high-tech-award'
  const path = 'demo/programmes/high-tech-award.yaml'
  const after = libraryOf(
    files.map((file) => ({
      path: file.path,
      text:
        file.path === path
          ? file.text.replace('of: 20 万元', 'of: 1 万元').replace('of: 10 万元', 'of: 1 元')
          : file.text,
    })),
  )
  const read = parseFacts(before, {
    facts: {
      注册地: '云川市云麓区',
      重大事故或失信: '否',
      高新技术企业: '是',
      首次认定高企: '是',
      高企认定日期: '2025-11-19',
      科技型中小企业: '是',
      首次入库科小: '是',
    },
  })
  if (!read.ok) throw new Error(JSON.stringify(read.errors))
  const situation: Subject = { id: 's', name: '样例', audience: 'enterprise', ...read }
  const found = effectOn(programmeStep(id, before, after), {
    situation,
    place: '990102',
    packs: [],
    on: '2026-11-24',
    lang: 'zh',
  })
  expect(found).toMatchObject({ changed: true, before: { verdict: 'yes' } })
  expect(found?.others.map(({ programme }) => programme)).toContain('demo.tech-sme-award')
})

test('whom the programme is not for, or who is elsewhere, is left out', () => {
  const person: Subject = { id: 'p', name: '某', audience: 'person', facts: new Map(), records: new Map() }
  expect(effect(raised, person)).toBeNull()
  const elsewhere = { situation: company('55 万元'), place: '420000', packs: [], on: '2026-11-24' } as const
  expect(effectOn(raised, { ...elsewhere, lang: 'zh' })).toBeNull()
  expect(effectOn(raised, { ...elsewhere, packs: ['demo'], lang: 'zh' })).not.toBeNull()
})
