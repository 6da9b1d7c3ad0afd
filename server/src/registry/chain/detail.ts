import {
  coming,
  isLink,
  leaving,
  linkOf,
  neighbours,
  type Partner as PartnerNode,
} from '@kehui/domain/registry/chain'
import type { Library } from '@kehui/domain/rules'
import { chainLinkOf, itemOf, numberOf } from './items.js'
import type { KeptGraph } from './keeper.js'
import type { ChainDetail, ChainLink, Partner } from './schema.js'

/** So many partners and neighbours of each kind are named; the counts are of all. */
const MOST_NAMED = 200

/** A link with everybody who has to do with it. */
export function detailOf(kept: KeptGraph, { places }: Library, id: string): ChainDetail {
  const { graph, covers } = kept
  const number = numberOf(kept, id)
  const found = linkOf(graph, number, covers.prefix)
  const partner = ({ node, where, by, weight }: PartnerNode): Partner => {
    const place = graph.nodes[node]?.place ?? null
    return {
      ...itemOf(graph, node),
      where,
      place: place === null ? null : places.path(place) || place,
      by: by === number ? null : (graph.nodes[by]?.name ?? null),
      weight,
    }
  }
  const counted = (partners: readonly PartnerNode[]) => ({
    local: partners.filter(({ where }) => where === 'local').length,
    elsewhere: partners.filter(({ where }) => where === 'elsewhere').length,
    unknown: partners.filter(({ where }) => where === 'unknown').length,
    items: partners.slice(0, MOST_NAMED).map(partner),
  })
  const next = (csrs: Parameters<typeof neighbours>[0][]): ChainLink[] =>
    [...new Set(csrs.flatMap((csr) => [...neighbours(csr, number)]))]
      .filter((node) => isLink(graph, node))
      .slice(0, MOST_NAMED)
      .map((node) => chainLinkOf(graph, covers, node))
  const place = graph.nodes[number]?.place ?? null
  return {
    ...chainLinkOf(graph, covers, number),
    place: place === null ? null : places.path(place) || place,
    partners: {
      makers: counted(found.makers),
      works: counted(found.works),
      experts: counted(found.experts),
    },
    next: {
      up: next([coming(graph, 'input-of')]),
      down: next([leaving(graph, 'input-of'), leaving(graph, 'produces')]),
      kinds: next([coming(graph, 'kind-of'), coming(graph, 'part-of')]),
      wider: next([leaving(graph, 'kind-of'), leaving(graph, 'part-of'), leaving(graph, 'in-industry')]),
    },
  }
}
