import type { FactSeen, TermTrace, Trace } from '../../rules/result.js'
import type { Entry, Package } from '../package/schema.js'
import type { Completeness, UsefulFact } from './schema.js'

const MOST_USEFUL = 8

/**
 * How much is known of what the programmes of its regions look at: of the facts that decide something, the share that
 * is known. What is lacking comes in the order of what it would decide: programmes first, then money.
 */
export function completenessOf(pkg: Package): Completeness {
  const entries = [...pkg.can, ...pkg.later, ...pkg.needs, ...pkg.not]
  const seen = new Map<string, boolean>()
  for (const { key, value } of entries.flatMap(factsOf))
    seen.set(key, (seen.get(key) ?? false) || value !== null)
  const needed = seen.size
  const known = [...seen.values()].filter(Boolean).length
  // Rounded down: nothing is complete while anything is lacking.
  const percent = needed === 0 ? 100 : Math.floor((100 * known) / needed)
  return { percent, known, needed, useful: usefulOf(pkg, entries).slice(0, MOST_USEFUL) }
}

function usefulOf({ questions }: Package, entries: readonly Entry[]): UsefulFact[] {
  const moneyOf = new Map(entries.map((entry) => [entry.programme, mostOf(entry)]))
  return questions
    .map(({ key, label, heldBy, minutes, affects }) => {
      const money = affects.reduce((sum, programme) => sum + (moneyOf.get(programme) ?? 0n), 0n)
      return { key, label, heldBy, minutes, programmes: affects.length, moneyFen: String(money) }
    })
    .sort((a, b) => b.programmes - a.programmes || compare(BigInt(b.moneyFen), BigInt(a.moneyFen)))
}

/** What it could come to in money at most; nothing where its text names no limit. */
function mostOf({ benefit, amountFen, settled, trace }: Entry): bigint {
  if (benefit !== 'cash' || trace.pay?.unlimited === true) return 0n
  return BigInt((settled ? settled.amountFen : amountFen)?.max ?? '0')
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function factsOf({ trace }: Entry): FactSeen[] {
  return [
    ...trace.need.flatMap(seenIn),
    ...trace.points.flatMap(seenInTerm),
    ...(trace.pay?.lines ?? []).flatMap(seenInTerm),
  ]
}

function seenIn({ facts, children }: Trace): FactSeen[] {
  return [...facts, ...children.flatMap(seenIn)]
}

function seenInTerm({ facts, children }: TermTrace): FactSeen[] {
  return [...facts, ...children.flatMap(seenInTerm)]
}
