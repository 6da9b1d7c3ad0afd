import { type Csr, neighbours } from './csr.js'
import { type ChainGraph, coming, leaving } from './graph.js'

/** How far something stands from where it was measured, and over what: names from there to it, both ends included. */
export interface Distance {
  /** Null: it is further than was walked. */
  readonly steps: number | null
  readonly via: readonly string[]
}

/** What stands at a product or an industry without being one: its makers, works for it, experts in it. */
const STANDS_BY = ['produces', 'applies-to', 'expert-in'] as const
const LINKS: ReadonlySet<string> = new Set(['product', 'industry'])

/** Where something stands in the chain: at its products, or else in its industry; nowhere where neither is known. */
export function placesInChain(graph: ChainGraph, node: number): number[] {
  if (LINKS.has(graph.nodes[node]?.kind ?? '')) return [node]
  const at = STANDS_BY.flatMap((type) => [...neighbours(leaving(graph, type), node)])
  return at.length > 0 ? at : [...neighbours(leaving(graph, 'in-industry'), node)]
}

/**
 * Distances from one node to whatever is asked: steps up or down, to a kind or to what is wider. Null for what stands
 * nowhere in the chain, and for all where the first one does.
 */
export function distancesFrom(
  graph: ChainGraph,
  from: number,
  most: number,
): (to: number) => Distance | null {
  const start = placesInChain(graph, from)
  const { steps, before } = walked(graph, start, most)
  const nameOf = (node: number) => graph.nodes[node]?.name ?? ''
  return (to) => {
    const ends = placesInChain(graph, to)
    if (start.length === 0 || ends.length === 0) return null
    let nearest: number | null = null
    for (const end of ends) {
      const own = steps.get(end)
      if (own !== undefined && own < (nearest === null ? Infinity : (steps.get(nearest) ?? 0))) nearest = end
    }
    if (nearest === null) return { steps: null, via: [] }
    const way = [nearest]
    for (let at = before.get(nearest); at !== undefined; at = before.get(at)) way.unshift(at)
    return { steps: steps.get(nearest) ?? 0, via: way.map(nameOf) }
  }
}

/** The least number of steps to each node within reach, and the node before it on such a way. */
function walked(graph: ChainGraph, start: readonly number[], most: number) {
  const arcs: readonly Csr[] = ['input-of', 'kind-of', 'part-of'].flatMap((type) => [
    leaving(graph, type),
    coming(graph, type),
  ])
  const steps = new Map(start.map((node) => [node, 0]))
  const before = new Map<number, number>()
  let front = [...steps.keys()]
  for (let step = 1; step <= most && front.length > 0; step += 1) {
    const next: number[] = []
    for (const node of front)
      for (const csr of arcs)
        for (const target of neighbours(csr, node)) {
          if (steps.has(target)) continue
          steps.set(target, step)
          before.set(target, node)
          next.push(target)
        }
    front = next
  }
  return { steps, before }
}
