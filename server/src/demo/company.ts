import { nationalFacts } from './national.js'
import type { Random } from './random.js'
import { BOOKS, DISTRICTS, date, known, type Sample, sampleCode, wan, yesNo } from './sample.js'

const FIRST = [
  '云澄',
  '川禾',
  '启川',
  '临晖',
  '云帆',
  '麓远',
  '汀兰',
  '川泽',
  '云砚',
  '江屿',
  '麓川',
  '云栖',
  '川岳',
  '澄江',
  '云桥',
  '麓光',
] as const
const SECOND = [
  '智造',
  '生物',
  '新材',
  '软件',
  '光电',
  '机器人',
  '环保',
  '农业',
  '检测',
  '医疗',
  '能源',
  '数据',
  '装备',
  '传感',
  '微电子',
] as const
const INDUSTRIES = [
  '制造业',
  '制造业',
  '制造业',
  '信息传输软件和信息技术服务业',
  '信息传输软件和信息技术服务业',
  '科学研究和技术服务业',
  '批发和零售业',
  '建筑业',
  '农林牧渔业',
] as const

interface Size {
  readonly weight: number
  readonly staff: readonly [number, number]
  readonly sales: readonly [number, number]
}

/** Staff and sales in 万元 of companies of every size. */
const SIZES: readonly [Size, Size, Size, Size] = [
  { weight: 30, staff: [3, 19], sales: [30, 800] },
  { weight: 40, staff: [20, 99], sales: [300, 6000] },
  { weight: 20, staff: [100, 480], sales: [3000, 19000] },
  { weight: 10, staff: [501, 3000], sales: [21000, 200000] },
]

export function company(random: Random, serial: number): Sample {
  const district = random.pick(DISTRICTS)
  const first = FIRST[serial % FIRST.length] ?? FIRST[0]
  const second = SECOND[Math.floor(serial / FIRST.length) % SECOND.length] ?? SECOND[0]
  // How much is known of it: a third has nearly all, a third some, a third little.
  const share = [0.97, 0.8, 0.45][serial % 3] ?? 1
  return {
    name: `云川${first}${second}有限公司（示例）`,
    audience: 'enterprise',
    creditCode: sampleCode('91', district.code, serial),
    facts: { 注册地: district.name, ...known(random, share, factsOf(random)) },
    records: random.chance(share) ? recordsOf(random) : {},
    owner: null,
  }
}

function sizeOf(random: Random): Size {
  let left = random.integer(1, 100)
  for (const size of SIZES) {
    left -= size.weight
    if (left <= 0) return size
  }
  return SIZES[1]
}

function factsOf(random: Random): Record<string, string> {
  const size = sizeOf(random)
  const staff = random.integer(...size.staff)
  const scientists = Math.floor(staff * (0.02 + random.next() * 0.45))
  const highTech = random.chance(0.35)
  const small = size !== SIZES[3] && random.chance(0.5)
  const industry = random.pick(INDUSTRIES)
  const accounts = books(random, size.sales)
  return {
    注册日期: date(random, 2008, 2026),
    行业门类: industry,
    居民企业: '是',
    禁止限制淘汰类产品: yesNo(random.chance(0.02)),
    重大事故或失信: yesNo(random.chance(0.04)),
    职工总数: `${staff} 人`,
    '科技人员.科小': `${scientists} 人`,
    '科技人员.高企': `${Math.floor(scientists * 0.9)} 人`,
    ...accounts.facts,
    ...nationalFacts(random, { highTech, industry, sales: accounts.sales }),
    高新技术企业: yesNo(highTech),
    科技型中小企业: yesNo(small),
    首次认定高企: yesNo(highTech && random.chance(0.6)),
    ...(highTech ? { 高企认定日期: date(random, BOOKS - 1, BOOKS) } : {}),
    首次入库科小: yesNo(small && random.chance(0.5)),
    首次升规: yesNo(random.chance(0.15)),
    创新型中小企业: yesNo(small && random.chance(0.5)),
    专精特新中小企业: yesNo(random.chance(0.15)),
    专精特新小巨人企业: yesNo(random.chance(0.05)),
    单项冠军企业: yesNo(random.chance(0.01)),
    国家科技奖励: yesNo(random.chance(0.02)),
    省部级以上研发机构: yesNo(random.chance(0.05)),
    主导标准: yesNo(random.chance(0.06)),
    一类知识产权: `${random.chance(0.5) ? 0 : random.integer(1, 12)} 项`,
    二类知识产权: `${random.integer(0, 20)} 项`,
    共享仪器使用次数: `${random.integer(0, 30)} 次`,
    研发用房房产税: random.chance(0.4) ? '0 元' : `${random.integer(2000, 90000)} 元`,
    研发场地面积: `${random.integer(1, 90) * 20} 平方米`,
    产学研合作项目数: `${random.integer(0, 5)} 项`,
    市级企业研发中心: yesNo(random.chance(0.12)),
    逾期未验收: yesNo(random.chance(0.05)),
  }
}

