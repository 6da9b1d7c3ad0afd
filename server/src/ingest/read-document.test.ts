import { type Fact, readBulletinText } from '@kehui/domain/ingest'
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { HttpError } from '../http/error.js'
import { bytesInput, type Input } from './input.js'
import { LIMITS } from './limits.js'
import { openDocument } from './read-document.js'

const TITLE = '江西赣州：做强孵化载体'
const BODY = '2023年，全市建成科技企业孵化器12家，在孵企业350余家，技术合同成交额5.2亿元。'

const utf8 = (text: string) => new TextEncoder().encode(text)

async function textOf(input: Input): Promise<string> {
  let all = ''
  for await (const piece of (await openDocument(input)).text) all += piece
  return all
}

async function codeOf(input: Input): Promise<string> {
  try {
    await textOf(input)
  } catch (error) {
    if (error instanceof HttpError) return error.code
    throw error
  }
  return 'read'
}

function expectFacts(text: string): void {
  const { articles, facts } = readBulletinText(text)
  expect(articles.map(({ title }) => title)).toEqual([TITLE])
  expect(facts.map(({ value, unit }: Fact) => `${value} ${unit}`)).toEqual([
    '12 家',
    '350 家',
    '520000000 元',
  ])
}

/** What the decoder reads as these characters; one and two bytes are enough for them. */
function inGb18030(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030')
  const bytes = new Map<string, readonly number[]>()
  for (let one = 0; one < 0x80; one += 1) bytes.set(String.fromCharCode(one), [one])
  for (let lead = 0x81; lead < 0xff; lead += 1)
    for (let trail = 0x40; trail < 0xff; trail += 1)
      if (trail !== 0x7f) bytes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail])
  return Uint8Array.from([...text].flatMap((c) => bytes.get(c) ?? []))
}

function docx(body: string, files: Record<string, Uint8Array> = {}): Uint8Array {
  const xml = `<?xml version="1.0"?><w:document xmlns:w="w" xmlns:mc="mc"><w:body>${body}</w:body></w:document>`
  return zipSync({ 'word/document.xml': utf8(xml), ...files })
}
const p = (...runs: string[]) =>
  `<w:p>${runs.map((run) => `<w:r><w:t xml:space="preserve">${run}</w:t></w:r>`).join('')}</w:p>`

