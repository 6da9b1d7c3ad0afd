import { neighbours } from './csr.js'
import { type ChainGraph, coming, leaving } from './graph.js'
import { walk } from './walk.js'

/** A part of an industry with the links in it: its products, or itself where it has none. */
export interface Part {
  readonly part: number
  readonly members: readonly number[]
}

const DEPTH = 6

/** The parts of an industry so that, as far as there are no circles, what goes into another comes before it. */
export function partsInFlow(graph: ChainGraph, industry: number): Part[] {
  const direct = [...neighbours(coming(graph, 'part-of'), industry)]
  const industries = direct.filter((part) => graph.nodes[part]?.kind === 'industry')
  const parts = industries.map((part) => ({ part, members: membersOf(graph, part) }))
  const loose = direct.filter((part) => graph.nodes[part]?.kind === 'product')
  const whole = loose.length > 0 ? [...parts, { part: industry, members: loose }] : parts
  return inFlow(whole, feeds(graph, whole))
}

function membersOf(graph: ChainGraph, part: number): number[] {
  const within = walk(graph, [part], 'kinds', DEPTH).steps.flatMap((step) => [...step])
  const products = within.filter((node) => graph.nodes[node]?.kind === 'product')
  return products.length > 0 ? products : within
}

/** How many arcs go from one part into another, by their places. */
function feeds(graph: ChainGraph, parts: readonly Part[]): number[][] {
  const partOf = new Map<number, number>()
  parts.forEach(({ part, members }, place) => {
    for (const node of [part, ...members]) if (!partOf.has(node)) partOf.set(node, place)
  })
  const counts = parts.map(() => parts.map(() => 0))
  const csr = leaving(graph, 'input-of')
  for (const [node, place] of partOf)
    for (const target of neighbours(csr, node)) {
      const other = partOf.get(target)
      const row = counts[place]
      if (other !== undefined && other !== place && row) row[other] = (row[other] ?? 0) + 1
    }
  return counts
}

/** Again and again the part that is fed least by those still to come, and feeds them most. */
function inFlow(parts: readonly Part[], counts: readonly (readonly number[])[]): Part[] {
  const left = new Set(parts.keys())
  const ordered: Part[] = []
  const netOf = (place: number) => {
    let net = 0
    for (const other of left) net += (counts[place]?.[other] ?? 0) - (counts[other]?.[place] ?? 0)
    return net
  }
  const fedBy = (place: number) => [...left].some((other) => (counts[other]?.[place] ?? 0) > 0)
  while (left.size > 0) {
    const free = [...left].filter((place) => !fedBy(place))
    const candidates = free.length > 0 ? free : [...left]
    const next = candidates.reduce((best, place) => (netOf(place) > netOf(best) ? place : best))
    left.delete(next)
    const part = parts[next]
    if (part) ordered.push(part)
  }
  return ordered
}
