import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { HttpError } from '../http/error.js'
import { LIMITS } from './limits.js'
import { readTableFile } from './read-table.js'
import { rowsOf, workbookOf, zipOf } from './testing-workbook.js'

const GRID = [
  ['企业名称', '研发费用'],
  ['甲公司', '90 万元'],
]
const CSV = '企业名称,研发费用\r\n甲公司,90 万元\r\n'
/** The same text in GB18030. */
const GB18030 = Buffer.from('c6f3d2b5c3fbb3c62cd1d0b7a2b7d1d3c30d0abcd7b9abcbbe2c393020cdf2d4aa0d0a', 'hex')

async function refusal(bytes: Uint8Array): Promise<string> {
  try {
    await readTableFile(bytes)
  } catch (error) {
    if (error instanceof HttpError) return error.code
    throw error
  }
  return 'read'
}

describe('CSV', () => {
  test.each([
    ['UTF-8', Buffer.from(CSV)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${CSV}`)],
    ['UTF-16LE with a mark', Buffer.from(`\uFEFF${CSV}`, 'utf16le')],
    ['UTF-16BE with a mark', Buffer.from(`\uFEFF${CSV}`, 'utf16le').swap16()],
    ['GB18030', GB18030],
    ['tabs', Buffer.from(CSV.replaceAll(',', '\t'))],
    ['semicolons', Buffer.from(CSV.replaceAll(',', ';'))],
    ['bare line feeds', Buffer.from(CSV.replaceAll('\r\n', '\n'))],
    ['old Mac line ends', Buffer.from(CSV.replaceAll('\r\n', '\r'))],
  ])('%s', async (_, bytes) => {
    expect((await readTableFile(bytes)).grid).toEqual(GRID)
  })
  test('UTF-16 without a mark is seen by its zeros', async () => {
    const bytes = Buffer.from('name,staff\r\nA,80\r\n', 'utf16le')
    expect((await readTableFile(bytes)).grid).toEqual([
      ['name', 'staff'],
      ['A', '80'],
    ])
  })
  test('quotes hold commas, quotes and line ends', async () => {
    const bytes = Buffer.from('name,note\n"甲, ""乙""","one\ntwo"\n')
    expect((await readTableFile(bytes)).grid[1]).toEqual(['甲, "乙"', 'one\ntwo'])
  })
  test('unpaired quotes are refused with their line', async () => {
    expect(await refusal(Buffer.from('name,note\n"甲,1\n乙,2\n'))).toBe('imports.csv')
  })
  test('empty files, blanks and binary data are refused', async () => {
    expect(await refusal(Buffer.from(''))).toBe('imports.empty')
    expect(await refusal(Buffer.from(' \r\n\n'))).toBe('imports.empty')
    expect(await refusal(Buffer.from(',,\n,,\n'))).toBe('imports.empty')
    expect(await refusal(Buffer.from([1, 2, 3, 4, 5, 200, 201]))).toBe('imports.encoding')
  })
  test('too many rows, columns and cells are refused', async () => {
    const wide = `${'a,'.repeat(99)}b\n`
    expect(await refusal(Buffer.from(wide.repeat(LIMITS.cells / 100 + 1)))).toBe('imports.too-many-cells')
    expect(await refusal(Buffer.from('a\n'.repeat(LIMITS.rows + 1)))).toBe('imports.too-many-rows')
    expect(await refusal(Buffer.from(`${'a,'.repeat(LIMITS.columns)}b`))).toBe('imports.too-many-columns')
  })
  test('30 MB of commas or line ends are refused before they are taken apart', {
    timeout: 20_000,
  }, async () => {
    const start = performance.now()
    const head = '企业名称,职工总数\n'
    expect(await refusal(Buffer.from(head + ','.repeat(3e7)))).toBe('imports.too-many-cells')
    expect(await refusal(Buffer.from(head + '\n'.repeat(3e7)))).toBe('imports.too-many-rows')
    expect(performance.now() - start).toBeLessThan(25_000)
  })
  test('commas and line ends within quotes are no cells', async () => {
    const { grid } = await readTableFile(Buffer.from(`企业名称,备注\n甲,"${',\n""'.repeat(1000)}"\n`))
    expect(grid).toHaveLength(2)
  })
})

describe('XLSX', () => {
  test('as a program writes it', async () => {
    const bytes = await writeXlsxFile([
      [{ value: '企业名称' }, { value: '成立日期' }, { value: '高企' }, { value: '职工总数' }],
      [
        { value: '甲公司' },
        { value: new Date('2024-03-01'), type: Date, format: 'yyyy-mm-dd' },
        { value: true, type: Boolean },
        { value: 80, type: Number },
      ],
    ]).toBuffer()
    expect((await readTableFile(bytes)).grid[1]).toEqual(['甲公司', '2024-03-01', '是', '80'])
  })
  test('long numbers keep their digits, and fractions lose their noise', async () => {
    const cells = [
      '<c><v>913501001234567890</v></c>',
      '<c><v>0.30000000000000004</v></c>',
      '<c><v>1.5E-3</v></c>',
      '<c><v>1E3</v></c>',
    ]
    const { grid } = await readTableFile(
      workbookOf({ name: '表', rows: rowsOf(['a', 'b', 'c', 'd'], cells) }),
    )
    expect(grid[1]).toEqual(['913501001234567890', '0.3', '0.0015', '1000'])
  })
  test('formulas give their saved results, errors are told', async () => {
    const rows = rowsOf(
      ['企业名称', '研发费用', '收入', '占比'],
      ['甲', '<c><f>40+50</f><v>90</v></c>', '<c><f>1+1</f></c>', '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>'],
    )
    const { grid, notes } = await readTableFile(workbookOf({ name: '表', rows }))
    expect(grid[1]).toEqual(['甲', '90', '', ''])
    expect(notes.map((n) => n.zh)).toEqual([
      '3 个单元格是公式，取的是文件中保存的结果；其中 1 个没有保存结果，按空白处理',
      '1 个单元格是公式错误（如 #DIV/0!），按空白处理',
    ])
  })
  test('characters that no database stores are dropped, wherever they are named', async () => {
    const cells = ['甲&#0;乙', '甲_x0000_乙', '甲&#xD800;乙', '甲\u0001乙']
    const { grid } = await readTableFile(workbookOf({ name: '表&#99999999;', rows: rowsOf(['a'], cells) }))
    expect(grid[1]).toEqual(['甲乙', '甲乙', '甲乙', '甲乙'])
    const other = { name: '表&#xD800;&#0;', rows: rowsOf(['b']) }
    const { notes } = await readTableFile(workbookOf({ name: '表', rows: rowsOf(['a']) }, other))
    expect(notes[0]?.zh).toContain('未读取：表\ufffd\ufffd')
  })
  test('other sheets, hidden sheets and merged cells are told', async () => {
    const { grid, notes } = await readTableFile(
      workbookOf(
        { name: '说明', rows: '' },
        { name: '隐藏', rows: rowsOf(['秘密']), state: 'hidden' },
        {
          name: '企业&amp;表',
          rows: rowsOf(...GRID),
          after: '<mergeCells><mergeCell ref="A1:A2"/></mergeCells>',
        },
        { name: '另一张', rows: rowsOf(['x']) },
      ),
    )
    expect(grid).toEqual(GRID)
    expect(notes.map((n) => n.zh)).toEqual([
      '只读取了工作表“企业&表”；未读取：另一张',
      '未读取隐藏的工作表：隐藏',
      '有 1 处合并单元格，只有左上角一格有值',
    ])
  })
  test('what is no workbook says what it is', async () => {
    const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])
    expect(await refusal(ole)).toBe('imports.old-xls')
    expect(await refusal(Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]))).toBe(
      'imports.encrypted',
    )
    expect(await refusal(zipOf({ 'word/document.xml': '<w/>' }))).toBe('imports.not-a-table')
    expect(await refusal(zipOf({ 'xl/workbook.bin': 'x' }))).toBe('imports.other-format')
    expect(await refusal(zipOf({ 'content.xml': 'x' }))).toBe('imports.other-format')
    expect(await refusal(zipOf({ 'xl/workbook.xml': 'x' }, { flags: 1 }))).toBe('imports.encrypted')
    expect(await refusal(Buffer.from('%PDF-1.7 …'))).toBe('imports.not-a-table')
    expect(await refusal(Buffer.from('<html><table>'))).toBe('imports.web-page')
    expect(await refusal(workbookOf({ name: 'a', rows: rowsOf(...GRID), state: 'veryHidden' }))).toBe(
      'imports.hidden',
    )
    expect(await refusal(workbookOf({ name: 'a', rows: '' }))).toBe('imports.empty')
  })
})

describe('bombs', () => {
  const zeros = { 'xl/workbook.xml': '0'.repeat(LIMITS.unpackedBytes + 1024) }
  test('a size that is told is refused before it is unpacked', async () => {
    expect(await refusal(zipOf({ 'xl/workbook.xml': 'x' }, { unpacked: 0xf0000000 }))).toBe(
      'imports.unpacked-too-large',
    )
  })
  test('a size that is hidden is refused while it is unpacked', async () => {
    const bomb = zipOf(zeros, { unpacked: 10 })
    expect(bomb.length).toBeLessThan(1024 * 1024)
    expect(await refusal(bomb)).toBe('imports.unpacked-too-large')
  })
  test('100 MB and one byte are refused unread', async () => {
    expect(await refusal(Buffer.alloc(LIMITS.bytes + 1, 'a'))).toBe('imports.too-large')
  })
})

test('a workbook cut anywhere is refused, never a crash', async () => {
  const whole = workbookOf({ name: '表', rows: rowsOf(...GRID) })
  for (let length = 4; length < whole.length; length += 7)
    expect(await refusal(whole.subarray(0, length))).toMatch(/^imports\./)
})

test('a workbook with bytes changed is read or refused, never a crash', async () => {
  const whole = workbookOf({ name: '表', rows: rowsOf(...GRID) })
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
      async (changes) => {
        const bytes = Buffer.from(whole)
        for (const [at, byte] of changes) bytes[at] = byte
        expect(await refusal(bytes)).toMatch(/^(imports\..*|read)$/)
      },
    ),
    { numRuns: 300 },
  )
})

test('any bytes are read or refused, never a crash', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
      expect(await refusal(bytes)).toMatch(/^(imports\..*|read)$/)
    }),
    { numRuns: 500 },
  )
})
