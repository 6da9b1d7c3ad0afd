import { describe, expect, test } from 'vitest'
import { libraryOf, packFiles } from '../../packs/testing.js'
import { type GivenFacts, parseFacts } from '../../rules/parse-facts.js'
import { checkCharacter } from '../../shared/social-credit-code.js'
import { type Candidate, isRegister, type SeenFact } from './candidate.js'
import { decideLead } from './decide.js'

const LIBRARY = libraryOf(packFiles('national', 'demo'))
const CODE = `91990102MADEM0001${checkCharacter('91990102MADEM0001')}`
const ON = '2026-11-25'

const SOURCES: Readonly<Record<string, string>> = {
  注册地: '市场监管局（示例）',
  登记状态: '市场监管局（示例）',
  高新技术企业: '科技、工信部门（示例）',
  首次认定高企: '科技局（示例）',
  高企认定日期: '科技局（示例）',
  重大事故或失信: '信用中国（示例）',
}

/** Each fact as its register has it, or as `sources` says. */
function seen(facts: GivenFacts, sources: Readonly<Record<string, string | null>> = {}): SeenFact[] {
  const read = parseFacts(LIBRARY, { facts })
  if (!read.ok) throw new Error(read.errors.map((e) => `${e.key}: ${e.message}`).join('\n'))
  return [...read.facts].map(([key, { value }]) => {
    const source = sources[key] === undefined ? (SOURCES[key] ?? '统计局（示例）') : sources[key]
    return { key, value, source, fromRegister: isRegister(LIBRARY, { source }), observedAt: '2026-11-01' }
  })
}

const GOOD: GivenFacts = {
  注册地: '云麓区',
  登记状态: '存续',
  高新技术企业: '是',
  首次认定高企: '是',
  高企认定日期: '2025-11-19',
  重大事故或失信: '否',
}

/** A company that demo.high-tech-award is for, and what is otherwise with it. */
function candidate(given: Partial<Candidate> = {}): Candidate {
  return {
    id: 'a',
    name: '云川样例科技有限公司（示例）',
    audience: 'enterprise',
    creditCode: CODE,
    facts: seen(GOOD),
    records: [],
    awards: [],
    listed: [],
    ...given,
  }
}

function decide(given: Partial<Candidate> = {}, id = 'demo.high-tech-award', wasLead = false) {
  const programme = LIBRARY.programmes.get(id)
  if (!programme) throw new Error(`there is no ${id}`)
  return decideLead(LIBRARY, { programme, on: ON, wasLead }, candidate(given))
}

function reasonsOf(given: Partial<Candidate>, id?: string, wasLead?: boolean) {
  const decision = decide(given, id, wasLead)
  return decision.outcome === 'excluded' ? decision.reasons : decision.outcome
}

const wan = 1_000_000n

test('whoever registers say meets it is a lead, with what that rests on', () => {
  const decision = decide()
  expect(decision).toMatchObject({ outcome: 'lead', amountFen: { min: 30n * wan, max: 30n * wan } })
  if (decision.outcome !== 'lead') throw new Error('no lead')
  expect(decision.basis.map(({ key }) => key).sort()).toEqual(Object.keys(GOOD).sort())
  expect(decision.inputHash).toMatch(/^[0-9a-f]{64}$/)
})

describe('only what a register says counts', () => {
  test('a title that the company names itself makes no lead', () => {
    const facts = seen(GOOD, { 首次认定高企: '企业填写' })
    expect(reasonsOf({ facts })).toEqual([{ kind: 'declared', facts: ['首次认定高企'] }])
  })

  test('what the company says otherwise is told, not believed', () => {
    const declared = seen({ 首次认定高企: '否' }, { 首次认定高企: '企业填写' })
    expect(reasonsOf({ facts: [...declared, ...seen(GOOD)] })).toEqual([
      { kind: 'contradicted', facts: ['首次认定高企'] },
    ])
  })

  test('what the company claims against the register is told too', () => {
    const claimed = seen({ 首次认定高企: '是' }, { 首次认定高企: '企业填写' })
    const facts = [...claimed, ...seen({ ...GOOD, 首次认定高企: '否' })]
    expect(reasonsOf({ facts })).toEqual([{ kind: 'contradicted', facts: ['首次认定高企'] }])
  })

  test.each([
    ['税务局', true],
    ['税务局（示例）', true],
    ['税务局 2026-11 共享', true],
    ['税务局·电子税务局', true],
    ['税务局长说', false],
    ['据税务局', false],
    ['税务局（2026-11）.xlsx', false],
    ['企业填写', false],
    ['', false],
    [null, false],
  ])('%j: %j', (source, is) => {
    expect(isRegister(LIBRARY, { source })).toBe(is)
  })

  test('where it is said what a source is, its name says nothing', () => {
    expect(isRegister(LIBRARY, { source: '市直部门共享', standing: 'register' })).toBe(true)
    expect(isRegister(LIBRARY, { source: '税务局', standing: 'declaration' })).toBe(false)
  })
})

describe('existence', () => {
  test('no credit code', () => expect(reasonsOf({ creditCode: null })).toEqual([{ kind: 'no-code' }]))
  test('a credit code that does not hold', () => {
    const code = '91990102MADEM0001A'
    expect(reasonsOf({ creditCode: code })).toEqual([{ kind: 'bad-code', code }])
  })
})

