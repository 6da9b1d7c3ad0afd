import type { Claim } from './allocate.js'

/** Somebody's payments, one a year from the first on. */
export interface Instalments extends Omit<Claim, 'fen'> {
  readonly fen: readonly bigint[]
}

export interface YearPaid {
  readonly dueFen: bigint
  /** What earlier years could not pay. */
  readonly carriedFen: bigint
  readonly paidFen: bigint
  readonly leftFen: bigint
}

export interface OverYears {
  readonly years: readonly YearPaid[]
  readonly shares: readonly {
    readonly id: string
    readonly askedFen: bigint
    /** By year. */
    readonly paidFen: readonly bigint[]
    /** What no year of these could pay. */
    readonly waitingFen: bigint
  }[]
}

interface Due {
  readonly id: string
  readonly fen: bigint
  readonly since: number
}

/**
 * The same budget every year: what was due earlier is paid before what is due now, each payment whole, in the order
 * given; what the year cannot pay waits for the next one, and so does all that comes after it.
 */
export function overYears(order: readonly Instalments[], budgetFen: bigint, years: number): OverYears {
  if (budgetFen < 0n || order.some(({ fen }) => fen.some((one) => one < 0n)))
    throw new RangeError('a budget and what is asked of it are nought or more')
  const paid = new Map(order.map(({ id }) => [id, Array.from({ length: years }, () => 0n)]))
  const told: YearPaid[] = []
  let waiting: Due[] = []
  for (let year = 0; year < years; year += 1) {
    const due = order.flatMap(({ id, fen }) => {
      const one = fen[year] ?? 0n
      return one > 0n ? [{ id, fen: one, since: year }] : []
    })
    const queue = [...waiting, ...due]
    let left = budgetFen
    let next = 0
    for (const { id, fen } of queue) {
      if (fen > left) break
      left -= fen
      next += 1
      const own = paid.get(id)
      if (own) own[year] = (own[year] ?? 0n) + fen
    }
    told.push({
      dueFen: total(due),
      carriedFen: total(waiting),
      paidFen: budgetFen - left,
      leftFen: left,
    })
    waiting = queue.slice(next)
  }
  return {
    years: told,
    shares: order.map(({ id, fen }) => {
      const askedFen = fen.reduce((a, b) => a + b, 0n)
      const paidFen = paid.get(id) ?? []
      return { id, askedFen, paidFen, waitingFen: askedFen - paidFen.reduce((a, b) => a + b, 0n) }
    }),
  }
}

function total(dues: readonly Due[]): bigint {
  return dues.reduce((sum, { fen }) => sum + fen, 0n)
}
