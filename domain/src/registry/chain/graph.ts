import { RELATION_TYPES } from '../relations/relation-type.js'
import { adjacency, type Csr, type WeightedArc } from './csr.js'

export interface ChainNode {
  readonly id: string
  readonly kind: string
  readonly name: string
  /** Code of the place it is in; null where that is not known. */
  readonly place: string | null
  readonly sample: boolean
}

export interface ChainRelation {
  readonly type: string
  readonly from: string
  readonly to: string
  readonly weight: number | null
}

/** All that is related to something, by numbers from 0: nodes in one list, arcs of each type in typed arrays. */
export interface ChainGraph {
  readonly nodes: readonly ChainNode[]
  readonly numbers: ReadonlyMap<string, number>
  readonly out: ReadonlyMap<string, Csr>
  readonly into: ReadonlyMap<string, Csr>
  readonly arcs: number
}

const NONE: Csr = {
  start: new Int32Array(0),
  targets: new Int32Array(0),
  weights: new Float32Array(0),
}

/**
 * The graph of what stands. What two sources say is one arc, with the weight that the later one gives; what refers to
 * a node that is not there, or has no type that is known, is left out.
 */
export function buildGraph(nodes: readonly ChainNode[], relations: Iterable<ChainRelation>): ChainGraph {
  const numbers = new Map(nodes.map(({ id }, number) => [id, number]))
  const byType = new Map([...RELATION_TYPES.keys()].map((type) => [type, new Map<number, WeightedArc>()]))
  for (const { type, from, to, weight } of relations) {
    const [a, b] = [numbers.get(from), numbers.get(to)]
    if (a === undefined || b === undefined) continue
    const arcs = byType.get(type)
    const key = a * nodes.length + b
    const before = arcs?.get(key)
    arcs?.set(key, { from: a, to: b, weight: weight ?? before?.weight ?? null })
  }
  const out = new Map<string, Csr>()
  const into = new Map<string, Csr>()
  let count = 0
  for (const [type, arcs] of byType) {
    if (arcs.size === 0) continue
    const both = adjacency(nodes.length, [...arcs.values()])
    out.set(type, both.out)
    into.set(type, both.into)
    count += arcs.size
  }
  return { nodes, numbers, out, into, arcs: count }
}

/** Arcs that leave by a type, read from the first to the second. */
export function leaving(graph: ChainGraph, type: string): Csr {
  return graph.out.get(type) ?? NONE
}

/** Arcs that come in by a type, read from the second to the first. */
export function coming(graph: ChainGraph, type: string): Csr {
  return graph.into.get(type) ?? NONE
}
