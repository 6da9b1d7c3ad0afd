import { expect, test } from 'vitest'
import { codePointSlices } from './code-points.js'

test.each(['甲乙丙丁', '甲𠀀乙𠀁丙丁', 'a\u{1F600}b'])('parts of %s are cut where they stand', (text) => {
  const points = [...text]
  const spans = points.flatMap((_, start) =>
    points.slice(start).map((_one, i) => ({ start, end: start + i + 1 })),
  )
  expect(codePointSlices(text, spans)).toEqual(
    spans.map(({ start, end }) => points.slice(start, end).join('')),
  )
})

test('a place beyond the text is where it ends', () => {
  expect(codePointSlices('甲𠀀', [{ start: 1, end: 9 }])).toEqual(['𠀀'])
})
