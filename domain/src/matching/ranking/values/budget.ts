import type { Look } from '../pair.js'

/** From so many times the budget on, nobody will come to terms. */
const TOO_MUCH = 2

export const budgetValue: Look = ({ wanted, offered }) => {
  const [budget, sum] = [wanted.budgetFen, offered.sumFen]
  if (budget === null || sum === null) {
    const of = budget === null ? 'seeker' : 'provider'
    return {
      value: null,
      said: { zh: '金额未知', en: 'Sums not known' },
      asks: {
        of,
        text:
          of === 'seeker'
            ? { zh: '写明大致预算', en: 'Give a rough budget' }
            : {
                zh: '登记对方的意向价格或资金规模',
                en: 'Enter the asking price, or the sums, of the other side',
              },
      },
    }
  }
  if (sum.most !== null && budget > sum.most)
    return {
      value: Number((sum.most * 1000n) / budget) / 1000,
      said: {
        zh: `所需 ${yuan(budget)}，超出对方的 ${yuan(sum.most)}`,
        en: `${yuan(budget)} are wanted, more than the ${yuan(sum.most)} of the other side`,
      },
    }
  if (sum.least <= budget)
    return {
      value: 1,
      said: { zh: `预算 ${yuan(budget)} 够用`, en: `The budget of ${yuan(budget)} suffices` },
    }
  const times = budget > 0n ? Number((sum.least * 1000n) / budget) / 1000 : TOO_MUCH
  return {
    value: Math.max(0, (TOO_MUCH - times) / (TOO_MUCH - 1)),
    said: {
      zh: `对方要 ${yuan(sum.least)}，预算 ${yuan(budget)}`,
      en: `${yuan(sum.least)} are asked, the budget is ${yuan(budget)}`,
    },
  }
}

function yuan(fen: bigint): string {
  const inTenThousands = Number(fen / 10_000n) / 100
  return inTenThousands >= 1 ? `${Number(inTenThousands.toFixed(2))} 万元` : `${Number(fen) / 100} 元`
}
