/** An edge between two nodes, by their numbers. */
export interface Arc {
  readonly from: number
  readonly to: number
}

/**
 * The circles that `added` arcs would close, were they added one after the other to `before`, which has none: for each
 * such arc, by its place, the nodes of the circle from its start round to its start. An arc that would close one is
 * left out, so that those after it are judged without it. A circle lies within a component of nodes that reach each
 * other, so that only there is anything walked: where there is none, one pass over all arcs says so.
 */
export function closedCircles(
  nodes: number,
  before: readonly Arc[],
  added: readonly Arc[],
): Map<number, number[]> {
  const component = components(nodes, [...before, ...added])
  const inside = ({ from, to }: Arc) => component[from] === component[to]
  const next = new Map<number, number[]>()
  const add = ({ from, to }: Arc) => {
    const targets = next.get(from)
    if (targets) targets.push(to)
    else next.set(from, [to])
  }
  for (const arc of before) if (inside(arc)) add(arc)
  const circles = new Map<number, number[]>()
  added.forEach((arc, i) => {
    if (!inside(arc)) return
    const back = pathBetween(next, arc.to, arc.from)
    if (back) circles.set(i, [arc.from, ...back])
    else add(arc)
  })
  return circles
}

function pathBetween(
  next: ReadonlyMap<number, readonly number[]>,
  from: number,
  to: number,
): number[] | null {
  const cameFrom = new Map([[from, from]])
  // A map may grow while it is walked: what is added is walked as well.
  for (const at of cameFrom.keys()) {
    if (at === to) break
    for (const target of next.get(at) ?? []) if (!cameFrom.has(target)) cameFrom.set(target, at)
  }
  if (!cameFrom.has(to)) return null
  const path = [to]
  for (let at = to; at !== from; ) {
    at = cameFrom.get(at) ?? from
    path.unshift(at)
  }
  return path
}

/** Strongly connected components after Tarjan (1972), without recursion: chains can be long. */
function components(nodes: number, arcs: readonly Arc[]): Int32Array {
  const { start, targets } = adjacency(nodes, arcs)
  const order = new Int32Array(nodes).fill(-1)
  const low = new Int32Array(nodes)
  const component = new Int32Array(nodes).fill(-1)
  const cursor = start.slice(0, nodes)
  const open: number[] = []
  const walk: number[] = []
  let visited = 0
  let found = 0
  const enter = (node: number) => {
    order[node] = low[node] = visited++
    open.push(node)
    walk.push(node)
  }
  const leave = (node: number) => {
    walk.pop()
    const above = walk.at(-1)
    const lowest = low[node] ?? 0
    if (above !== undefined && lowest < (low[above] ?? 0)) low[above] = lowest
    if (lowest !== order[node]) return
    for (let member = open.pop(); member !== undefined; member = open.pop()) {
      component[member] = found
      if (member === node) break
    }
    found += 1
  }
  for (let root = 0; root < nodes; root++) {
    if (order[root] !== -1) continue
    enter(root)
    for (let node = walk.at(-1); node !== undefined; node = walk.at(-1)) {
      const at = cursor[node] ?? 0
      if (at === start[node + 1]) {
        leave(node)
        continue
      }
      cursor[node] = at + 1
      const target = targets[at] ?? 0
      if (order[target] === -1) enter(target)
      else if (component[target] === -1) low[node] = Math.min(low[node] ?? 0, order[target] ?? 0)
    }
  }
  return component
}

function adjacency(nodes: number, arcs: readonly Arc[]) {
  const start = new Int32Array(nodes + 1)
  for (const { from } of arcs) start[from + 1] = (start[from + 1] ?? 0) + 1
  for (let i = 0; i < nodes; i++) start[i + 1] = (start[i + 1] ?? 0) + (start[i] ?? 0)
  const cursor = start.slice()
  const targets = new Int32Array(arcs.length)
  for (const { from, to } of arcs) {
    const at = cursor[from] ?? 0
    targets[at] = to
    cursor[from] = at + 1
  }
  return { start, targets }
}
