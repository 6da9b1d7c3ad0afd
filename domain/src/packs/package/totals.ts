import type { AmountFen, Mode } from '../../rules/result.js'
import { isOver } from './entry.js'
import type { BenefitTotal, Entry, Totals } from './schema.js'

/** Only these promise something to whoever meets the text; elsewhere others decide, or it is a title. */
const PROMISING: readonly Mode[] = ['普惠', '免申即享', '审核']

type Sum = { min: bigint; max: bigint }

export type Counted = Pick<Entry, 'settled' | 'amountFen' | 'mode' | 'hypothetical'> & {
  /** Whether the text names no maximum. */
  readonly unlimited: boolean
}

/** What an entry adds to a total: nothing where another one was taken in its place. */
export function countedFen({ settled, amountFen, mode, hypothetical, unlimited }: Counted): Sum {
  const amount = settled ? settled.amountFen : amountFen
  if (!amount || settled?.kept === false || hypothetical || !PROMISING.includes(mode))
    return { min: 0n, max: 0n }
  const min = BigInt(amount.min)
  // What has no maximum adds to a total only what is certain of it.
  return { min, max: unlimited ? min : BigInt(amount.max) }
}

/** Certain is what the met programmes give, possible what the undecided could; no entry is in both. */
export function totalsOf(can: readonly Entry[], needs: readonly Entry[]): Totals {
  const reachable = needs.filter((entry) => !isOver(entry))
  const benefits = [...new Set([...can, ...reachable].map((entry) => entry.benefit))]
  const byBenefit = benefits
    .map((benefit): BenefitTotal => {
      const isOne = (entry: Entry) => entry.benefit === benefit
      const counted = [...can, ...reachable].filter((e) => isOne(e) && e.settled?.kept !== false)
      return {
        benefit,
        count: counted.length,
        certain: sumOf(can.filter(isOne)),
        possible: sumOf(reachable.filter(isOne)),
      }
    })
    .filter(({ count }) => count > 0)
  const cash = byBenefit.find(({ benefit }) => benefit === 'cash')
  return {
    cash: { certain: cash?.certain ?? NOTHING, possible: cash?.possible ?? NOTHING },
    byBenefit,
  }
}

const NOTHING: AmountFen = { min: '0', max: '0' }

function sumOf(entries: readonly Entry[]): AmountFen {
  const sum = entries
    .map((entry) => countedFen({ ...entry, unlimited: entry.trace.pay?.unlimited ?? false }))
    .reduce((a, b) => ({ min: a.min + b.min, max: a.max + b.max }), { min: 0n, max: 0n })
  return { min: sum.min.toString(), max: sum.max.toString() }
}
