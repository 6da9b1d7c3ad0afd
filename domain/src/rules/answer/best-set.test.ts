import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestSet, type Candidate, type Limit } from './best-set.js'

const IDS = ['a', 'b', 'c', 'd', 'e', 'f']
const candidates = fc
  .array(fc.record({ min: fc.bigInt(0n, 50n), more: fc.bigInt(0n, 50n), money: fc.boolean() }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((all) =>
    all.map(({ min, more, money }, i): Candidate => ({ id: IDS[i] ?? '', min, max: min + more, money })),
  )
const pairs = fc.array(fc.tuple(fc.constantFrom(...IDS), fc.constantFrom(...IDS)), { maxLength: 6 })
const limits = fc.array(
  fc.record({
    members: fc.subarray(IDS, { minLength: 1 }),
    min: fc.bigInt(0n, 60n),
    more: fc.bigInt(0n, 30n),
  }),
  { maxLength: 3 },
)

function conflictsOf(
  all: readonly Candidate[],
  excluded: readonly [string, string][],
): Map<string, Set<string>> {
  const known = new Set(all.map((c) => c.id))
  const conflicts = new Map(all.map((c) => [c.id, new Set<string>()]))
  for (const [a, b] of excluded) {
    if (a === b || !known.has(a) || !known.has(b)) continue
    conflicts.get(a)?.add(b)
    conflicts.get(b)?.add(a)
  }
  return conflicts
}

describe('the best admissible set', () => {
  it('never holds two that exclude each other, and never more than a limit', () => {
    fc.assert(
      fc.property(candidates, pairs, limits, (all, excluded, bounds) => {
        const conflicts = conflictsOf(all, excluded)
        const ceilings: Limit[] = bounds.map(({ members, min, more }) => ({ members, min, max: min + more }))
        const { amounts } = bestSet(all, conflicts, ceilings)
        for (const id of amounts.keys())
          for (const other of conflicts.get(id) ?? []) expect(amounts.has(other)).toBe(false)
        for (const { id, min, max } of all) {
          const amount = amounts.get(id)
          if (amount) expect(amount.min <= min && amount.max <= max && amount.min <= amount.max).toBe(true)
        }
        for (const { members, min, max } of ceilings) {
          const held = members.flatMap((m) => amounts.get(m) ?? [])
          expect(held.reduce((n, a) => n + a.min, 0n) <= min).toBe(true)
          expect(held.reduce((n, a) => n + a.max, 0n) <= max).toBe(true)
        }
      }),
      { numRuns: 2000, seed: 1 },
    )
  })

  it('is as good as the best of all sets, tried one by one', () => {
    fc.assert(
      fc.property(candidates, pairs, (all, excluded) => {
        const conflicts = conflictsOf(all, excluded)
        const sure = (kept: readonly Candidate[]) => kept.reduce((n, c) => n + (c.money ? c.min : 0n), 0n)
        let best = 0n
        for (let bits = 0; bits < 2 ** all.length; bits += 1) {
          const kept = all.filter((_, i) => bits & (1 << i))
          const admissible = kept.every((c) => kept.every((o) => !conflicts.get(c.id)?.has(o.id)))
          if (admissible && sure(kept) > best) best = sure(kept)
        }
        const { amounts } = bestSet(all, conflicts, [])
        expect(sure(all.filter((c) => amounts.has(c.id)))).toBe(best)
      }),
      { numRuns: 1000, seed: 1 },
    )
  })

  it('a limit holds for one programme alone', () => {
    const { amounts } = bestSet([{ id: 'a', min: 50n, max: 80n, money: true }], new Map(), [
      { members: ['a'], min: 40n, max: 40n },
    ])
    expect(amounts.get('a')).toEqual({ min: 40n, max: 40n })
  })

  it('of forty programmes under one limit is found at once', () => {
    const many = Array.from(
      { length: 40 },
      (_, i): Candidate => ({ id: `p${i}`, min: 10n, max: 20n, money: true }),
    )
    const members = many.map((c) => c.id)
    const start = performance.now()
    const { amounts } = bestSet(many, new Map(), [{ members, min: 100n, max: 100n }])
    expect(performance.now() - start).toBeLessThan(20_000)
    expect([...amounts.values()].reduce((n, a) => n + a.min, 0n)).toBe(100n)
  })

  it('of forty programmes that exclude one another in a ring is found at once', () => {
    const many = Array.from(
      { length: 40 },
      (_, i): Candidate => ({ id: `p${i}`, min: BigInt(i % 7), max: 20n, money: true }),
    )
    const ring = many.map((c, i): [string, string] => [c.id, many[(i + 1) % many.length]?.id ?? ''])
    const start = performance.now()
    expect(bestSet(many, conflictsOf(many, ring), []).amounts.size).toBeGreaterThan(10)
    expect(performance.now() - start).toBeLessThan(20_000)
  })
})
