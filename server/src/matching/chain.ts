import type { ChainDistance } from '@kehui/domain/matching'
import { distancesFrom } from '@kehui/domain/registry/chain'
import type { AppContext } from '../context.js'
import { graphOf } from '../registry/chain/keeper.js'

/** Further away, all are alike. */
const STEPS = 3

/**
 * How far others stand from a side of a match in the industry chain; null where one of them stands nowhere in it. Only
 * the place of the side that offers is named: products can tell whose need it is.
 */
export async function chainFrom(
  context: AppContext,
  side: 'seeker' | 'provider',
  subject: string,
): Promise<(other: string) => ChainDistance | null> {
  const { graph } = await graphOf(context)
  const from = graph.numbers.get(subject)
  if (from === undefined) return () => null
  const to = distancesFrom(graph, from, STEPS)
  return (other) => {
    const node = graph.numbers.get(other)
    const found = node === undefined ? null : to(node)
    if (found === null) return null
    const { steps, via } = found
    return { steps, at: (side === 'seeker' ? via.at(-1) : via[0]) ?? null }
  }
}
