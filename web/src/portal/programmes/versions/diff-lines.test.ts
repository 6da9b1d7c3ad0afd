import { describe, expect, it } from 'vitest'
import { diffRows, type Line } from './diff-lines.js'

const text = (line: Line | null) => line?.pieces.map((piece) => piece.text).join('') ?? null
const changed = (line: Line | null) =>
  line?.pieces.filter((piece) => piece.changed).map((piece) => piece.text)

describe('two texts line by line', () => {
  it('are nothing but the same where they are', () => {
    expect(diffRows('a\nb\n', 'a\nb\n')).toEqual([{ kind: 'skipped', count: 2, after: 0 }])
  })
  it('a line in another’s place shows what of it is different', () => {
    const [row] = diffRows('need: 500 people\n', 'need: 300 people\n')
    if (row?.kind !== 'changed') throw new Error('it is changed')
    expect([text(row.old), text(row.now)]).toEqual(['need: 500 people', 'need: 300 people'])
    expect([changed(row.old), changed(row.now)]).toEqual([['500'], ['300']])
  })
  it('lines keep the numbers that they have in each text', () => {
    const rows = diffRows('a\nb\nc\n', 'a\nx\ny\nb\nc\n')
    expect(
      rows.map((row) =>
        row.kind === 'skipped' ? row.count : [row.old?.number ?? null, row.now?.number ?? null],
      ),
    ).toEqual([
      [1, 1],
      [null, 2],
      [null, 3],
      [2, 4],
      [3, 5],
    ])
  })
  it('what is far from every change is folded away', () => {
    const lines = Array.from({ length: 30 }, (_, i) => `line ${i}`)
    const rows = diffRows(lines.join('\n'), lines.with(15, 'another').join('\n'))
    expect(rows.map((row) => (row.kind === 'skipped' ? row.count : row.kind))).toEqual([
      12,
      'same',
      'same',
      'same',
      'changed',
      'same',
      'same',
      'same',
      11,
    ])
  })
  it.each([
    ['', 'a\n', [[null, 'a']]],
    ['a\n', '', [['a', null]]],
  ])('%j and %j', (before, after, sides) => {
    const rows = diffRows(before, after).flatMap((row) =>
      row.kind === 'changed' ? [[text(row.old), text(row.now)]] : [],
    )
    expect(rows).toEqual(sides)
  })
})
