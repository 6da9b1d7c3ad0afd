import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { selfAssessment } from '@kehui/domain/packs/self-assessment'
import { parseFacts } from '@kehui/domain/rules'
import { describe, expect, test } from 'vitest'
import { loadLibrary } from '../../pack-files.js'
import { findProgram } from '../testing-spreadsheet.js'
import { typeset } from './compile.js'
import { pdfData } from './data.js'

const NO_POPPLER = 'pdftotext was not found (Debian: apt install poppler-utils; macOS: brew install poppler).'
const noPoppler = findProgram('pdftotext') === undefined
const library = loadLibrary()

async function pdfOf(id: string, name: string, without: readonly string[] = []): Promise<Uint8Array> {
  const programme = library.programmes.get(id)
  const facts = { ...programme?.examples[0]?.facts }
  for (const key of without) delete facts[key]
  const read = parseFacts(library, { facts })
  if (!read.ok || !programme) throw new Error(`${id} has an example`)
  const subject = { id: 'a', name, audience: programme.audience, facts: read.facts, records: read.records }
  const form = selfAssessment(library, {
    programme: id,
    lang: 'zh',
    sources: { 职工总数: { source: '社保登记', observedAt: '2026-01-03' } },
    columns: [{ id: 'a', on: '2026-06-15', name: '2025 年度', subject, supposed: null }],
  })
  if (!form) throw new Error(`${id} has a form`)
  return typeset(pdfData(form, (key) => key))
}

function read(program: string, pdf: Uint8Array, ...args: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'kehui-pdf-'))
  try {
    writeFileSync(join(folder, 'form.pdf'), pdf)
    return execFileSync(
      program,
      [...args, join(folder, 'form.pdf'), ...(program === 'pdftotext' ? ['-'] : [])],
      {
        encoding: 'utf8',
      },
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const plain = (text: string) => text.replaceAll(/\s+/g, '')

describe('the form as a PDF', () => {
  test('has every part of the worked case as text that can be selected', async ({ skip }) => {
    skip(noPoppler, NO_POPPLER)
    const text = plain(
      read('pdftotext', await pdfOf('cn.tech-sme', '云川样例科技有限公司（示例）'), '-layout'),
    )
    for (const part of [
      '科技型中小企业评价指标自评表',
      '云川样例科技有限公司（示例）',
      '国科发政〔2017〕115号',
      '第六条（四）',
      '第七条（二）',
      '科技人员占职工总数',
      '22.5%12',
      '研发投入（两项取一）（取最高）',
      '社保登记2026-01-03',
      '合计得分44',
      '不符合',
      '填表人：',
      '单位（盖章）：',
      '第1页共2页',
    ])
      expect(text).toContain(plain(part))
  }, 60_000)

  test('is A4, and its letters are in the file', async ({ skip }) => {
    skip(noPoppler, NO_POPPLER)
    const pdf = await pdfOf('cn.tech-sme', '甲公司')
    expect(read('pdfinfo', pdf)).toContain('(A4)')
    const fonts = read('pdffonts', pdf).split('\n').slice(2).filter(Boolean)
    expect(fonts.length).toBeGreaterThan(0)
    for (const font of fonts) expect(font).toMatch(/NotoSansHans|NotoSansSChinese/)
  }, 60_000)

  test('says what is not known instead of no', async ({ skip }) => {
    skip(noPoppler, NO_POPPLER)
    const text = plain(read('pdftotext', await pdfOf('cn.tech-sme', '甲公司', ['研发费用']), '-layout'))
    for (const part of ['待确认', '24–74', '还缺研发费用']) expect(text).toContain(part)
  }, 60_000)

  test.each([
    '#panic("x")',
    '*粗* _斜_ $x^2$ `码`',
    '= 标题 #set page(width: 1cm)',
    '[#eval("1+1")] \\ // /* @x <y>',
    '{}"\\u{41}',
  ])(
    'sets %s as it was typed',
    async (name) => {
      const pdf = await pdfOf('cn.tech-sme', name)
      if (!noPoppler) expect(plain(read('pdftotext', pdf, '-layout'))).toContain(plain(name))
    },
    60_000,
  )
})
