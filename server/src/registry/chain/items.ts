import { type ChainGraph, type Covers, coverOf } from '@kehui/domain/registry/chain'
import { HttpError } from '../../http/error.js'
import type { KeptGraph } from './keeper.js'
import type { ChainItem, ChainLink } from './schema.js'

/** The number of a node by its id; refused where nothing in a chain has it. */
export function numberOf({ graph }: Pick<KeptGraph, 'graph'>, id: string): number {
  const number = graph.numbers.get(id)
  if (number === undefined) throw new HttpError('chain.not-found', { id })
  return number
}

export function itemOf({ nodes }: ChainGraph, number: number): ChainItem {
  const node = nodes[number]
  if (!node) throw new Error(`There is no node ${number}`)
  const { id, kind, name, sample } = node
  return { id, kind, name, sample }
}

export function chainLinkOf(graph: ChainGraph, covers: Covers, number: number): ChainLink {
  return {
    ...itemOf(graph, number),
    makers: coverOf(covers, number, 'makers'),
    works: coverOf(covers, number, 'works'),
    experts: coverOf(covers, number, 'experts'),
  }
}
