import {
  type ChainGraph,
  coming,
  coverOf,
  isLink,
  leaving,
  neighbours,
  partsInFlow,
} from '@kehui/domain/registry/chain'
import type { Library } from '@kehui/domain/rules'
import { inLang, type Lang } from '@kehui/domain/shared'
import { chainLinkOf } from './items.js'
import type { KeptGraph } from './keeper.js'
import type { ChainFound, ChainOverview } from './schema.js'

const MOST_FOUND = 20

/** By part of the name: whole names first, then those that begin so, then the shortest. */
export function findInChains({ graph, covers }: KeptGraph, q: string, kind?: string): ChainFound {
  const wanted = q.normalize('NFKC').trim().toLowerCase()
  const kinds = kind === undefined ? ['product', 'industry', 'enterprise'] : [kind]
  const found: { number: number; rank: number; name: string }[] = []
  graph.nodes.forEach((node, number) => {
    if (!kinds.includes(node.kind)) return
    const at = node.name.toLowerCase().indexOf(wanted)
    if (at < 0) return
    const rank = node.name.length === wanted.length ? 0 : at === 0 ? 1 : 2
    found.push({ number, rank, name: node.name })
  })
  found.sort((a, b) => a.rank - b.rank || a.name.length - b.name.length || (a.name < b.name ? -1 : 1))
  return {
    items: found.slice(0, MOST_FOUND).map(({ number }) => chainLinkOf(graph, covers, number)),
    total: found.length,
  }
}

const MOST_INDUSTRIES = 200

/** The industries that are part of no other: where a look at the chains begins. */
export function overviewOf({ packs }: Library, kept: KeptGraph, lang: Lang): ChainOverview {
  const { graph, covers } = kept
  const pack = packs.get(kept.pack)
  const partOf = leaving(graph, 'part-of')
  const roots = graph.nodes.flatMap(({ kind }, number) =>
    kind === 'industry' && neighbours(partOf, number).length === 0 ? [number] : [],
  )
  const counts = (kind: string) => graph.nodes.filter((node) => node.kind === kind).length
  return {
    region: pack ? inLang(pack.title, lang) : '',
    industries: roots.slice(0, MOST_INDUSTRIES).map((root) => {
      const links = linksWithin(graph, root)
      const held = links.filter((link) => coverOf(covers, link, 'makers') === 'held').length
      const open = links.filter((link) => coverOf(covers, link, 'makers') === 'open').length
      return {
        ...chainLinkOf(graph, covers, root),
        links: links.length,
        held,
        gaps: links.length - held - open,
      }
    }),
    totals: {
      industries: counts('industry'),
      products: counts('product'),
      relations: graph.arcs,
      companies: counts('enterprise'),
    },
  }
}

/** The products of an industry and its parts; the parts themselves where they have none. */
function linksWithin(graph: ChainGraph, root: number): number[] {
  const members = new Set(partsInFlow(graph, root).flatMap((part) => part.members))
  const own = [...neighbours(coming(graph, 'part-of'), root)].filter((node) => isLink(graph, node))
  return members.size > 0 ? [...members] : own
}
