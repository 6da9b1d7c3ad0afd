import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Candidate, hasRoom, type Load, spread, USUAL_CAPACITY } from './capacity.js'

const NONE = { loads: new Map<string, Load>(), byCounty: new Map<string, number>() }
const at = (id: string, score: number, county: string | null = null): Candidate => ({ id, score, county })
const ids = (given: readonly { readonly candidate: Candidate }[]) =>
  given.map(({ candidate }) => candidate.id)

test('the closest come first; of equals the lower id', () => {
  const { chosen } = spread([at('c', 1), at('b', 2), at('a', 2)], { ...NONE, wanted: 2 })
  expect(ids(chosen)).toEqual(['a', 'b'])
})

test('who has enough is passed over, and who wants none', () => {
  const loads = new Map<string, Load>([
    ['busy', { open: 2, capacity: 2 }],
    ['never', { open: 0, capacity: 0 }],
    ['less', { open: 0, capacity: -1 }],
    ['usual', { open: USUAL_CAPACITY, capacity: null }],
    ['free', { open: 1, capacity: 2 }],
  ])
  const all = [...loads.keys()].map((id) => at(id, 1))
  const { chosen, passed } = spread(all, { ...NONE, loads, wanted: 9 })
  expect(ids(chosen)).toEqual(['free'])
  expect(passed.map(({ candidate, why }) => [candidate.id, why])).toEqual([
    ['busy', 'capacity'],
    ['never', 'refuses-all'],
    ['less', 'refuses-all'],
    ['usual', 'capacity'],
  ])
})

test('of those nearly as close the county that had fewest is taken, and it is said', () => {
  const near = [at('a', 1, '420111'), at('b', 0.95, '421381'), at('c', 0.5, '421303')]
  const byCounty = new Map([['420111', 7]])
  const { chosen } = spread(near, { ...NONE, byCounty, wanted: 3 })
  expect(chosen.map(({ candidate, because }) => [candidate.id, because])).toEqual([
    ['b', 'county'],
    ['a', 'closest'],
    ['c', 'closest'],
  ])
})

test('nobody without room is chosen, nobody twice, and as many as are wanted where there are', () => {
  const candidate = fc.record({
    id: fc.uuid(),
    score: fc.double({ min: 0, max: 100, noNaN: true }),
    county: fc.constantFrom('420111', '421381', null),
  })
  const load = fc.record({
    open: fc.nat(5),
    capacity: fc.option(fc.integer({ min: -1, max: 5 }), { nil: null }),
  })
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(candidate, load), { selector: ([{ id }]) => id, maxLength: 30 }),
      fc.nat(10),
      (given, wanted) => {
        const loads = new Map(given.map(([{ id }, of]) => [id, of]))
        const { chosen, passed } = spread(
          given.map(([one]) => one),
          { ...NONE, loads, wanted },
        )
        const free = given.filter(([, of]) => hasRoom(of))
        expect(chosen.length).toBe(Math.min(wanted, free.length))
        expect(new Set(ids(chosen)).size).toBe(chosen.length)
        for (const { candidate: one } of chosen) expect(free.some(([{ id }]) => id === one.id)).toBe(true)
        expect(passed.length).toBe(given.length - free.length)
      },
    ),
  )
})
