import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { SHIPPED } from './pack-files.js'
import { run, temporaryFolder } from './testing.js'

const folder = temporaryFolder()
afterAll(() => folder.remove())

/** The shipped packs as they were before a file was written otherwise. */
function older(name: string, file: string, from: string, to: string): string {
  cpSync(SHIPPED, folder.path(name), { recursive: true })
  const path = folder.path(`${name}/${file}`)
  const text = readFileSync(path, 'utf8')
  expect(text).toContain(from)
  writeFileSync(path, text.replace(from, to))
  return folder.path(`${name}/demo`)
}

const RD = 'demo/programmes/rd-subsidy.yaml'
const old = older('old', RD, '研发费用 >= 50 万元', '研发费用 >= 80 万元')
const table = folder.write(
  'companies.csv',
  [
    '企业名称,注册地,重大事故或失信,逾期未验收,年销售收入(万元),2025年研发费用(万元),2024年研发费用(万元)',
    '甲公司（示例）,云川市云麓区,否,否,1000,60,60',
    '乙公司（示例）,云川市云麓区,否,否,1000,40,40',
  ].join('\n'),
)
const ON = ['--on', '2026-11-24']

interface Report {
  readonly programmes: readonly {
    readonly programme: string
    readonly changes: readonly { readonly part: string }[]
  }[]
  readonly subjects: readonly {
    readonly name: string
    readonly changes: readonly { readonly programme: string; readonly because: readonly unknown[] }[]
  }[]
  readonly totals: {
    readonly subjects: number
    readonly affected: number
    readonly programmes: readonly unknown[]
  }
}

describe('kehui diff', () => {
  test('tells what the rule says differently', async () => {
    const { code, printed, complained } = await run('diff', old, 'demo')
    expect(complained).toBe('')
    expect(code).toBe(0)
    expect(printed).toContain('研发投入后补助（示例）  (demo.rd-subsidy)')
    expect(printed).toContain('~ 条件 › 研发费用不低于 50 万元: 80 万元 → 50 万元  第三条（一）')
    const english = await run('diff', old, 'demo', '--lang', 'en')
    expect(english.printed).toContain('~ Condition › R&D of at least 500,000 yuan: 80 万元 → 50 万元')
  })

  test('tells nothing of a pack and itself', async () => {
    const { code, printed } = await run('diff', 'demo', 'demo', '--table', table, ...ON)
    expect(code).toBe(0)
    expect(printed).toBe('规则没有变化。\n\n没有企业的结论或金额改变。')
  })

  test('tells whose answer comes out otherwise, why, and what it comes to', async () => {
    const { code, printed, complained } = await run('diff', old, 'demo', '--table', table, ...ON)
    expect(complained).toBe('')
    expect(code).toBe(0)
    expect(printed).toContain('受影响的企业  1 / 2')
    expect(printed).toMatch(/甲公司（示例）\n {2}研发投入后补助（示例） {2}\(demo\.rd-subsidy\): 不符合 → /)
    expect(printed).toContain('因为 研发费用不低于 50 万元: 80 万元 → 50 万元  [企业 60 万元]  第三条（一）')
    expect(printed).not.toContain('乙公司')
    expect(printed).toContain('新符合 1，+15 万元')
  })

  test('--json prints the same as data', async () => {
    const { code, printed } = await run('diff', old, 'demo', '--table', table, '--json', ...ON)
    expect(code).toBe(0)
    const report = JSON.parse(printed) as Report
    expect(report.programmes).toMatchObject([
      { programme: 'demo.rd-subsidy', changes: [{ part: 'condition' }] },
    ])
    expect(report.subjects).toMatchObject([
      {
        name: '甲公司（示例）',
        changes: [{ programme: 'demo.rd-subsidy', because: [{ actual: '60 万元' }] }],
      },
    ])
    expect(report.totals).toEqual({
      subjects: 2,
      affected: 1,
      programmes: [
        {
          programme: 'demo.rd-subsidy',
          title: '研发投入后补助（示例）',
          gained: 1,
          lost: 0,
          moreFen: '15000000',
          lessFen: '0',
        },
      ],
    })
  })

  test('a folder of packs is all packs in it', async () => {
    const { code, printed } = await run('diff', folder.path('old'), SHIPPED, '--json')
    expect(code).toBe(0)
    expect((JSON.parse(printed) as Report).programmes.map(({ programme }) => programme)).toEqual([
      'demo.rd-subsidy',
    ])
  })
})

describe('nothing is told where anything cannot be read', () => {
  const broken = older('broken', RD, 'audience: enterprise', 'audience: firm')
  const unclear = folder.write('unclear.csv', '企业名称,研发费用,职工总数\n甲公司,90,八十\n')
  test.each([
    ['a pack with an error', [broken, 'demo'], 'The old pack'],
    ['the other pack with an error', ['demo', broken], 'The new pack'],
    ['no pack', ['demo', 'atlantis'], '“atlantis” is no pack'],
    ['a table with a wrong cell', [old, 'demo', '--table', unclear], '第 2 行 row 2, 职工总数'],
    ['no table', [old, 'demo', '--table', folder.path('none.csv')], 'cannot be read'],
    ['no date', [old, 'demo', '--on', '2026-13-01'], '2026-13-01'],
  ])('%s', async (_, args, said) => {
    const { code, printed, complained } = await run('diff', ...args)
    expect(code).toBe(1)
    expect(printed).toBe('')
    expect(complained).toContain(said)
  })

  test('--json tells the refusal as JSON', async () => {
    const { code, complained } = await run('diff', 'demo', 'atlantis', '--json')
    expect(code).toBe(1)
    expect(JSON.parse(complained)).toMatchObject({
      error: expect.stringContaining('“atlantis”'),
      details: [],
    })
  })

  test.each([
    [[]],
    [['demo']],
    [['a', 'b', 'c']],
    [['demo', 'demo', '--lang', 'fr']],
    [['demo', 'demo', '--nonsense']],
  ])('wrong usage: %j', async (args) => {
    const { code, complained } = await run('diff', ...args)
    expect(code).toBe(2)
    expect(complained).toContain('kehui diff:')
  })
})
