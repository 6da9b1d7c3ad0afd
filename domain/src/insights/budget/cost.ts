import type { Library, Programme } from '../../rules/programme.js'
import type { AmountFen, Benefit, Result, TermTrace } from '../../rules/result.js'
import { byLevel, type Level, type PaidLine } from './levels.js'
import { payments } from './years.js'

/** A part of what a programme costs: who pays it and when. `year` is null where nobody knows it. */
export interface Cost {
  readonly level: Level
  readonly year: number | null
  readonly certainFen: bigint
  /** What may come on top of it. */
  readonly possibleFen: bigint
}

/** What one applicant is owed after settling, and how sure that is. */
export interface Owed {
  readonly certainFen: bigint
  readonly possibleFen: bigint
  /** Whether more may come of which the text names no limit: it is in no sum. */
  readonly unlimited: boolean
}

/**
 * Certain is what whoever meets the text has at least; possible is what open facts, or those who choose, may add.
 * Nothing where another programme is taken in its place.
 */
export function owedOf({ verdict, settled, amountFen, trace }: Result): Owed {
  const amount: AmountFen | null = settled ? settled.amountFen : amountFen
  const nothing = { certainFen: 0n, possibleFen: 0n, unlimited: false }
  if (verdict === 'no' || amount === null || settled?.kept === false) return nothing
  const [min, max] = [BigInt(amount.min), BigInt(amount.max)]
  const unlimited = trace.pay?.unlimited ?? false
  const certainFen = verdict === 'yes' ? min : 0n
  return { certainFen, possibleFen: unlimited ? min - certainFen : max - certainFen, unlimited }
}

export interface Costing {
  readonly library: Library
  readonly programme: Programme
  /** Code of the place of whoever is paid. */
  readonly place: string | null
  /** Days since 1970-01-01. */
  readonly on: number
}

/** What one applicant's support costs whom and when; the parts come to it exactly. */
export function costOf({ library, programme, place, on }: Costing, result: Result): Cost[] {
  const pack = library.packs.get(programme.pack)
  if (!pack) throw new Error(`${programme.id} is of a pack that the library has not`)
  const { certainFen, possibleFen } = owedOf(result)
  const lines = result.trace.pay?.lines ?? []
  const funding = { programme, pack, places: library.places, place }
  const sure = byLevel(funding, certainFen, linesOf(lines, 'min'))
  const open = byLevel(funding, possibleFen, openLines(lines, certainFen > 0n))
  const costs: Cost[] = []
  for (const [level, fen] of sure)
    for (const payment of payments(programme, fen, on))
      costs.push({ level, year: payment.year, certainFen: payment.fen, possibleFen: 0n })
  for (const [level, fen] of open)
    for (const payment of payments(programme, fen, on))
      costs.push({ level, year: payment.year, certainFen: 0n, possibleFen: payment.fen })
  return costs
}

function linesOf(lines: readonly TermTrace[], end: keyof AmountFen): PaidLine[] {
  return lines.map(({ payer, amountFen }) => ({ payer: payer ?? null, fen: BigInt(amountFen?.[end] ?? 0) }))
}

/** What may come on top is of the lines that are open; where nothing is sure, or none is, of all of them. */
function openLines(lines: readonly TermTrace[], onTop: boolean): PaidLine[] {
  const most = linesOf(lines, 'max')
  const rest = linesOf(lines, 'min').map(({ payer, fen }, i) => ({ payer, fen: (most[i]?.fen ?? 0n) - fen }))
  return onTop && rest.some(({ fen }) => fen > 0n) ? rest : most
}

/** Costs with the same payer and year as one. */
export function addCosts(costs: Iterable<Cost>): Cost[] {
  const sums = new Map<string, Cost>()
  for (const cost of costs) {
    const key = `${cost.level} ${cost.year}`
    const before = sums.get(key)
    sums.set(key, {
      ...cost,
      certainFen: cost.certainFen + (before?.certainFen ?? 0n),
      possibleFen: cost.possibleFen + (before?.possibleFen ?? 0n),
    })
  }
  return [...sums.values()]
}

/** Kinds of benefit, each with the programmes that give it: what differs in kind is never added. */
export function byBenefit<T extends { readonly benefit: Benefit }>(all: readonly T[]): Map<Benefit, T[]> {
  const kinds = new Map<Benefit, T[]>()
  for (const one of all) kinds.set(one.benefit, [...(kinds.get(one.benefit) ?? []), one])
  return kinds
}
