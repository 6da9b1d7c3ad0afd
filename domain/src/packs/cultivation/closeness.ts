import type { Cell } from '../package/cells.js'

/** Each move counts for more than any number of answers; a target of next year for more than any move. */
const MOVE = 1_000_000
const NEXT_YEAR = 10_000_000
/** What only experts can settle is further away than what can simply be asked. */
const JUDGED = 500_000
const WAN_FEN = 1_000_000n
const COST_UNKNOWN = 99_999

/**
 * How far a company is from meeting a programme: fewest answers first, then fewest and cheapest moves, then targets
 * for next year. Null where it is met, or where nothing that a company can do leads there.
 */
export function closenessOf(cell: Pick<Cell, 'verdict' | 'missing' | 'nearest' | 'nextYear'>): number | null {
  if (cell.verdict === 'yes') return null
  if (cell.verdict === 'unknown') return cell.missing.length > 0 ? cell.missing.length : JUDGED
  if (cell.nearest.length > 0) return Math.min(...cell.nearest.map(movesOf))
  if (cell.nextYear.length > 0) return NEXT_YEAR + Math.min(...cell.nextYear.map(movesOf))
  return null
}

function movesOf({ changes, costFen }: Cell['nearest'][number]): number {
  const cost = costFen === null ? COST_UNKNOWN : Number(BigInt(costFen) / WAN_FEN)
  return changes.length * MOVE + Math.min(cost, COST_UNKNOWN)
}

/** Whether a company can still be brought to meet it: what a cultivation list is for. */
export function isCultivable(cell: Cell): boolean {
  return closenessOf(cell) !== null
}
