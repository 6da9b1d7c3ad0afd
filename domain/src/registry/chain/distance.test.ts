import fc from 'fast-check'
import { expect, test } from 'vitest'
import { distancesFrom, placesInChain } from './distance.js'
import { graphOf, graphs } from './testing.js'

const graph = graphOf(
  [
    'p硅料',
    'p硅片',
    'p电池片',
    'p组件',
    'p大硅片',
    'p别的',
    'c甲',
    'c乙',
    'c丙',
    'a成果',
    'e专家',
    'i光伏业',
    'c丁',
  ],
  [
    ['p硅料', 'input-of', 'p硅片'],
    ['p硅片', 'input-of', 'p电池片'],
    ['p电池片', 'input-of', 'p组件'],
    ['p大硅片', 'kind-of', 'p硅片'],
    ['c甲', 'produces', 'p硅片'],
    ['c乙', 'produces', 'p组件'],
    ['c乙', 'produces', 'p电池片'],
    ['c丙', 'produces', 'p别的'],
    ['a成果', 'applies-to', 'p大硅片'],
    ['e专家', 'expert-in', 'p硅片'],
    ['c丁', 'in-industry', 'i光伏业'],
  ],
)
const number = (name: string) => graph.numbers.get(name) ?? -1
const from = (name: string, most = 3) => {
  const to = distancesFrom(graph, number(name), most)
  return (other: string) => to(number(other))
}

test.each([
  ['e专家', 0, ['p硅片']],
  ['a成果', 1, ['p硅片', 'p大硅片']],
  ['c乙', 1, ['p硅片', 'p电池片']],
  ['p组件', 2, ['p硅片', 'p电池片', 'p组件']],
  ['p硅料', 1, ['p硅片', 'p硅料']],
  ['c丙', null, []],
  ['c丁', null, []],
])('from a maker of wafers to %s', (other, steps, via) => {
  expect(from('c甲')(other)).toEqual({ steps, via })
})

test('what stands nowhere has no distance, and beyond the steps that were walked nothing is told', () => {
  const alone = graphOf(['c甲', 'c乙', 'p一'], [['c甲', 'produces', 'p一']])
  const to = distancesFrom(alone, alone.numbers.get('c甲') ?? -1, 3)
  expect(to(alone.numbers.get('c乙') ?? -1)).toBeNull()
  expect(to(-1)).toBeNull()
  expect(distancesFrom(alone, -1, 3)(alone.numbers.get('c甲') ?? -1)).toBeNull()
  expect(from('c甲', 1)('p组件')).toEqual({ steps: null, via: [] })
})

test('it is as far there as back, by a way of as many steps', () => {
  fc.assert(
    fc.property(graphs, fc.nat(13), fc.nat(13), (any, a, b) => {
      const [there, back] = [distancesFrom(any, a, 4)(b), distancesFrom(any, b, 4)(a)]
      expect(there?.steps).toBe(back?.steps)
      if (there?.steps != null) expect(there.via).toHaveLength(there.steps + 1)
      if (placesInChain(any, a).length === 0) expect(there).toBeNull()
    }),
  )
})
