import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type ChainGraph,
  coverOf,
  coversOf,
  DIRECTIONS,
  type Direction,
  gapsOf,
  lackingOf,
  layOut,
  leaving,
  linkOf,
  neighbours,
  stagesAround,
  stagesWithin,
  startOf,
  walk,
} from './index.js'
import { graphOf, graphs } from './testing.js'

const HERE = '9901'
const name = (graph: ChainGraph, node: number) => graph.nodes[node]?.name ?? ''
const number = (graph: ChainGraph, id: string) => graph.numbers.get(id) ?? -1

/** Distances by repeated passes over all arcs. */
function distances(graph: ChainGraph, start: number, direction: Direction): number[] {
  const ways: Record<Direction, readonly [type: string, back: boolean][]> = {
    up: [['input-of', true]],
    down: [['input-of', false]],
    kinds: [
      ['kind-of', true],
      ['part-of', true],
    ],
    wider: [
      ['kind-of', false],
      ['part-of', false],
    ],
  }
  const found = graph.nodes.map((_, node) => (node === start ? 0 : Number.POSITIVE_INFINITY))
  for (let pass = 0; pass < graph.nodes.length; pass++)
    graph.nodes.forEach((_, from) => {
      for (const [type, back] of ways[direction])
        for (const to of neighbours(leaving(graph, type), from)) {
          const [a, b] = back ? [to, from] : [from, to]
          found[b] = Math.min(found[b] ?? 0, (found[a] ?? 0) + 1)
        }
    })
  return found
}

test('a walk finds what passes over all arcs find, at the same distance', () => {
  fc.assert(
    fc.property(graphs, fc.constantFrom(...DIRECTIONS), fc.nat(4), (graph, direction, depth) => {
      const expected = distances(graph, 0, direction)
      const { steps } = walk(graph, [0], direction, depth)
      const found = new Map(steps.flatMap((nodes, step) => [...nodes].map((node) => [node, step])))
      expect(steps.flatMap((nodes) => [...nodes])).toHaveLength(found.size)
      expected.forEach((distance, node) => {
        expect(found.get(node)).toBe(distance <= depth ? distance : undefined)
      })
    }),
  )
})

test('what covers say of a link is what its partners are', () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      const covers = coversOf(graph, HERE)
      graph.nodes.forEach(({ kind }, node) => {
        if (kind !== 'product') return
        const where = new Set(linkOf(graph, node, HERE).makers.map((maker) => maker.where))
        const expected = where.has('local')
          ? 'held'
          : where.has('unknown')
            ? 'open'
            : where.has('elsewhere')
              ? 'away'
              : 'none'
        expect(coverOf(covers, node, 'makers')).toBe(expected)
      })
    }),
  )
})

test('gaps are the links that lack something, each once', () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      const covers = coversOf(graph, HERE)
      const links = graph.nodes.flatMap(({ kind }, node) => (kind === 'product' ? [node] : []))
      const gaps = gapsOf(graph, covers, links)
      const expected = links.filter((link) => lackingOf(covers, link).length > 0)
      expect(gaps.map(({ link }) => link).sort()).toEqual(expected.sort())
      for (const { link, wantedBy } of gaps) {
        const wanting = new Set(
          [...neighbours(leaving(graph, 'input-of'), link)].flatMap((product) =>
            linkOf(graph, product, HERE)
              .makers.filter(({ where }) => where === 'local')
              .map(({ node }) => node),
          ),
        )
        expect(wantedBy).toBe(wanting.size)
      }
    }),
  )
})

describe('partners', () => {
  const graph = graphOf(
    [
      'p传感器',
      'p压力传感器',
      'c本地@990102',
      'c外地@110108',
      'c不详',
      'a成果',
      'i院',
      'c主@990103',
      'a另一',
    ],
    [
      ['p压力传感器', 'kind-of', 'p传感器'],
      ['c本地', 'produces', 'p压力传感器', 0.2],
      ['c外地', 'produces', 'p传感器', 0.9],
      ['c不详', 'produces', 'p传感器'],
      ['a成果', 'applies-to', 'p压力传感器'],
      ['a成果', 'owned-by', 'c主'],
      ['a另一', 'applies-to', 'p传感器'],
    ],
  )

  test('who makes a kind makes the thing; local ones come first', () => {
    const { makers } = linkOf(graph, number(graph, 'p传感器'), HERE)
    expect(makers.map(({ node, where }) => [name(graph, node), where])).toEqual([
      ['c本地', 'local'],
      ['c外地', 'elsewhere'],
      ['c不详', 'unknown'],
    ])
  })

  test('who makes the thing need not make a kind of it', () => {
    const { makers } = linkOf(graph, number(graph, 'p压力传感器'), HERE)
    expect(makers.map(({ node }) => name(graph, node))).toEqual(['c本地'])
  })

  test('an achievement is where its owner is; without one nobody knows', () => {
    const { works } = linkOf(graph, number(graph, 'p传感器'), HERE)
    expect(works.map(({ node, where }) => [name(graph, node), where])).toEqual([
      ['a成果', 'local'],
      ['a另一', 'unknown'],
    ])
  })

  test('where nothing is known of the place, there is no gap', () => {
    const only = graphOf(['p甲', 'c不详'], [['c不详', 'produces', 'p甲']])
    expect(lackingOf(coversOf(only, HERE), 0)).toEqual(['works', 'experts'])
  })
})

