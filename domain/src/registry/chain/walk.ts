import { type Csr, neighbours } from './csr.js'
import { type ChainGraph, coming, leaving } from './graph.js'

/** `up`: what it is made with; `down`: what it goes into; `kinds`: what kinds it has; `wider`: what it is a kind or part of. */
export const DIRECTIONS = ['up', 'down', 'kinds', 'wider'] as const
export type Direction = (typeof DIRECTIONS)[number]

export interface Walk {
  /** The nodes at each number of steps, by their numbers: the start alone, then those one step away. */
  readonly steps: readonly Int32Array[]
}

/** Every node that can be reached in at most `depth` steps, at the least number of steps that leads to it. */
export function walk(graph: ChainGraph, start: readonly number[], direction: Direction, depth: number): Walk {
  const arcs = arcsOf(graph, direction)
  const seen = new Uint8Array(graph.nodes.length)
  let front = Int32Array.from(new Set(start))
  for (const node of front) seen[node] = 1
  const steps = [front]
  for (let step = 0; step < depth && front.length > 0; step++) {
    const next: number[] = []
    for (const csr of arcs)
      for (const node of front)
        for (const target of neighbours(csr, node))
          if (seen[target] === 0) {
            seen[target] = 1
            next.push(target)
          }
    if (next.length === 0) break
    front = Int32Array.from(next)
    steps.push(front)
  }
  return { steps }
}

function arcsOf(graph: ChainGraph, direction: Direction): readonly Csr[] {
  switch (direction) {
    case 'up':
      return [coming(graph, 'input-of')]
    case 'down':
      return [leaving(graph, 'input-of')]
    case 'kinds':
      return [coming(graph, 'kind-of'), coming(graph, 'part-of')]
    case 'wider':
      return [leaving(graph, 'kind-of'), leaving(graph, 'part-of')]
  }
}

/** A company stands where its products do; everything else where it is itself. */
export function startOf(graph: ChainGraph, node: number): number[] {
  const made = [...neighbours(leaving(graph, 'produces'), node)]
  if (made.length > 0) return made
  const industries = [...neighbours(leaving(graph, 'in-industry'), node)]
  return industries.length > 0 ? industries : [node]
}
