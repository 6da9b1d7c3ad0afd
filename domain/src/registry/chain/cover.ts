import { neighbours } from './csr.js'
import { type ChainGraph, leaving } from './graph.js'
import { type Whereabouts, whereabouts } from './partners.js'

/** What a link can have here. */
export const ASPECTS = ['makers', 'works', 'experts'] as const
export type Aspect = (typeof ASPECTS)[number]

/** `held`: there is one here; `open`: of some it is not known where they are; `away`: elsewhere only; `none`: nobody. */
export type Cover = 'held' | 'open' | 'away' | 'none'

const BY: Readonly<Record<Aspect, readonly string[]>> = {
  makers: ['produces', 'in-industry'],
  works: ['applies-to'],
  experts: ['expert-in'],
}

const BITS: Readonly<Record<Whereabouts, number>> = { local: 1, unknown: 2, elsewhere: 4 }
const WIDTH = 3

/** For every node who has to do with it, as bits: three of each aspect, one of each whereabouts. */
export interface Covers {
  readonly prefix: string
  readonly bits: Uint16Array
}

/** What makes a kind or a part of something counts for the whole: what is known of them is carried up. */
export function coversOf(graph: ChainGraph, prefix: string): Covers {
  const bits = new Uint16Array(graph.nodes.length)
  ASPECTS.forEach((aspect, i) => {
    for (const type of BY[aspect]) {
      const csr = leaving(graph, type)
      graph.nodes.forEach(({ kind }, node) => {
        const links = neighbours(csr, node)
        if (links.length === 0 || kind === 'demand') return
        const bit = BITS[whereabouts(graph, node, prefix)] << (WIDTH * i)
        for (const link of links) bits[link] = (bits[link] ?? 0) | bit
      })
    }
  })
  carryUp(graph, bits)
  return { prefix, bits }
}

function carryUp(graph: ChainGraph, bits: Uint16Array): void {
  const wider = [leaving(graph, 'kind-of'), leaving(graph, 'part-of')]
  const waiting: number[] = []
  bits.forEach((given, node) => {
    if (given !== 0) waiting.push(node)
  })
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const given = bits[node] ?? 0
    for (const csr of wider)
      for (const whole of neighbours(csr, node)) {
        const before = bits[whole] ?? 0
        const after = before | given
        if (after === before) continue
        bits[whole] = after
        waiting.push(whole)
      }
  }
}

export function coverOf({ bits }: Covers, node: number, aspect: Aspect): Cover {
  const given = ((bits[node] ?? 0) >> (WIDTH * ASPECTS.indexOf(aspect))) & 0b111
  if (given & BITS.local) return 'held'
  if (given & BITS.unknown) return 'open'
  return given & BITS.elsewhere ? 'away' : 'none'
}

/** Aspects of which there is none here, as far as is known. */
export function lackingOf(covers: Covers, node: number): Aspect[] {
  return ASPECTS.filter((aspect) => {
    const cover = coverOf(covers, node, aspect)
    return cover === 'away' || cover === 'none'
  })
}

/** Products and industries: what a chain is made of. */
export function isLink(graph: ChainGraph, node: number): boolean {
  const kind = graph.nodes[node]?.kind
  return kind === 'product' || kind === 'industry'
}

/** Links that make what this one goes into. */
export function wantedIn(graph: ChainGraph, link: number): Int32Array {
  return neighbours(leaving(graph, 'input-of'), link)
}
