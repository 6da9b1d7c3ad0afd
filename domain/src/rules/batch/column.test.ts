import { describe, expect, it } from 'vitest'
import { ColumnBuilder, firstFrom } from './column.js'
import { widthOf } from './width.js'

const staff = { name: '职工总数', lo: 0n, hi: 500n }

describe('a column', () => {
  it('is as narrow as what its fact can be', () => {
    expect(widthOf({ lo: 0n, hi: 255n })).toBe(1)
    expect(widthOf({ lo: -1n, hi: 255n })).toBe(4)
    expect(widthOf({ lo: 0n, hi: 2n ** 31n })).toBe(8)
  })

  it('keeps numbers, what is not known, and intervals apart', () => {
    const builder = new ColumnBuilder(staff, 10)
    builder.put(9, 500n, 500n)
    builder.put(1, 3n, 3n)
    builder.put(4, 10n, 20n)
    const { known, spans, values } = builder.finish()
    expect([...(known ?? [])]).toEqual([0b10, 0b10])
    expect([values[1], values[9]]).toEqual([3, 500])
    expect(spans).toEqual({
      rows: Int32Array.of(4),
      lo: BigInt64Array.of(10n),
      hi: BigInt64Array.of(20n),
    })
  })

  it.each([
    [501n, 501n, 'Row 7 of “职工总数” is 501; it can be 0 to 500'],
    [-1n, 3n, 'Row 7 of “职工总数” is -1..3; it can be 0 to 500'],
    [2n ** 64n, 2n ** 64n, 'Row 7 of “职工总数” is 18446744073709551616; it can be 0 to 500'],
  ])('refuses %s..%s with its row and name', (lo, hi, message) => {
    const builder = new ColumnBuilder(staff, 10)
    expect(() => builder.put(7, lo, hi)).toThrow(message)
  })

  it('finds the first of its intervals in a block', () => {
    const rows = Int32Array.of(2, 5, 9)
    expect([0, 2, 3, 9, 10].map((row) => firstFrom(rows, row))).toEqual([0, 0, 1, 2, 3])
  })
})