describe('stages', () => {
  const chain = graphOf(
    ['p硅片', 'p芯片', 'p模组', 'p终端', 'c芯片厂@990102', 'c硅片厂@110000'],
    [
      ['p硅片', 'input-of', 'p芯片'],
      ['p芯片', 'input-of', 'p模组'],
      ['p模组', 'input-of', 'p终端'],
      ['c芯片厂', 'produces', 'p芯片'],
      ['c硅片厂', 'produces', 'p硅片'],
    ],
  )
  const covers = coversOf(chain, HERE)
  const around = (id: string, depth: number) =>
    stagesAround(chain, covers, {
      start: startOf(chain, number(chain, id)),
      directions: ['up', 'down'],
      depth,
    })

  test('run from the farthest upstream to the farthest downstream', () => {
    expect(around('p芯片', 3).map(({ key }) => key)).toEqual(['up-1', 'focus', 'down-1', 'down-2'])
  })

  test('a company stands where its products do', () => {
    const focus = around('c芯片厂', 1).find(({ key }) => key === 'focus')
    expect(focus?.blocks.flatMap(({ links }) => links.map((link) => name(chain, link)))).toEqual(['p芯片'])
  })

  test('blocks part what is here from what is not', () => {
    const covered = around('p芯片', 3).map(({ blocks }) => blocks.map(({ cover }) => cover))
    expect(covered).toEqual([['away'], ['held'], ['none'], ['none']])
  })

  test('parts of an industry stand as their products flow, whatever order they were given in', () => {
    const industry = graphOf(
      ['i链', 'i应用', 'i材料', 'i器件', 'p终端', 'p硅片', 'p芯片'],
      [
        ['i应用', 'part-of', 'i链'],
        ['i材料', 'part-of', 'i链'],
        ['i器件', 'part-of', 'i链'],
        ['p终端', 'part-of', 'i应用'],
        ['p硅片', 'part-of', 'i材料'],
        ['p芯片', 'part-of', 'i器件'],
        ['p硅片', 'input-of', 'p芯片'],
        ['p芯片', 'input-of', 'p终端'],
      ],
    )
    const stages = stagesWithin(industry, coversOf(industry, HERE), 0)
    expect(stages.map(({ part }) => name(industry, part ?? -1))).toEqual(['i材料', 'i器件', 'i应用'])
  })
})

test('nothing overlaps in a picture, whatever is open', () => {
  fc.assert(
    fc.property(graphs, fc.nat(3), (graph, depth) => {
      const covers = coversOf(graph, HERE)
      const stages = stagesAround(graph, covers, { start: [0], directions: DIRECTIONS, depth })
      const keys = stages.flatMap(({ blocks }) => blocks.map(({ key }) => key))
      const open = new Set(keys.filter((_, i) => i % 2 === 0))
      const { blocks, links, width, height } = layOut(graph, stages, open)
      expect(blocks.map(({ key }) => key)).toEqual(keys)
      for (const [i, a] of blocks.entries()) {
        expect(a.x + a.width).toBeLessThanOrEqual(width)
        expect(a.y + a.height).toBeLessThanOrEqual(height)
        for (const b of blocks.slice(i + 1)) {
          const apart =
            a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y
          expect(apart).toBe(true)
        }
      }
      const places = links.map(({ x, y }) => `${x} ${y}`)
      expect(new Set(places).size).toBe(places.length)
      for (const { block, x, y } of links) {
        const at = blocks.find(({ key }) => key === block)
        expect(at && x > at.x && x < at.x + at.width && y > at.y && y < at.y + at.height).toBe(true)
      }
    }),
  )
})

test('what two sources say is one arc, and what refers to nothing is left out', () => {
  const graph = graphOf(
    ['p甲', 'p乙'],
    [
      ['p甲', 'input-of', 'p乙'],
      ['p甲', 'input-of', 'p乙', 0.5],
      ['p甲', 'input-of', 'p没有'],
      ['p甲', '没有的', 'p乙'],
    ],
  )
  expect(graph.arcs).toBe(1)
  expect(leaving(graph, 'input-of').weights[0]).toBe(0.5)
})
