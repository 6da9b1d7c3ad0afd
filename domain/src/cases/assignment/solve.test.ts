import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Candidates,
  candidatesOf,
  changesSince,
  type Fixed,
  judgeRound,
  type RoundRules,
  type SideMember,
  type Sides,
  solveRound,
  type Wishes,
} from './index.js'

const FREE: RoundRules = { sameCounty: false, sharedField: false }
const nobody = (): Wishes => ({ left: [], right: [], liking: [] })

function member(code: string, more: Partial<SideMember> = {}): SideMember {
  return { code, name: code, county: null, capacity: 1, fields: [], counties: [], link: null, ...more }
}

function candidates(sides: Sides, said: { left: Wishes; right: Wishes }, rules = FREE): Candidates {
  const found = candidatesOf(sides, said, rules)
  if (!found.ok) throw new Error('more pairs than are gone through')
  return found.candidates
}

function round(
  sides: Sides,
  from: Candidates,
  more: { pinned?: Fixed[]; forbidden?: Fixed[]; before?: Fixed[]; way?: 'stable' | 'coverage' } = {},
) {
  const { pinned = [], forbidden = [], before = null, way = 'stable' } = more
  const solved = solveRound({ problem: from.problem, way, pinned, forbidden, before, keep: 'ties' })
  if (!solved.ok) throw new Error(JSON.stringify(solved))
  return judgeRound(sides, from, solved)
}

describe('who can be brought together', () => {
  const sides: Sides = {
    left: [
      member('茶', { county: '东', fields: ['茶'] }),
      member('渔', { county: '西', fields: ['渔'], counties: ['西'] }),
    ],
    right: [
      member('东茶村', { county: '东', fields: ['茶'] }),
      member('西渔村', { county: '西', fields: ['渔'] }),
    ],
  }
  const pairsOf = (rules: RoundRules, said = { left: nobody(), right: nobody() }) => {
    const { problem } = candidates(sides, said, rules)
    return Array.from(problem.left, (l, i) => [l, problem.right[i], problem.leftLikes[i]])
  }

  test('without wishes all, the nearest rather', () => {
    expect(pairsOf(FREE)).toEqual([
      [0, 0, 1],
      [0, 1, 0],
      [1, 1, 1],
    ])
  })
  test('by county, by field, by the counties that one goes to', () => {
    expect(pairsOf({ ...FREE, sameCounty: true })).toEqual([
      [0, 0, 1],
      [1, 1, 1],
    ])
    expect(pairsOf({ ...FREE, sharedField: true })).toEqual([
      [0, 0, 1],
      [1, 1, 1],
    ])
  })
  test('nobody is brought together with themselves', () => {
    const company = member('甲', { link: 'resource:1' })
    const { problem } = candidates({ left: [company], right: [company] }, { left: nobody(), right: nobody() })
    expect(problem.left.length).toBe(0)
  })
  test('who gave a list takes nobody else', () => {
    const left: Wishes = { left: [0], right: [1], liking: [1] }
    expect(pairsOf(FREE, { left, right: nobody() })).toEqual([
      [0, 1, 1],
      [1, 1, 1],
    ])
  })
  test('more silent pairs than are gone through are refused', () => {
    const many = Array.from({ length: 5000 }, (_, i) => member(`m${i}`))
    expect(candidatesOf({ left: many, right: many }, { left: nobody(), right: nobody() }, FREE)).toEqual({
      ok: false,
      pairs: 25_000_000,
    })
  })
})

const TWO: Sides = { left: [member('林'), member('周')], right: [member('上'), member('下'), member('远')] }
/** Both like 上 more than 下; 上 likes 林 more. Nobody speaks of 远. */
const SAID = {
  left: { left: [0, 0, 1, 1], right: [0, 1, 0, 1], liking: [2, 1, 2, 1] },
  right: { left: [0, 1, 0, 1], right: [0, 0, 1, 1], liking: [2, 1, 1, 1] },
}

