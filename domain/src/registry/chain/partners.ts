import { type Csr, neighbours, weightsOf } from './csr.js'
import { type ChainGraph, coming } from './graph.js'
import { walk } from './walk.js'

/** Where something is, seen from the region: `unknown` where no place is known, which is not elsewhere. */
export type Whereabouts = 'local' | 'elsewhere' | 'unknown'

export interface Partner {
  readonly node: number
  readonly where: Whereabouts
  /** The product by which it has to do with the link: the link itself or a kind of it. */
  readonly by: number
  /** The share of the product in its revenue; null where that is not known. */
  readonly weight: number | null
}

/** Who has to do with a link: who makes it, which achievements and experts it has. */
export interface Link {
  readonly makers: readonly Partner[]
  readonly works: readonly Partner[]
  readonly experts: readonly Partner[]
}

/** How deep kinds of kinds go; guards against endless lists, not against circles, which there are none of. */
const KINDS_DEPTH = 8

/**
 * Who stands behind a product or an industry. A maker of a kind of a product makes it; who makes what is wider need
 * not. `prefix` is how place codes of the region begin.
 */
export function linkOf(graph: ChainGraph, link: number, prefix: string): Link {
  const whole = walk(graph, [link], 'kinds', KINDS_DEPTH).steps.flatMap((step) => [...step])
  const found = (csrs: readonly Csr[]) => partnersBy(graph, whole, csrs, prefix)
  return {
    makers: found([coming(graph, 'produces'), coming(graph, 'in-industry')]),
    works: found([coming(graph, 'applies-to')]).filter(({ node }) => graph.nodes[node]?.kind !== 'demand'),
    experts: found([coming(graph, 'expert-in')]),
  }
}

function partnersBy(
  graph: ChainGraph,
  products: readonly number[],
  csrs: readonly Csr[],
  prefix: string,
): Partner[] {
  const found = new Map<number, Partner>()
  for (const csr of csrs)
    for (const by of products) {
      const weights = weightsOf(csr, by)
      neighbours(csr, by).forEach((node, i) => {
        const given = weights[i] ?? Number.NaN
        const weight = Number.isNaN(given) ? null : given
        const before = found.get(node)
        if (before && (before.weight ?? 0) >= (weight ?? 0)) return
        found.set(node, { node, by, weight, where: whereabouts(graph, node, prefix) })
      })
    }
  return [...found.values()].sort((a, b) => inOrder(graph, a, b))
}

const NEAREST: Readonly<Record<Whereabouts, number>> = { local: 0, elsewhere: 1, unknown: 2 }

/** Local ones first, then those that live by it most. */
function inOrder({ nodes }: ChainGraph, a: Partner, b: Partner): number {
  const [first, second] = [nodes[a.node]?.name ?? '', nodes[b.node]?.name ?? '']
  return (
    NEAREST[a.where] - NEAREST[b.where] ||
    (b.weight ?? 0) - (a.weight ?? 0) ||
    (first < second ? -1 : first > second ? 1 : 0)
  )
}

/** What has no place of its own is where its owner or its house is. */
const HOUSES = ['owned-by', 'member-of', 'located-in'] as const

export function whereabouts(graph: ChainGraph, node: number, prefix: string): Whereabouts {
  const own = graph.nodes[node]?.place ?? null
  if (own !== null) return own.startsWith(prefix) ? 'local' : 'elsewhere'
  for (const type of HOUSES) {
    const csr = graph.out.get(type)
    for (const house of csr ? neighbours(csr, node) : []) {
      const place = graph.nodes[house]?.place ?? null
      if (place !== null) return place.startsWith(prefix) ? 'local' : 'elsewhere'
    }
  }
  return 'unknown'
}
