import { type Static, Type } from 'typebox'
import type { Text } from '../../shared/text.js'

/** What a change touches: who is entitled, how much is paid, when to apply, or only how it is told. */
export const AREAS = ['rule', 'money', 'call', 'text'] as const
export const Area = Type.Unsafe<(typeof AREAS)[number]>(Type.Union(AREAS.map((area) => Type.Literal(area))))
export type Area = Static<typeof Area>

interface PartOf {
  readonly area: Area
  readonly name: Text
}

const part = (area: Area, zh: string, en: string): PartOf => ({ area, name: { zh, en } })

/** The parts of a programme in the words of the field, in the order in which changes are told. */
export const PARTS = {
  programme: part('rule', '政策', 'Programme'),
  valid: part('rule', '有效期', 'In force'),
  place: part('rule', '适用地区', 'Applies in'),
  audience: part('rule', '对象', 'For'),
  mode: part('rule', '方式', 'Mode'),
  benefit: part('rule', '性质', 'Benefit'),
  calibre: part('rule', '口径', 'Calibre'),
  period: part('rule', '所属期', 'Period'),
  industries: part('rule', '适用行业', 'Industries'),
  requires: part('rule', '须先具备', 'Must already hold'),
  standing: part('rule', '信用要求', 'Good standing'),
  condition: part('rule', '条件', 'Condition'),
  definition: part('rule', '定义', 'Definition'),
  fact: part('rule', '事实口径', 'Fact'),
  points: part('rule', '评分', 'Points'),
  grade: part('rule', '等级', 'Grades'),
  readings: part('rule', '解读', 'Reading'),
  rank: part('rule', '排序', 'Ranking'),
  grants: part('rule', '取得资格', 'Title granted'),
  pay: part('money', '支付标准', 'Pay'),
  cap: part('money', '封顶', 'Cap'),
  upper: part('money', '金额性质', 'Bound'),
  per: part('money', '计算单位', 'Per'),
  round: part('money', '取整', 'Rounding'),
  allocate: part('money', '资金分配', 'Allocation'),
  shares: part('money', '各级分担', 'Shares'),
  schedule: part('money', '拨付安排', 'Schedule'),
  clawback: part('money', '追回', 'Clawback'),
  payee: part('money', '受款人', 'Payee'),
  excludes: part('money', '不可同时享受', 'Not together with'),
  stack: part('money', '合计限额', 'Limit together'),
  once: part('money', '次数', 'How often'),
  consumes: part('money', '不得重复计算', 'Counted once only'),
  call: part('call', '申报通知', 'Call'),
  window: part('call', '申报时间', 'Window'),
  material: part('call', '材料', 'Papers'),
  contact: part('call', '联系部门', 'Contact'),
  form: part('call', '自评表', 'Self-assessment form'),
  title: part('text', '名称', 'Title'),
  summary: part('text', '摘要', 'Summary'),
  source: part('text', '政策文件', 'Source'),
  citation: part('text', '依据', 'Citation'),
  verified: part('text', '核实程度', 'How sure'),
  department: part('text', '主管部门', 'Department'),
  examples: part('text', '算例', 'Examples'),
} as const satisfies Record<string, PartOf>
export type PartName = keyof typeof PARTS

export const PART_NAMES = Object.keys(PARTS) as readonly PartName[]
export const Part = Type.Unsafe<PartName>(Type.Union(PART_NAMES.map((name) => Type.Literal(name))))