/** A PDF of one page whose text layer holds these lines, in the UTF-16 of a font that is not embedded. */
function pdf(lines: readonly string[], extra = ''): Uint8Array {
  const hex = (text: string) => [...text].map((c) => c.charCodeAt(0).toString(16).padStart(4, '0')).join('')
  const show = lines.map((line, i) => `1 0 0 1 60 ${760 - i * 20} Tm <${hex(line)}> Tj`).join('\n')
  const stream = `BT /F1 12 Tf\n${show}\nET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 7 0 R >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>',
  ]
  let out = '%PDF-1.4\n'
  const at = objects.map((object, i) => {
    const offset = out.length
    out += `${i + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = at.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const start = out.length
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`
  return utf8(
    `${out}trailer << /Size ${objects.length + 1} /Root 1 0 R ${extra} >>\nstartxref\n${start}\n%%EOF`,
  )
}

describe('the same facts are read from every format', () => {
  test('text in UTF-8 and UTF-16', async () => {
    expectFacts(await textOf(bytesInput(utf8(`\uFEFF${TITLE}\n\n${BODY}\n`))))
    expectFacts(await textOf(bytesInput(Buffer.from(`\uFEFF${TITLE}\r\n${BODY}\r\n`, 'utf16le'))))
  })

  test('text in GB18030', async () => {
    // 江西赣州：孵化器12家。
    const bytes = Buffer.from('bdadcef7b8d3d6dda3bab7f5bbafc6f73132bcd2a1a3', 'hex')
    expect(await textOf(bytesInput(bytes))).toBe('江西赣州：孵化器12家。')
  })

  test('a report with Latin words, full-width figures and signs in GB18030', async () => {
    const text = `${TITLE}\r\n　　２０２３年，全市R&D经费支出 12.6 亿元，PCT专利申请１，２０６件，配套比例为1∶2；“AI+制造”企业380余家，同比+15.2%。\r\n`
    const read = await textOf(bytesInput(inGb18030(text)))
    expect(read).toBe(text)
    expect(readBulletinText(read).facts.map(({ value, unit, kind }) => `${value} ${unit} ${kind}`)).toEqual([
      '1260000000 元 amount',
      '1206 件 count',
      '0.5 比 ratio',
      '380 家 count',
      '15.2 % growth',
    ])
  })

  test('DOCX: runs that cut numbers, deletions, running heads in files of their own', async () => {
    const body = `${p(TITLE)}${p('2023年，全市建成科技企业孵化器1', '2家，在孵企业3', '50余家，').replace(
      '</w:p>',
      '<w:del><w:r><w:t>删去99家</w:t></w:r></w:del><w:r><w:t>技术合同成交额5.2亿元。</w:t></w:r></w:p>',
    )}`
    expectFacts(await textOf(bytesInput(docx(body, { 'word/header1.xml': utf8('<w:hdr>第9期</w:hdr>') }))))
  })

  test('HTML: scripts and navigation left out, a line a block', async () => {
    const html = `<!DOCTYPE html><html><head><title>网站</title><style>p{}</style></head><body><nav>首页</nav><h1>${TITLE}</h1><div><p>${BODY.replace('12', '<b>12</b>')}</p></div><script>var a = '99家'</script></body></html>`
    expectFacts(await textOf(bytesInput(utf8(html))))
  })

  test('PDF with a text layer, its font named by a Chinese encoding', async () => {
    const lines = [TITLE, BODY.slice(0, 26), BODY.slice(26)]
    expectFacts(await textOf(bytesInput(pdf(lines))))
  })
})

describe('what cannot be read is refused with its reason', () => {
  const large = (size: number): Input => ({ ...bytesInput(utf8('文字')), size })
  test.each<[string, Input, string]>([
    ['nothing', bytesInput(new Uint8Array()), 'ingest.empty'],
    ['blanks', bytesInput(utf8(' \n\n ')), 'ingest.empty'],
    ['200 MB of text', large(200 * 1024 * 1024), 'ingest.too-large'],
    [
      'bytes at random',
      bytesInput(Uint8Array.from({ length: 9000 }, (_, i) => (i * i * 31 + 7) % 256)),
      'ingest.not-a-report',
    ],
    ['a picture', bytesInput(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')), 'ingest.not-a-report'],
    ['another zip', bytesInput(zipSync({ 'a.txt': utf8('a') })), 'ingest.not-a-report'],
    ['an old .doc', bytesInput(Buffer.from('d0cf11e0a1b11ae1', 'hex')), 'ingest.not-a-report'],
    ['a broken DOCX', bytesInput(docx(p(TITLE)).subarray(0, 90)), 'ingest.broken'],
    ['XML that does not close', bytesInput(docx('<w:p><w:r>')), 'ingest.broken'],
    ['a PDF without text', bytesInput(pdf([])), 'ingest.no-text-layer'],
    ['a broken PDF', bytesInput(utf8('%PDF-1.7\nnothing')), 'ingest.broken'],
    [
      'a PDF with a password',
      bytesInput(
        pdf(
          [TITLE],
          `/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> /P -4 >>`,
        ),
      ),
      'ingest.encrypted',
    ],
  ])('%s', async (_, input, code) => {
    expect(await codeOf(input)).toBe(code)
  })

  test('text in another encoding is not read as nonsense', async () => {
    // 科技創新發展 in Big5, again and again.
    const big5 = Buffer.from('acecb5dea8d0b773b56fae69'.repeat(40), 'hex')
    expect(['ingest.encoding', 'ingest.not-a-report']).toContain(await codeOf(bytesInput(big5)))
  })
})

test('a DOCX of a million runs is read or refused, and does not run out', { timeout: 60_000 }, async () => {
  const run = '<w:r><w:t>甲</w:t></w:r>'
  const bytes = docx(`${p(TITLE)}<w:p>${run.repeat(1_000_000)}</w:p>`)
  expect((await textOf(bytesInput(bytes))).length).toBeGreaterThan(1_000_000)
  expect(LIMITS.xmlBytes).toBeGreaterThan(run.length * 1_000_000)
})
