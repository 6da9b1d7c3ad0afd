import { afterAll, describe, expect, test } from 'vitest'
import { run, temporaryFolder } from './testing.js'

const folder = temporaryFolder()
afterAll(() => folder.remove())

const SME = {
  居民企业: true,
  禁止限制淘汰类产品: '否',
  重大事故或失信: '否',
  高新技术企业: '否',
  国家科技奖励: '否',
  省部级以上研发机构: '否',
  主导标准: '否',
  年销售收入: '3000 万元',
  资产总额: '3000 万元',
  成本费用: '2500 万元',
  一类知识产权: '0 项',
  二类知识产权: 2,
  职工总数: '80 人',
  科技人员: '18 人',
  研发费用: '90 万元',
}
const facts = folder.write('sme.json', JSON.stringify({ name: '甲公司', audience: 'enterprise', facts: SME }))
const ON = ['--on', '2026-11-24']

interface Answer {
  readonly programme: string
  readonly subject: { readonly name: string }
  readonly title: string
  readonly verdict: string
  readonly amountFen: { readonly min: string; readonly max: string } | null
  readonly points: { readonly min: number; readonly max: number } | null
}

async function answers(...args: string[]): Promise<Answer[]> {
  const { code, printed, complained } = await run('evaluate', ...args, '--json')
  expect(complained).toBe('')
  expect(code).toBe(0)
  return JSON.parse(printed) as Answer[]
}

describe('--facts', () => {
  test('the worked case of a technology SME', async () => {
    const [answer] = await answers('--facts', facts, ...ON, '--programme', 'cn.tech-sme')
    expect(answer).toMatchObject({ programme: 'cn.tech-sme', verdict: 'no' })
    expect(Number(answer?.points?.min)).toBe(44)
  })
  test('both readings of the first-finance grant', async () => {
    const file = folder.write(
      'project.json',
      JSON.stringify({
        name: '某项目',
        audience: 'project',
        facts: { 赋权项目: '是', 注册地: '贵州省', 成果转化贷首笔获批额: '300 万元' },
      }),
    )
    const asked = ['--facts', file, '--programme', 'gz.first-finance', ...ON]
    const either = await answers(...asked)
    expect(either[0]).toMatchObject({ verdict: 'yes', amountFen: { min: '30000000', max: '100000000' } })
    const both = await answers(...asked, '--reading', 'both')
    expect(both[0]?.verdict).toBe('unknown')
  })
  test('--programme may be repeated, --pack narrows', async () => {
    const two = await answers(
      '--facts',
      facts,
      ...ON,
      '--programme',
      'cn.tech-sme',
      '--programme',
      'demo.rd-subsidy',
    )
    expect(two.map((a) => a.programme).sort()).toEqual(['cn.tech-sme', 'demo.rd-subsidy'])
    const narrow = await answers('--facts', facts, ...ON, '--pack', 'national')
    expect(narrow.every((a) => a.programme.startsWith('cn.'))).toBe(true)
  })
  test('--lang en gives English titles', async () => {
    const [answer] = await answers('--facts', facts, ...ON, '--programme', 'cn.tech-sme', '--lang', 'en')
    expect(answer?.title).toMatch(/[a-z]/i)
  })
  test('without --json a person can read it', async () => {
    const { code, printed } = await run('evaluate', '--facts', facts, ...ON, '--programme', 'cn.tech-sme')
    expect(code).toBe(0)
    expect(printed).toContain('[不符合]')
    expect(printed).toContain('得分: 44')
    const english = await run(
      'evaluate',
      '--facts',
      facts,
      ...ON,
      '--programme',
      'cn.tech-sme',
      '--lang',
      'en',
    )
    expect(english.printed).toContain('Score: 44')
  })
})

describe('--table', () => {
  test('every row is a subject', async () => {
    const file = folder.write(
      'companies.csv',
      '企业名称,职工总数,科技人员,2025年研发费用(万元)\n甲公司,80人,18,90\n乙公司,501,1,0\n',
    )
    const all = await answers('--table', file, ...ON, '--programme', 'cn.tech-sme')
    expect(all.map((a) => [a.subject.name, a.verdict])).toEqual([
      ['甲公司', 'unknown'],
      ['乙公司', 'no'],
    ])
  })
  test('an open question or a wrong cell refuses the whole table, telling what to write', async () => {
    const file = folder.write('unclear.csv', '企业名称,研发费用,职工总数\n甲公司,90,八十\n')
    const { code, complained, printed } = await run('evaluate', '--table', file, ...ON)
    expect(code).toBe(1)
    expect(printed).toBe('')
    expect(complained).toContain('“研发费用”没有写单位')
    expect(complained).toContain('第 2 行 row 2, 职工总数')
  })
})

describe('refused input exits with 1', () => {
  test.each([
    ['a file that is not there', () => folder.path('none.json'), 'cannot be read'],
    ['no JSON', () => folder.write('bad.json', '{'), 'is not JSON'],
    ['no object', () => folder.write('list.json', '[]'), 'not one JSON object'],
    ['an unknown key', () => folder.write('key.json', '{"fact": {}}'), '“fact” is no part'],
    ['an unknown audience', () => folder.write('aud.json', '{"audience": "firm"}'), '“firm” is no audience'],
    [
      'facts that are no object',
      () => folder.write('facts.json', '{"facts": []}'),
      '“facts” and “records” are objects',
    ],
    ['an unknown award', () => folder.write('rec.json', '{"received": ["x"]}'), '“received” lists ids'],
    [
      'an unknown fact',
      () => folder.write('name.json', '{"facts": {"职工总树": 1}}'),
      'did you mean “职工总数”?',
    ],
    ['a wrong unit', () => folder.write('unit.json', '{"facts": {"职工总数": "80 万元"}}'), '职工总数'],
  ])('%s', async (_, file, said) => {
    const { code, complained, printed } = await run('evaluate', '--facts', file())
    expect(code).toBe(1)
    expect(printed).toBe('')
    expect(complained).toContain(said)
  })
  test('--json tells the refusal as JSON', async () => {
    const file = folder.write('name.json', '{"facts": {"职工总树": 1}}')
    const { code, complained } = await run('evaluate', '--facts', file, '--json')
    expect(code).toBe(1)
    expect(JSON.parse(complained)).toMatchObject({ details: [expect.stringContaining('职工总数')] })
  })
  test.each([
    [['--programme', 'cn.tech-sm'], 'cn.tech-sme'],
    [['--on', '2026-13-01'], '2026-13-01'],
    [['--pack', 'atlantis'], '“atlantis” is no pack'],
  ])('%j', async (args, said) => {
    const { code, complained } = await run('evaluate', '--facts', facts, ...args)
    expect(code).toBe(1)
    expect(complained).toContain(said)
  })
})

describe('wrong usage exits with 2', () => {
  test.each([
    [[]],
    [['--facts', 'a', '--table', 'b']],
    [['--facts', 'a', '--lang', 'fr']],
    [['--facts']],
    [['stray']],
  ])('%j', async (args) => {
    const { code, complained } = await run('evaluate', ...args)
    expect(code).toBe(2)
    expect(complained).toContain('kehui evaluate:')
  })
})