describe('an answer', () => {
  const from = candidates(TWO, SAID)
  test('with ranks, and why somebody is alone', () => {
    const { pairs, alone, blocking, figures } = round(TWO, from)
    expect(pairs).toMatchObject([
      { left: 0, right: 0, leftRank: 1, rightRank: 1, score: 2 },
      { left: 1, right: 1, leftRank: 2, rightRank: 1, score: 1 },
    ])
    expect(alone).toEqual([{ side: 'right', member: 2, reason: 'not-listed', candidates: 0 }])
    expect(blocking).toEqual([])
    expect(figures.left).toMatchObject({ first: 1, meanRank: 1.5, assigned: 2, alone: 0 })
  })

  test('a pin is heeded, and who would rather have each other is told', () => {
    const { pairs, blocking } = round(TWO, from, { pinned: [{ left: 1, right: 0 }] })
    expect(pairs.map(({ left, right, pinned }) => [left, right, pinned])).toEqual([
      [0, 1, false],
      [1, 0, true],
    ])
    expect(blocking).toMatchObject([{ left: 0, right: 0, leftOver: 1, rightOver: 1 }])
  })

  test('who is no candidate can be pinned', () => {
    const { pairs, alone } = round(TWO, from, { pinned: [{ left: 1, right: 2 }] })
    expect(pairs).toMatchObject([
      { left: 0, right: 0 },
      { left: 1, right: 2, candidate: null, leftRank: null, score: null },
    ])
    expect(alone).toMatchObject([{ side: 'right', member: 1, reason: 'full', candidates: 2 }])
  })

  test('more pins than there is room for are refused', () => {
    const pinned = [
      { left: 0, right: 0 },
      { left: 0, right: 1 },
    ]
    const asked = {
      problem: from.problem,
      way: 'stable',
      pinned,
      forbidden: [],
      before: null,
      keep: 'ties',
    } as const
    expect(solveRound(asked)).toEqual({ ok: false, full: { side: 'left', member: 0 } })
  })

  test('forbidden pairs are left out, with the reason of who is alone by it', () => {
    const forbidden = [
      { left: 1, right: 0 },
      { left: 1, right: 1 },
    ]
    expect(round(TWO, from, { forbidden }).alone).toContainEqual({
      side: 'left',
      member: 1,
      reason: 'forbidden',
      candidates: 0,
    })
  })

  test('by county, the least served first', () => {
    const sides: Sides = {
      left: [member('林', { county: '东' }), member('周', { county: '东' })],
      right: [member('上', { county: '东' }), member('下', { county: '东' }), member('远', { county: '西' })],
    }
    expect(round(sides, candidates(sides, SAID)).figures.counties).toEqual([
      { county: '西', left: { members: 0, assigned: 0 }, right: { members: 1, assigned: 0 } },
      { county: '东', left: { members: 2, assigned: 2 }, right: { members: 2, assigned: 2 } },
    ])
  })

  test('what changed since an earlier list, and why', () => {
    const named = (left: string, right: string) => ({
      left: { code: left, name: left },
      right: { code: right, name: right },
    })
    const { pairs } = round(TWO, from)
    const before = [named('林', '下'), named('周', '上'), named('走了', '远'), named('林', '没了')]
    const { kept, items } = changesSince({ sides: TWO, problem: from.problem, pairs, forbidden: [] }, before)
    expect(kept).toBe(0)
    expect(
      items.map(({ kind, left, right, reason, other }) => [kind, left.name, right.name, reason, other]),
    ).toEqual([
      ['ended', '林', '下', 'left-better', '上'],
      ['ended', '周', '上', 'right-better', '林'],
      ['ended', '走了', '远', 'left-gone', null],
      ['ended', '林', '没了', 'right-gone', null],
      ['added', '林', '上', 'instead', '没了'],
      ['added', '周', '下', 'instead', '上'],
    ])
  })
})

test('no one is over its room, no forbidden pair stands, every pin does, and none but pins block', () => {
  const cases = fc.record({
    rooms: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 4, maxLength: 4 }),
    others: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 4, maxLength: 4 }),
    likes: fc.array(fc.tuple(fc.nat(3), fc.nat(3), fc.nat(5), fc.nat(5)), { maxLength: 16 }),
    forbidden: fc.array(fc.record({ left: fc.nat(3), right: fc.nat(3) }), { maxLength: 3 }),
    pin: fc.option(fc.record({ left: fc.nat(3), right: fc.nat(3) })),
    way: fc.constantFrom('stable' as const, 'coverage' as const),
  })
  fc.assert(
    fc.property(cases, ({ rooms, others, likes, forbidden, pin, way }) => {
      const sides: Sides = {
        left: rooms.map((capacity, i) => member(`l${i}`, { capacity })),
        right: others.map((capacity, i) => member(`r${i}`, { capacity })),
      }
      const each = [...new Map(likes.map((one) => [`${one[0]} ${one[1]}`, one])).values()]
      const wishes = (at: 2 | 3): Wishes => ({
        left: each.map(([l]) => l),
        right: each.map(([, r]) => r),
        liking: each.map((one) => one[at]),
      })
      const from = candidates(sides, { left: wishes(2), right: wishes(3) })
      const pinned = pin && (rooms[pin.left] ?? 0) > 0 && (others[pin.right] ?? 0) > 0 ? [pin] : []
      const apart = forbidden.filter(
        ({ left, right }) => !pinned.some((p) => p.left === left && p.right === right),
      )
      const { pairs, blocking } = round(sides, from, { pinned, forbidden: apart, way })
      for (const [i, room] of rooms.entries())
        expect(pairs.filter(({ left }) => left === i).length).toBeLessThanOrEqual(room)
      for (const [i, room] of others.entries())
        expect(pairs.filter(({ right }) => right === i).length).toBeLessThanOrEqual(room)
      for (const { left, right } of apart)
        expect(pairs.some((pair) => pair.left === left && pair.right === right)).toBe(false)
      for (const { left, right } of pinned)
        expect(pairs.some((pair) => pair.left === left && pair.right === right && pair.pinned)).toBe(true)
      if (way === 'stable' && pinned.length === 0) expect(blocking).toEqual([])
    }),
  )
})
