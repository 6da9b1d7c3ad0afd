import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CsvParser } from './csv-parser.js'

function parse(
  text: string,
  size = text.length || 1,
): { row: number; cells: readonly string[]; zh?: string }[] {
  const parser = new CsvParser(',')
  const rows = []
  for (let i = 0; i < text.length; i += size) rows.push(...parser.push(text.slice(i, i + size)))
  rows.push(...parser.end())
  return rows.map(({ row, cells, problem }) => ({ row, cells, ...(problem ? { zh: problem.zh } : {}) }))
}

test.each<[string, string[][]]>([
  [
    'a,b\nc,d',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'a,b\r\nc,d\r\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['"a,1",b\n', [['a,1', 'b']]],
  ['"a ""x""",b\n', [['a "x"', 'b']]],
  [
    '"a\nb",c\nd,e\n',
    [
      ['a\nb', 'c'],
      ['d', 'e'],
    ],
  ],
  [
    '5" pipe,b\nc,d\n',
    [
      ['5" pipe', 'b'],
      ['c', 'd'],
    ],
  ],
  ['"",\n', [['', '']]],
  [
    'a,,\n\nb,c,\n',
    [
      ['a', '', ''],
      ['b', 'c', ''],
    ],
  ],
])('%j', (text, cells) => {
  expect(parse(text).map((row) => row.cells)).toEqual(cells)
})

test('a quotation mark that nothing closes costs its own row alone', () => {
  expect(parse('a,b\n"c,d\ne,f\ng,h\n')).toEqual([
    { row: 1, cells: ['a', 'b'] },
    { row: 2, cells: [], zh: '引号没有闭合' },
    { row: 3, cells: ['e', 'f'] },
    { row: 4, cells: ['g', 'h'] },
  ])
})

test('a cell of 10 MB is told, and what stands around it is read', () => {
  const rows = parse(`a,b\n"${'x'.repeat(10_000_000)}",d\n"e",f\n`, 256 * 1024)
  expect(rows.at(-1)?.cells).toEqual(['e', 'f'])
  expect(rows.some(({ zh }) => zh?.includes('百万字符'))).toBe(true)
  const plain = parse(`a,b\n${'x'.repeat(10_000_000)},d\ne,f\n`, 256 * 1024)
  expect(plain[0]?.cells).toEqual(['a', 'b'])
  expect(plain.some(({ zh }) => zh?.includes('百万字符'))).toBe(true)
})

test('whatever pieces it comes in, it is read alike; what was written is what is read', () => {
  const cell = fc.string({ maxLength: 6, unit: fc.constantFrom('a', '"', ',', '\n', '中', ' x') })
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 6 }),
      fc.integer({ min: 1, max: 9 }),
      (rows, size) => {
        const text = rows
          .map((cells) => `${cells.map((c) => `"${c.replaceAll('"', '""')}"`).join(',')}\n`)
          .join('')
        expect(parse(text, size).map((row) => row.cells)).toEqual(rows)
      },
    ),
  )
})
