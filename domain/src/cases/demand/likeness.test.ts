import fc from 'fast-check'
import { expect, test } from 'vitest'
import { likeness } from './likeness.js'

test.each<[string, string, number, string[]]>([
  ['铝合金焊缝强度不足', '铝合金焊缝强度不足', 1, ['铝合金焊缝强度不足']],
  ['铝合金焊缝强度不足', '焊缝强度不足，铝合金薄板', 0.82, ['焊缝强度不足', '铝合金']],
  ['铝合金焊缝', '水稻育种', 0, []],
  ['ＡＢＣ１２３', 'abc123', 1, ['abc123']],
  ['', '铝合金', 0, []],
  ['铝', '铝', 0, []],
])('%s / %s', (a, b, expected, shared) => {
  const found = likeness(a, b)
  expect(found.likeness).toBeCloseTo(expected, 1)
  expect(found.shared).toEqual(shared)
})

test('what is hidden makes nothing alike', () => {
  expect(likeness('〔不公开〕的工艺', '〔不公开〕的品种').likeness).toBe(0)
})

test('likeness is the same both ways, between nothing and all', () => {
  const text = fc.string({ unit: fc.constantFrom(...'铝合金焊缝强度 ，a1'), maxLength: 30 })
  fc.assert(
    fc.property(text, text, (a, b) => {
      const one = likeness(a, b).likeness
      expect(one).toBe(likeness(b, a).likeness)
      expect(one).toBeGreaterThanOrEqual(0)
      expect(one).toBeLessThanOrEqual(1)
    }),
  )
})
