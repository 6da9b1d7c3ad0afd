import { type Cover, type Covers, coverOf, isLink, lackingOf } from './cover.js'
import type { ChainGraph } from './graph.js'
import { partsInFlow } from './parts.js'
import { type Direction, walk } from './walk.js'

/** Covers in the order in which a stage shows its blocks. */
export const COVERS: readonly Cover[] = ['held', 'away', 'open', 'none']

/** The links of one stage that have the same cover by companies. */
export interface Block {
  /** `down-2-held` */
  readonly key: string
  readonly cover: Cover
  readonly links: readonly number[]
  /** Of them, without an achievement and without an expert here. */
  readonly withoutWorks: number
  readonly withoutExperts: number
}

/** What lies the same number of steps away in one direction, or one part of an industry; the focus alone is neither. */
export interface Stage {
  /** `down-2`, `focus`, `part-17` */
  readonly key: string
  readonly direction: Direction | null
  readonly steps: number
  /** The part of the industry; null in the neighbourhood of a link. */
  readonly part: number | null
  readonly blocks: readonly Block[]
}

export interface StagesQuestion {
  readonly start: readonly number[]
  readonly directions: readonly Direction[]
  readonly depth: number
}

/** Stage by stage what lies around the start, from the farthest upstream to the farthest downstream. */
export function stagesAround(graph: ChainGraph, covers: Covers, question: StagesQuestion): Stage[] {
  const { start, directions, depth } = question
  const stage = (direction: Direction | null, steps: number, nodes: Iterable<number>): Stage => {
    const key = direction === null ? 'focus' : `${direction}-${steps}`
    return { key, direction, steps, part: null, blocks: blocksOf(graph, covers, key, nodes) }
  }
  const along = (direction: Direction) =>
    walk(graph, start, direction, depth)
      .steps.slice(1)
      .map((nodes, i) => stage(direction, i + 1, nodes))
  const before = directions.filter((d) => d === 'up' || d === 'wider').flatMap((d) => along(d).reverse())
  const after = directions.filter((d) => d === 'kinds' || d === 'down').flatMap(along)
  return [...before, stage(null, 0, start), ...after]
}

/** An industry from its first part to its last, as its products flow; empty where it has no parts. */
export function stagesWithin(graph: ChainGraph, covers: Covers, industry: number): Stage[] {
  return partsInFlow(graph, industry).map(({ part, members }) => {
    const key = `part-${part}`
    return { key, direction: null, steps: 0, part, blocks: blocksOf(graph, covers, key, members) }
  })
}

function blocksOf(graph: ChainGraph, covers: Covers, stage: string, nodes: Iterable<number>): Block[] {
  const byCover = new Map<Cover, number[]>()
  for (const node of nodes) {
    if (!isLink(graph, node)) continue
    const cover = coverOf(covers, node, 'makers')
    const links = byCover.get(cover)
    if (links) links.push(node)
    else byCover.set(cover, [node])
  }
  return COVERS.flatMap((cover) => {
    const links = byCover.get(cover)
    if (!links) return []
    const lacking = links.map((link) => lackingOf(covers, link))
    const without = (aspect: 'works' | 'experts') => lacking.filter((l) => l.includes(aspect)).length
    return [
      {
        key: `${stage}-${cover}`,
        cover,
        links,
        withoutWorks: without('works'),
        withoutExperts: without('experts'),
      },
    ]
  })
}
