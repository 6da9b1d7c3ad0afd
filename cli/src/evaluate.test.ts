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
  readonly mode: string
  readonly benefit: string
  readonly verdict: string
  readonly missing: readonly string[]
  readonly nearest: readonly {
    readonly changes: readonly { readonly fact: string; readonly from: string; readonly to: string }[]
    readonly costFen: string | null
  }[]
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
  test.each([
    ['a byte order mark', (text: string) => Buffer.from(`\uFEFF${text}`)],
    ['UTF-16', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    [
      'GB18030',
      // 职工总数 and 人, as Chinese office software writes them.
      () => Buffer.from('7b226661637473223a7b22d6b0b9a4d7dccafd223a2235303120c8cb227d7d', 'hex'),
    ],
  ])('a file in %s', async (_, bytes) => {
    const file = folder.write('encoded.json', bytes('{"facts": {"职工总数": "501 人"}}'))
    const [answer] = await answers('--facts', file, ...ON, '--programme', 'cn.tech-sme')
    expect(answer?.verdict).toBe('no')
  })
  test('each answer has every field of its form', async () => {
    const all = await answers('--facts', facts, ...ON)
    for (const answer of all) {
      const { programme, subject, title, mode, benefit, verdict, amountFen, points, missing, nearest } =
        answer
      for (const text of [programme, title, mode, benefit, verdict]) expect(typeof text).toBe('string')
      expect(Object.keys(subject)).toEqual(['id', 'name', 'audience'])
      if (amountFen) for (const end of [amountFen.min, amountFen.max]) expect(end).toMatch(/^\d+$/)
      if (points) for (const end of [points.min, points.max]) expect(typeof end).toBe('number')
      for (const fact of missing) expect(typeof fact).toBe('string')
      for (const { changes, costFen } of nearest) {
        for (const change of changes) expect(Object.keys(change)).toEqual(['fact', 'from', 'to'])
        expect(costFen === null || /^\d+$/.test(costFen)).toBe(true)
      }
      for (const key of ['settled', 'grants', 'trace']) expect(answer).toHaveProperty(key)
    }
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
    expect(printed).toContain('→ 一类知识产权: 0 项 → 1 项  ≈ 5 万元')
    expect(printed).toContain('下一申报年度目标: 研发费用: 90 万元 → 150 万元')
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
    ['an empty file', () => folder.write('empty.json', ' \n'), 'is empty'],
    ['a folder', () => folder.path('.'), 'cannot be read'],
    [
      'a key that stands twice',
      () => folder.write('twice.json', '{"facts": {\n"职工总数": "80 人",\n"\\u804c工总数": "501 人"}}'),
      'line 3: “职工总数” is given twice',
    ],
    ['100 MB', () => folder.write('huge.json', Buffer.alloc(100 * 1024 * 1024, 32)), 'is larger than 16 MB'],
    [
      'bytes that are no text',
      () => folder.write('bytes.json', Buffer.from([0x7b, 0xff, 0x80, 0x01])),
      'neither UTF-8',
    ],
    ['a name that is no text', () => folder.write('five.json', '{"name": 5}'), '“name” is a text'],
    [
      'money without a unit',
      () => folder.write('bare.json', '{"facts": {"年销售收入": 3000}}'),
      'write 3000 元 or 3000 万元',
    ],
    [
      'a decimal comma',
      () => folder.write('comma.json', '{"facts": {"年销售收入": "3,00 万元"}}'),
      'a comma where no thousands end',
    ],
    ['null', () => folder.write('null.json', '{"facts": {"职工总数": null}}'), 'is null'],
    ['a list', () => folder.write('array.json', '{"facts": {"职工总数": ["80 人"]}}'), 'is no single value'],
    [
      'more people than there are',
      () => folder.write('many.json', '{"facts": {"职工总数": 1e30}}'),
      '职工总数',
    ],
    [
      'fewer than none',
      () => folder.write('minus.json', '{"facts": {"职工总数": "-5 人"}}'),
      'is outside what',
    ],
    ['half a person', () => folder.write('half.json', '{"facts": {"职工总数": 80.5}}'), 'more digits'],
    [
      'a record that is none',
      () => folder.write('record.json', '{"records": {"技术合同": [5]}}'),
      '技术合同[1]',
    ],
    ['a wrong unit', () => folder.write('unit.json', '{"facts": {"职工总数": "80 万元"}}'), '职工总数'],
  ])('%s', async (_, file, said) => {
    const { code, complained, printed } = await run('evaluate', '--facts', file())
    expect(code).toBe(1)
    expect(printed).toBe('')
    expect(complained).toContain(said)
  })
  test('20,000 unknown facts are refused at once, with as many suggestions as a person reads', async () => {
    const many = Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`没有的事实${i}`, '1 人']))
    const start = performance.now()
    const { code, complained } = await run(
      'evaluate',
      '--facts',
      folder.write('many.json', JSON.stringify({ facts: many })),
    )
    expect(code).toBe(1)
    expect(complained.split('\n').length).toBeLessThan(60)
    expect(complained).toContain('… 19950 more')
    expect(performance.now() - start).toBeLessThan(10_000)
  }, 20_000)
  test('--json tells the refusal as JSON', async () => {
    const file = folder.write('name.json', '{"facts": {"职工总树": 1}}')
    const { code, complained } = await run('evaluate', '--facts', file, '--json')
    expect(code).toBe(1)
    expect(JSON.parse(complained)).toMatchObject({ details: [expect.stringContaining('职工总数')] })
  })
  test.each([
    [['--programme', 'cn.tech-sm'], 'cn.tech-sme'],
    [['--on', '2026-13-01'], '2026-13-01'],
    [['--programme', 'cn.tech'], 'cn.tech-sme'],
    [['--reading', 'neither'], 'There is no reading “neither”'],
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