/** Three years of books that fit each other: sales grow or shrink, and R&D is a share of them. */
function books(
  random: Random,
  range: readonly [number, number],
): { facts: Record<string, string>; sales: number } {
  const facts: Record<string, string> = {}
  let sales = random.integer(...range)
  let last = sales
  const intensity = random.next() * 0.12
  const share = 0.3 + random.next() * 0.65
  for (const year of [BOOKS - 2, BOOKS - 1, BOOKS]) {
    const research = Math.round(sales * intensity * (0.8 + random.next() * 0.5))
    const assets = Math.round(sales * (0.6 + random.next()))
    const debts = Math.round(assets * (0.2 + random.next() * 0.55))
    facts[`年销售收入@${year}`] = wan(sales)
    facts[`主营业务收入@${year}`] = wan(sales)
    facts[`营业收入@${year}`] = wan(Math.round(sales * 1.02))
    facts[`企业总收入@${year}`] = wan(Math.round(sales * 1.03))
    facts[`高新技术产品收入@${year}`] = wan(Math.round(sales * share))
    facts[`研发费用.科小@${year}`] = wan(research)
    facts[`研发费用.高企@${year}`] = wan(Math.round(research * 0.9))
    facts[`研发费用.加计扣除@${year}`] = wan(Math.round(research * 0.85))
    facts[`研发费用.会计@${year}`] = wan(research)
    facts[`境内研发费用@${year}`] = wan(Math.round(research * 0.9))
    facts[`成本费用@${year}`] = wan(Math.round(sales * (0.7 + random.next() * 0.25)))
    facts[`资产总额@${year}`] = wan(assets)
    facts[`负债总额@${year}`] = wan(debts)
    facts[`净资产@${year}`] = wan(assets - debts)
    last = sales
    sales = Math.max(1, Math.round(sales * (0.85 + random.next() * 0.5)))
  }
  facts[`研发设备原值@${BOOKS}`] = wan(Math.round(last * random.next() * 0.2))
  return { facts, sales: last }
}

function recordsOf(random: Random): Sample['records'] {
  const many = (chance: number, most: number, make: () => Record<string, string>) =>
    random.chance(chance) ? Array.from({ length: random.integer(1, most) }, make) : []
  return {
    技术合同: many(0.5, 4, () => contract(random)),
    贷款: many(0.5, 2, () => ({
      放款日期: date(random, BOOKS - 1, BOOKS),
      首次贷款: yesNo(random.chance(0.5)),
      贷款本金: wan(random.integer(5, 100) * 10),
      实付利息: `${random.integer(5, 300) * 1000} 元`,
    })),
    科技服务发票: many(0.6, 5, () => ({
      开票日期: date(random, BOOKS, BOOKS + 1),
      不含税金额: `${random.integer(10, 800) * 100} 元`,
    })),
  }
}

function contract(random: Random): Record<string, string> {
  const amount = random.integer(5, 400)
  return {
    合同类型: random.pick(['开发', '转让', '许可', '咨询', '服务']),
    登记日期: date(random, BOOKS - 1, BOOKS),
    成交额: wan(amount),
    技术交易额: wan(amount),
    到账额: wan(random.integer(1, amount)),
    到账日期: date(random, BOOKS, BOOKS),
    受让方所在地: random.pick(['云麓区', '临江区']),
    受让方为企业: '是',
  }
}
