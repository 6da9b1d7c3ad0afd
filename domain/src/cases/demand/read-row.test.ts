import { expect, test } from 'vitest'
import { DEMAND_COLUMNS, demandColumns, readDemandRow } from './read-row.js'

const HEAD = DEMAND_COLUMNS.map(({ headers: [first = ''] }) => first)

test('the example of the template reads without a problem', () => {
  const { company, content, problems } = readDemandRow(
    demandColumns(HEAD),
    DEMAND_COLUMNS.map(({ example }) => example),
  )
  expect(problems).toEqual([])
  expect(company).toBe('云川临晖传感有限公司（示例）')
  expect(content).toMatchObject({
    targets: [
      { name: '零点温漂', wanted: '≤ 0.8% 满量程', now: '2.2%' },
      { name: '标定时间', wanted: '≤ 2 小时', now: '' },
    ],
    cooperation: ['joint-development', 'licence'],
    budgetFen: '60000000',
    neededBy: '2027-06-30',
    maturity: 6,
    reach: 'any',
    secrets: ['某电梯厂', '凤凰项目'],
  })
})

test('heads are known in other words, marks and widths, and none twice', () => {
  expect(
    demandColumns(['单位名称 *', '需求名称', '预算(万元)', '备注', '标题']).map((one) => one?.part ?? null),
  ).toEqual(['company', 'title', 'budgetFen', null, null])
})

test.each([
  ['budgetFen', '预算（万元）', '面议'],
  ['budgetFen', '预算（万元）', '-3'],
  ['budgetFen', '预算（万元）', '9999999999999'],
  ['neededBy', '什么时候要用', '2027-02-30'],
  ['neededBy', '什么时候要用', '明年'],
  ['maturity', '成熟度至少（1–9）', '12'],
  ['reach', '合作方在哪里', '火星'],
  ['cooperation', '合作方式', '联合开发、送礼'],
  ['title', '需求标题', 'x'.repeat(201)],
  ['problem', '具体是什么问题', ''],
] as const)('%s “%s” = “%s” is told', (part, header, value) => {
  const row = new Map([
    ['企业名称', '甲'],
    ['需求标题', '乙'],
    ['具体是什么问题', '丙'],
    [header, value],
  ])
  const { problems } = readDemandRow(demandColumns([...row.keys()]), [...row.values()])
  expect(problems.map((one) => one.part)).toEqual([part])
})

test.each([
  ['60', '60000000'],
  ['６０万', '60000000'],
  ['1,200,000 元', '120000000'],
  ['0.5亿元', '5000000000'],
])('%s is %s fen', (written, fen) => {
  const columns = demandColumns(['企业名称', '标题', '问题', '预算'])
  expect(readDemandRow(columns, ['甲', '乙', '丙', written]).content.budgetFen).toBe(fen)
})
