/** Arcs by the node that they leave, in three arrays: those of node n stand from `start[n]` to `start[n + 1]`. */
export interface Csr {
  readonly start: Int32Array
  readonly targets: Int32Array
  /** From 0 to 1; NaN where nothing is known of it. */
  readonly weights: Float32Array
}

export interface WeightedArc {
  readonly from: number
  readonly to: number
  readonly weight: number | null
}

/** Both directions at once: who leaves each node, and who comes to it. */
export function adjacency(nodes: number, arcs: readonly WeightedArc[]): { out: Csr; into: Csr } {
  return {
    out: sortedBy(
      nodes,
      arcs,
      (arc) => arc.from,
      (arc) => arc.to,
    ),
    into: sortedBy(
      nodes,
      arcs,
      (arc) => arc.to,
      (arc) => arc.from,
    ),
  }
}

function sortedBy(
  nodes: number,
  arcs: readonly WeightedArc[],
  keyOf: (arc: WeightedArc) => number,
  otherOf: (arc: WeightedArc) => number,
): Csr {
  const start = new Int32Array(nodes + 1)
  for (const arc of arcs) {
    const key = keyOf(arc) + 1
    start[key] = (start[key] ?? 0) + 1
  }
  for (let node = 0; node < nodes; node++) start[node + 1] = (start[node + 1] ?? 0) + (start[node] ?? 0)
  const cursor = start.slice(0, nodes)
  const targets = new Int32Array(arcs.length)
  const weights = new Float32Array(arcs.length)
  for (const arc of arcs) {
    const key = keyOf(arc)
    const at = cursor[key] ?? 0
    cursor[key] = at + 1
    targets[at] = otherOf(arc)
    weights[at] = arc.weight ?? Number.NaN
  }
  return { start, targets, weights }
}

/** The nodes at the other end, in the order in which they were given; a view of the array, not to be changed. */
export function neighbours({ start, targets }: Csr, node: number): Int32Array {
  return targets.subarray(start[node] ?? 0, start[node + 1] ?? 0)
}

export function weightsOf({ start, weights }: Csr, node: number): Float32Array {
  return weights.subarray(start[node] ?? 0, start[node + 1] ?? 0)
}
