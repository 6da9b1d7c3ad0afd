import type { Random } from './random.js'
import { wan } from './sample.js'

/** Years of books that fit each other, in 万元: sales grow or shrink, and R&D is a share of them. */
export function booksOf(
  random: Random,
  range: readonly [number, number],
  { years, last }: { readonly years: number; readonly last: number },
): { facts: Record<string, string>; sales: number } {
  const facts: Record<string, string> = {}
  let next = random.integer(...range)
  let sales = next
  const intensity = random.next() * 0.12
  const share = 0.3 + random.next() * 0.65
  for (let year = last - years + 1; year <= last; year += 1) {
    sales = next
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
    next = Math.max(1, Math.round(sales * (0.85 + random.next() * 0.5)))
  }
  facts[`研发设备原值@${last}`] = wan(Math.round(sales * random.next() * 0.2))
  return { facts, sales }
}
