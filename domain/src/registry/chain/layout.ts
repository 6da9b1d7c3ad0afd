import { neighbours } from './csr.js'
import { type ChainGraph, coming, leaving } from './graph.js'
import type { Stage } from './stages.js'

/** A block as it is drawn: closed it is a card, open it holds its links in columns. Units are arbitrary; y grows down. */
export interface PlacedBlock {
  readonly key: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly open: boolean
}

export interface PlacedLink {
  readonly node: number
  readonly block: string
  readonly x: number
  readonly y: number
}

/** Arcs between open links by their place in `links`, and between blocks by how many arcs join them. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly blocks: readonly PlacedBlock[]
  readonly links: readonly PlacedLink[]
  readonly arcs: readonly (readonly [from: number, to: number])[]
}

const CARD = { width: 180, height: 84 }
const LINK = { width: 120, height: 26 }
const GAP = { stage: 90, block: 24, inside: 14, title: 30 }
/** Links above each other before a block grows a column. */
const TALLEST = 40
/** Arcs are for following a few of them: a picture with more of them shows none until a link is picked. */
const MOST_ARCS = 12_000

/** Places stages from left to right and their blocks below each other; `open` names the blocks that are drilled into. */
export function layOut(graph: ChainGraph, stages: readonly Stage[], open: ReadonlySet<string>): Picture {
  const blocks: PlacedBlock[] = []
  const links: PlacedLink[] = []
  const heights = new Map<number, number>()
  let x = 0
  let height = 0
  for (const stage of stages) {
    let y = 0
    let width = CARD.width
    for (const block of stage.blocks) {
      const isOpen = open.has(block.key)
      const size = isOpen ? openSize(block.links.length) : { ...CARD, rows: 0 }
      blocks.push({ key: block.key, x, y, width: size.width, height: size.height, open: isOpen })
      if (isOpen) {
        const ordered = byNeighbours(graph, block.links, heights)
        ordered.forEach((node, i) => {
          const column = Math.floor(i / size.rows)
          const at = y + GAP.title + (i % size.rows) * LINK.height + LINK.height / 2
          links.push({ node, block: block.key, x: x + GAP.inside + column * LINK.width + 8, y: at })
          heights.set(node, at)
        })
      } else for (const node of block.links) heights.set(node, y + size.height / 2)
      y += size.height + GAP.block
      width = Math.max(width, size.width)
    }
    x += width + GAP.stage
    height = Math.max(height, y - GAP.block)
  }
  return { width: Math.max(0, x - GAP.stage), height, blocks, links, arcs: arcsAmong(graph, links) }
}

function openSize(count: number): { width: number; height: number; rows: number } {
  const columns = Math.max(1, Math.ceil(count / TALLEST))
  const rows = Math.ceil(count / columns)
  return {
    rows,
    width: Math.max(CARD.width, columns * LINK.width + 2 * GAP.inside),
    height: Math.max(CARD.height, GAP.title + rows * LINK.height + GAP.inside),
  }
}

/** Links at the height of what they hang on to the left of them, so that few arcs cross. */
function byNeighbours(
  graph: ChainGraph,
  links: readonly number[],
  heights: ReadonlyMap<number, number>,
): number[] {
  const [into, out] = [coming(graph, 'input-of'), leaving(graph, 'input-of')]
  const meanOf = (link: number) => {
    let sum = 0
    let count = 0
    for (const csr of [into, out])
      for (const other of neighbours(csr, link)) {
        const height = heights.get(other)
        if (height === undefined) continue
        sum += height
        count += 1
      }
    return count === 0 ? Number.POSITIVE_INFINITY : sum / count
  }
  return links
    .map((link, i) => ({ link, i, mean: meanOf(link) }))
    .sort((a, b) => (a.mean === b.mean ? a.i - b.i : a.mean - b.mean))
    .map(({ link }) => link)
}

function arcsAmong(graph: ChainGraph, links: readonly PlacedLink[]): [number, number][] {
  const placeOf = new Map(links.map(({ node }, place) => [node, place]))
  const arcs: [number, number][] = []
  for (const type of ['input-of', 'kind-of', 'part-of']) {
    const csr = leaving(graph, type)
    for (const [place, { node }] of links.entries())
      for (const target of neighbours(csr, node)) {
        const other = placeOf.get(target)
        if (other !== undefined) arcs.push([place, other])
        if (arcs.length >= MOST_ARCS) return arcs
      }
  }
  return arcs
}
