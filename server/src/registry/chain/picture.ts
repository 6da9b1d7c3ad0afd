import { isLink, layOut, type Stage, stagesAround, stagesWithin, startOf } from '@kehui/domain/registry/chain'
import { chainLinkOf, itemOf, numberOf } from './items.js'
import type { KeptGraph } from './keeper.js'
import type { ChainPicture, ChainStage } from './schema.js'

export interface Around {
  readonly focus: number
  /** Where it stands: itself, or the products of a company. */
  readonly start: readonly number[]
  /** The parts of an industry, not the neighbourhood of a link. */
  readonly within: boolean
  readonly stages: readonly Stage[]
}

/** An industry with parts is shown from its first part to its last; everything else with what lies around it. */
export function stagesOf({ graph, covers }: KeptGraph, focus: number, depth: number): Around {
  const within = graph.nodes[focus]?.kind === 'industry' ? stagesWithin(graph, covers, focus) : []
  if (within.length > 1) return { focus, start: [focus], within: true, stages: within }
  const start = startOf(graph, focus)
  const stages = stagesAround(graph, covers, { start, directions: ['wider', 'up', 'kinds', 'down'], depth })
  return { focus, start, within: false, stages }
}

/** So many links are drawn at most, block by block in the order in which they stand. */
const MOST_DRAWN = 5000

export function pictureOf(
  kept: KeptGraph,
  id: string,
  depth: number,
  asked: readonly string[],
): ChainPicture {
  const { graph, covers } = kept
  const around = stagesOf(kept, numberOf(kept, id), depth)
  const picture = layOut(graph, around.stages, openBlocks(around.stages, asked))
  const placed = new Map(picture.blocks.map((block) => [block.key, block]))
  const stages = around.stages.map(
    (stage): ChainStage => ({
      ...headOf(kept, stage),
      links: stage.blocks.reduce((sum, { links }) => sum + links.length, 0),
      blocks: stage.blocks.flatMap(({ key, cover, links, withoutWorks, withoutExperts }) => {
        const place = placed.get(key)
        return place ? [{ ...place, cover, links: links.length, withoutWorks, withoutExperts }] : []
      }),
    }),
  )
  const company = around.start.length > 0 && !isLink(graph, around.focus)
  return {
    focus: itemOf(graph, around.focus),
    products: company ? around.start.map((number) => itemOf(graph, number)) : [],
    within: around.within,
    depth,
    stages,
    links: stages.reduce((sum, { links }) => sum + links, 0),
    width: picture.width,
    height: picture.height,
    places: picture.links.map(({ node, x, y }) => ({ ...chainLinkOf(graph, covers, node), x, y })),
    arcs: picture.arcs.map(([from, to]): [number, number] => [from, to]),
  }
}

export function headOf(
  { graph }: KeptGraph,
  { key, direction, steps, part }: Stage,
): Pick<ChainStage, 'key' | 'direction' | 'steps' | 'part'> {
  return { key, direction, steps, part: part === null ? null : itemOf(graph, part) }
}

function openBlocks(stages: readonly Stage[], asked: readonly string[]): Set<string> {
  const open = new Set<string>()
  let drawn = 0
  for (const { key, links } of stages.flatMap(({ blocks }) => blocks)) {
    if (!asked.includes(key) && !asked.includes('all')) continue
    if (drawn + links.length > MOST_DRAWN) continue
    drawn += links.length
    open.add(key)
  }
  return open
}
