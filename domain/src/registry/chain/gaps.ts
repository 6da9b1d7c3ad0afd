import { type Aspect, type Covers, coverOf, lackingOf, wantedIn } from './cover.js'
import type { ChainGraph } from './graph.js'
import { linkOf } from './partners.js'

export interface Gap {
  readonly link: number
  readonly lacking: readonly Aspect[]
  /** Companies here that make what it goes into: they have to fetch it from elsewhere. */
  readonly wantedBy: number
}

const WEIGHTS: Readonly<Record<Aspect, number>> = { makers: 4, works: 2, experts: 1 }

/**
 * The links without a company, an achievement or an expert here. First those without a company, then those without an
 * achievement; among them first what most companies here need.
 */
export function gapsOf(graph: ChainGraph, covers: Covers, links: Iterable<number>): Gap[] {
  const made = new Map<number, readonly number[]>()
  const makersOf = (link: number): readonly number[] => {
    const before = made.get(link)
    if (before) return before
    const makers =
      coverOf(covers, link, 'makers') === 'held'
        ? linkOf(graph, link, covers.prefix).makers.filter(({ where }) => where === 'local')
        : []
    const nodes = makers.map(({ node }) => node)
    made.set(link, nodes)
    return nodes
  }
  const gaps: Gap[] = []
  for (const link of links) {
    const lacking = lackingOf(covers, link)
    if (lacking.length === 0) continue
    const wanting = new Set([...wantedIn(graph, link)].flatMap(makersOf))
    gaps.push({ link, lacking, wantedBy: wanting.size })
  }
  return gaps
    .map((gap, i) => ({ gap, i, weight: gap.lacking.reduce((sum, aspect) => sum + WEIGHTS[aspect], 0) }))
    .sort((a, b) => b.weight - a.weight || b.gap.wantedBy - a.gap.wantedBy || a.i - b.i)
    .map(({ gap }) => gap)
}
