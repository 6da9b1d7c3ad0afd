import type { Random } from './random.js'
import { wan, yesNo } from './sample.js'

const BARRED_INDUSTRIES: readonly string[] = ['批发和零售业', '住宿和餐饮业', '房地产业', '租赁和商务服务业']
const FIELDS = [
  '电子信息',
  '生物与新医药',
  '新材料',
  '高技术服务',
  '新能源与节能',
  '先进制造与自动化',
] as const

interface About {
  readonly highTech: boolean
  readonly industry: string
  /** Whole years up to the end of the last books. */
  readonly age: number
  /** Of last year, in 万元. */
  readonly sales: number
  /** The year of the last books. */
  readonly last: number
}

/** What titles and tax rules of the country ask besides. */
export function nationalFacts(random: Random, about: About): Record<string, string> {
  return { ...taxes(random, about), ...recognition(random, about), ...niche(random, about) }
}

function taxes(random: Random, { highTech, industry, sales }: About): Record<string, string> {
  const transfers = random.chance(0.08)
  const income = transfers ? random.integer(50, 1500) : 0
  const taxable = Math.round(sales * random.next() * 0.1)
  return {
    查账征收: yesNo(random.chance(0.92)),
    加计扣除负面行业: yesNo(BARRED_INDUSTRIES.includes(industry)),
    集成电路或工业母机清单企业: yesNo(random.chance(0.03)),
    企业所得税税率: highTech ? '15%' : '25%',
    加计扣除前应纳税所得额: wan(taxable),
    应纳税所得额: wan(Math.round(taxable * random.next())),
    技术合同免征增值税: `${random.integer(0, 60) * 1000} 元`,
    技术转让合同已登记: yesNo(transfers),
    受让方为全资关联方: yesNo(transfers && random.chance(0.2)),
    技术转让收入: wan(income),
    技术转让成本: wan(Math.round(income * 0.3)),
    技术转让税费: wan(Math.round(income * 0.02)),
  }
}

function recognition(random: Random, { highTech, age, last }: About): Record<string, string> {
  const results = highTech ? random.integer(2, 6) : random.integer(0, 2)
  const years = Array.from({ length: Math.min(3, age + 1) }, (_, i) => last - i)
  return {
    申请前一年重大事故: yesNo(random.chance(0.03)),
    三年内重大事故或失信: yesNo(random.chance(0.05)),
    拥有核心知识产权: yesNo(highTech || random.chance(0.4)),
    核心技术领域: highTech || random.chance(0.5) ? random.pick(FIELDS) : '不属于',
    自主研发知识产权: yesNo(random.chance(0.9)),
    参编标准: yesNo(random.chance(0.15)),
    ...Object.fromEntries(years.map((year) => [`科技成果转化数@${year}`, `${results} 项`])),
  }
}

function niche(random: Random, { highTech, age }: About): Record<string, string> {
  const equity = random.chance(0.85) ? 0 : random.integer(2, 40) * 100
  return {
    梯度培育平台评分: `${random.integer(highTech ? 45 : 30, highTech ? 85 : 65)} 分`,
    从事细分市场年限: `${random.integer(0, Math.max(0, age))} 年`,
    细分市场地位较高: yesNo(random.chance(highTech ? 0.7 : 0.3)),
    细分市场占有率: `${random.integer(1, 30)}%`,
    全国细分市场前三: yesNo(random.chance(0.1)),
    六基或关键环节: yesNo(random.chance(highTech ? 0.5 : 0.15)),
    小巨人推进计划投资: wan(random.integer(5, 60) * 100),
    单项冠军产品年限: `${random.integer(0, Math.max(0, age))} 年`,
    单项冠军产品为新产品: yesNo(random.chance(0.2)),
    单项冠军产品全球前三: yesNo(random.chance(0.03)),
    战略性新兴产业: yesNo(random.chance(highTech ? 0.6 : 0.2)),
    与其他小巨人关联: yesNo(random.chance(0.03)),
    近三年省级以上科技奖励: yesNo(random.chance(0.05)),
    近三年科技奖励: yesNo(random.chance(0.06)),
    近三年国家级科技奖励: yesNo(random.chance(0.01)),
    近两年新增股权融资: wan(equity),
    近三年新增股权融资: wan(equity + (random.chance(0.9) ? 0 : random.integer(1, 20) * 100)),
  }
}