describe('standing', () => {
  test.each(['清算', '吊销', '注销', '撤销', '迁出'])('%s', (status) => {
    const facts = seen({ ...GOOD, 登记状态: status })
    expect(reasonsOf({ facts })).toEqual([{ kind: 'ended', fact: '登记状态', value: status }])
  })

  test('serious dishonesty', () => {
    const facts = seen({ ...GOOD, 重大事故或失信: '是' })
    expect(reasonsOf({ facts })).toEqual([{ kind: 'barred', fact: '重大事故或失信' }])
  })

  test('a check of conduct that is older than it may be', () => {
    const facts = seen(GOOD).map((fact) =>
      fact.key === '重大事故或失信' ? { ...fact, observedAt: '2026-08-26' } : fact,
    )
    expect(reasonsOf({ facts })).toEqual([
      { kind: 'stale', fact: '重大事故或失信', observedAt: '2026-08-26', maxAgeDays: 90 },
    ])
  })

  test('nobody looked whether it exists: nothing found is not the same as good', () => {
    const { 登记状态: _, ...rest } = GOOD
    expect(reasonsOf({ facts: seen(rest) })).toEqual([{ kind: 'unchecked', fact: '登记状态' }])
  })

  test('out of the region', () => {
    expect(reasonsOf({ facts: seen({ ...GOOD, 注册地: '南京市鼓楼区' }) })).toEqual([
      { kind: 'out-of-region' },
    ])
  })

  test('all that is wrong is told at once', () => {
    const facts = seen({ ...GOOD, 注册地: '南京市鼓楼区', 登记状态: '注销', 重大事故或失信: '是' })
    expect(reasonsOf({ facts, creditCode: null })).toEqual([
      { kind: 'out-of-region' },
      { kind: 'no-code' },
      { kind: 'ended', fact: '登记状态', value: '注销' },
      { kind: 'barred', fact: '重大事故或失信' },
    ])
  })
})

describe('repetition', () => {
  const had = (programme: string, on: string | null, fen: bigint | null = 20n * wan) => ({
    awards: [{ programme, on, fen }],
  })

  test('awarded before, once only', () => {
    expect(reasonsOf(had('demo.high-tech-award', '2025-12-01'))).toEqual([
      { kind: 'awarded', programme: 'demo.high-tech-award', on: '2025-12-01' },
    ])
  })

  test('another programme that excludes it within the year', () => {
    expect(reasonsOf(had('demo.tech-sme-award', '2026-03-01'))).toEqual([
      { kind: 'awarded', programme: 'demo.tech-sme-award', on: '2026-03-01' },
    ])
    expect(reasonsOf(had('demo.tech-sme-award', '2025-03-01'))).toBe('lead')
  })

  test('an award of which nobody wrote down the day may have been this year', () => {
    expect(reasonsOf(had('demo.tech-sme-award', null))).toHaveLength(1)
  })

  test('another list that stands', () => {
    const listed = [{ programme: 'demo.high-tech-award', list: 'L', on: '2026-10-01', fen: null }]
    expect(reasonsOf({ listed })).toEqual([{ kind: 'listed', programme: 'demo.high-tech-award', list: 'L' }])
  })

  const GIANT = { ...GOOD, 专精特新小巨人企业: '是' }

  test('where the difference is due, what was had is taken off', () => {
    const given = { facts: seen(GIANT), ...had('demo.specialised-award', '2024-01-01', 20n * wan) }
    expect(decide(given, 'demo.little-giant-award')).toMatchObject({
      outcome: 'lead',
      amountFen: { min: 40n * wan, max: 40n * wan },
    })
    const all = { facts: seen(GIANT), ...had('demo.specialised-award', '2024-01-01', 60n * wan) }
    expect(reasonsOf(all, 'demo.little-giant-award')).toEqual([{ kind: 'nothing-left' }])
    const open = { facts: seen(GIANT), ...had('demo.specialised-award', '2024-01-01', null) }
    expect(reasonsOf(open, 'demo.little-giant-award')).toEqual([
      { kind: 'award-open', programme: 'demo.specialised-award' },
    ])
  })

  test('of two that exclude each other the better one is proposed', () => {
    const facts = seen({ ...GIANT, 专精特新中小企业: '是' })
    expect(reasonsOf({ facts }, 'demo.specialised-award')).toEqual([
      { kind: 'preferred', programmes: ['demo.little-giant-award'] },
    ])
    expect(reasonsOf({ facts }, 'demo.little-giant-award')).toBe('lead')
  })
})

describe('who does not meet it is on no list, unless he was', () => {
  const facts = seen({ ...GOOD, 首次认定高企: '否' })
  test('not met', () => {
    expect(reasonsOf({ facts })).toBe('unmet')
    expect(reasonsOf({ facts }, 'demo.high-tech-award', true)).toEqual([
      { kind: 'unmet', conditions: ['是首次认定'] },
    ])
  })

  test('not known', () => {
    const { 首次认定高企: _, ...rest } = GOOD
    expect(reasonsOf({ facts: seen(rest) })).toBe('open')
    expect(reasonsOf({ facts: seen(rest) }, 'demo.high-tech-award', true)).toEqual([
      { kind: 'open', facts: ['首次认定高企'] },
    ])
  })
})

test('the hash of the input tells everything that was known apart, and nothing else', () => {
  const hash = (given: Partial<Candidate> = {}) => {
    const decision = decide(given)
    return 'inputHash' in decision ? decision.inputHash : ''
  }
  const [first] = [hash()]
  expect(hash({ facts: [...seen(GOOD)].reverse() })).toBe(first)
  const others = [
    hash({ facts: seen({ ...GOOD, 注册地: '临江区' }) }),
    hash({ facts: seen(GOOD, { 注册地: '市场监管局' }) }),
    hash({ awards: [{ programme: 'demo.voucher', on: null, fen: null }] }),
    hash({ name: '另一家（示例）' }),
  ]
  expect(new Set([first, ...others]).size).toBe(5)
})
