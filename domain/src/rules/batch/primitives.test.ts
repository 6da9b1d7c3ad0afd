import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as q from '../../shared/rational.js'
import { newPrimitives } from './primitives.js'

const OUT = 32768
const numbers = (most: bigint) =>
  fc.array(fc.bigInt({ min: -most, max: most }), { minLength: 1, maxLength: 50 })
const positive = (most: bigint) => fc.bigInt({ min: 1n, max: most })

describe.each([true, false])('primitives (SIMD %s)', (simd) => {
  const p = newPrimitives(simd)
  const i64 = new BigInt64Array(p.memory.buffer)
  const u8 = new Uint8Array(p.memory.buffer)
  const bits = (n: number) =>
    Array.from({ length: n }, (_, i) => (((u8[OUT + (i >> 3)] ?? 0) >> (i & 7)) & 1) === 1)
  const vector = (n: number) => [...i64.subarray(OUT >> 3, (OUT >> 3) + n)]

  it('are what was asked for', () => expect(p.simd).toBe(simd))

  it.each([
    ['round', 2n ** 30n, 2n ** 30n],
    ['roundSmall', 2n ** 30n, 2n ** 20n],
  ] as const)('%s as exact fractions do', (name, most, mostUp) => {
    const modes = [q.floor, q.nearest, q.ceil]
    fc.assert(
      fc.property(numbers(most), positive(mostUp), positive(2n ** 50n), fc.nat(2), (xs, up, under, mode) => {
        i64.set([up, under, ...xs])
        p[name](16, 0, 8, mode, xs.length, OUT)
        const exact = xs.map((x) => modes[mode]?.({ n: x * up, d: under }))
        expect(vector(xs.length)).toEqual(exact)
      }),
    )
  })

  it('compare products', () => {
    fc.assert(
      fc.property(numbers(2n ** 30n), positive(2n ** 30n), positive(3n), (xs, a, b) => {
        const ys = xs.toReversed()
        i64.set([a, b, ...xs])
        i64.set(ys, 512)
        p.above(16, 0, 4096, 8, xs.length, OUT)
        expect(bits(xs.length)).toEqual(xs.map((x, i) => x * a > (ys[i] ?? 0n) * b))
        expect(p.count(OUT, xs.length)).toBe(bits(xs.length).filter(Boolean).length)
      }),
    )
  })

  it.each([
    ['within8', 255n],
    ['within32', 2n ** 31n - 1n],
    ['within64', 2n ** 63n - 1n],
  ] as const)('%s tells what is in two spans', (name, most) => {
    const lowest = name === 'within8' ? 0n : -most - 1n
    const value = fc.bigInt({ min: lowest, max: most })
    const edge = fc.constantFrom(lowest, most, 0n)
    const any = fc.oneof(value, edge)
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 50 }), any, any, any, (xs, a, b, c) => {
        const ends = [a, b].sort((x, y) => (x < y ? -1 : 1)) as [bigint, bigint]
        i64.set([...ends, c, c])
        const at = 4096
        if (name === 'within8') u8.set(xs.map(Number), at)
        else if (name === 'within32') new Int32Array(p.memory.buffer).set(xs.map(Number), at >> 2)
        else i64.set(xs, at >> 3)
        if (name === 'within64') p.within64(at, at, xs.length, 0, 2, OUT)
        else p[name](at, xs.length, 0, 2, OUT)
        expect(bits(xs.length)).toEqual(xs.map((x) => (ends[0] <= x && x <= ends[1]) || x === c))
      }),
    )
  })
})
