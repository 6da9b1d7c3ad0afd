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
  /** Of last year, in 万元. */
  readonly sales: number
}

/** What titles and tax rules of the country ask besides. */
export function nationalFacts(random: Random, { highTech, industry, sales }: About): Record<string, string> {
  const transfers = random.chance(0.08)
  const income = transfers ? random.integer(50, 1500) : 0
  return {
    查账征收: yesNo(random.chance(0.92)),
    加计扣除负面行业: yesNo(BARRED_INDUSTRIES.includes(industry)),
    集成电路或工业母机清单企业: yesNo(random.chance(0.03)),
    企业所得税税率: highTech ? '15%' : '25%',
    加计扣除前应纳税所得额: wan(Math.round(sales * random.next() * 0.1)),
    技术转让合同已登记: yesNo(transfers),
    受让方为全资关联方: yesNo(transfers && random.chance(0.2)),
    技术转让收入: wan(income),
    技术转让成本: wan(Math.round(income * 0.3)),
    技术转让税费: wan(Math.round(income * 0.02)),
    申请前一年重大事故: yesNo(random.chance(0.03)),
    三年内重大事故或失信: yesNo(random.chance(0.05)),
    拥有核心知识产权: yesNo(highTech || random.chance(0.4)),
    核心技术领域: highTech || random.chance(0.5) ? random.pick(FIELDS) : '不属于',
    梯度培育平台评分: `${random.integer(30, 80)} 分`,
    从事细分市场年限: `${random.integer(0, 15)} 年`,
  }
}
