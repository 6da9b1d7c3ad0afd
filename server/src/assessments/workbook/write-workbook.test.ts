import { buffer } from 'node:stream/consumers'
import type { Sheet } from '@kehui/domain/packs/cultivation'
import { readSheet } from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { escaped } from './sheet-xml.js'
import { writeWorkbook } from './write-workbook.js'

const columns: Sheet['columns'] = [
  { title: '名称', width: 20, kind: 'text' },
  { title: '金额（万元）', width: 10, kind: 'money' },
  { title: '截止', width: 12, kind: 'date' },
]

async function read(rows: Sheet['rows'], name = '一') {
  const bytes = await buffer(writeWorkbook([{ name, columns, rows }]))
  return readSheet(bytes, name)
}

test('texts, numbers and dates come back as they were', async () => {
  const rows = await read([
    ['甲 & 乙 <有限> "公司"\n第二行', 12.345678, '2026-11-30'],
    [null, null, ''],
    ['😀\u0000\u0008控制', 0, '长期'],
  ])
  expect(rows).toEqual([
    ['名称', '金额（万元）', '截止'],
    ['甲 & 乙 <有限> "公司"\n第二行', 12.345678, new Date('2026-11-30T00:00:00Z')],
    [null, null, null],
    ['😀控制', 0, '长期'],
  ])
})

test('what begins like a formula is a text and marked as one', async () => {
  const rows = await read([
    ['=HYPERLINK("http://a","b")', null, null],
    ['-1+1', null, null],
    ['@SUM(A1)', null, null],
  ])
  expect(rows.slice(1).map(([first]) => first)).toEqual(['=HYPERLINK("http://a","b")', '-1+1', '@SUM(A1)'])
})

test('a text longer than a cell holds is cut, not refused', () => {
  expect(escaped('长'.repeat(40_000))).toHaveLength(32_767)
})

test('many sheets and rows, and the names of sheets as they are', async () => {
  const sheets = Array.from({ length: 30 }, (_, i) => ({
    name: `政策“${i}” & <甲>`,
    columns,
    rows: Array.from({ length: 300 }, (_, row) => [`企业 ${row}`, row, null]),
  }))
  const bytes = await buffer(writeWorkbook(sheets))
  expect(await readSheet(bytes, '政策“29” & <甲>')).toHaveLength(301)
})

test('a failure while rows are written ends the stream with it', async () => {
  function* failing() {
    yield ['甲', 1, null]
    throw new Error('no more rows')
  }
  await expect(buffer(writeWorkbook([{ name: '一', columns, rows: failing() }]))).rejects.toThrow(
    'no more rows',
  )
})
