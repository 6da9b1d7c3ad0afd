import type { Random } from './random.js'
import { date, type Sample, type When, wan, yesNo } from './sample.js'

/** Contracts, loans and invoices of a company with these sales of last year, in 万元. */
export function recordsOf(
  random: Random,
  when: When,
  { sales }: { readonly sales: number },
): Sample['records'] {
  const many = (chance: number, most: number, make: (nth: number) => Record<string, string>) =>
    random.chance(chance) ? Array.from({ length: random.integer(1, most) }, (_, i) => make(i)) : []
  return {
    技术合同: many(0.5, 4, () => contract(random, when, sales)),
    贷款: many(0.5, 2, (nth) => loan(random, when, sales, nth)),
    科技服务发票: many(0.6, 5, () => ({
      开票日期: date(random, when, when.books, when.books + 1),
      不含税金额: `${random.integer(10, 800) * 100} 元`,
    })),
  }
}

/** Only the first loan of a company can be its first. */
function loan(random: Random, { today, books }: When, sales: number, nth: number): Record<string, string> {
  const tens = Math.min(100, Math.max(1, Math.round((sales * (0.05 + random.next() * 0.25)) / 10)))
  return {
    放款日期: date(random, { today, books }, books - 1 + Math.min(nth, 1), books),
    首次贷款: yesNo(nth === 0 && random.chance(0.7)),
    贷款本金: wan(tens * 10),
    // 2.5 to 4.5 % of the principal
    实付利息: `${Math.round(tens * 100_000 * (0.025 + random.next() * 0.02))} 元`,
  }
}

function contract(random: Random, when: When, sales: number): Record<string, string> {
  const amount = random.integer(5, Math.max(8, Math.min(600, Math.round(sales * 0.2))))
  const received = random.integer(1, amount)
  const registered = date(random, when, when.books - 1, when.books)
  const paid = date(random, when, when.books, when.books)
  return {
    合同类型: random.pick(['开发', '转让', '许可', '咨询', '服务']),
    登记日期: registered,
    成交额: wan(amount),
    技术交易额: wan(received + Math.floor((amount - received) * random.next())),
    到账额: wan(received),
    到账日期: paid < registered ? registered : paid,
    受让方所在地: random.pick(['云麓区', '临江区']),
    受让方为企业: yesNo(random.chance(0.9)),
  }
}
