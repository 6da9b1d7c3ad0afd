import { existsSync, readFileSync } from 'node:fs'
import { readSheet } from 'read-excel-file/node'
import { afterAll, describe, expect, test } from 'vitest'
import { run, temporaryFolder } from './testing.js'

const folder = temporaryFolder()
afterAll(() => folder.remove())

const SME = {
  居民企业: '是',
  禁止限制淘汰类产品: '否',
  重大事故或失信: '否',
  高新技术企业: '否',
  国家科技奖励: '否',
  省部级以上研发机构: '否',
  主导标准: '否',
  年销售收入: '3000 万元',
  资产总额: '3000 万元',
  成本费用: '2500 万元',
  一类知识产权: '0 项',
  二类知识产权: '2 项',
  职工总数: '80 人',
  科技人员: '18 人',
  '研发费用@2024': '180 万元',
  '研发费用@2025': '90 万元',
}
const facts = folder.write('sme.json', JSON.stringify({ name: '云川样例科技有限公司（示例）', facts: SME }))
const ON = ['--on', '2026-06-15']

describe('kehui form', () => {
  test('writes a workbook with the years asked for', async () => {
    const out = folder.path('form.xlsx')
    const { code, printed } = await run(
      'form',
      'cn.tech-sme',
      '--facts',
      facts,
      '--out',
      out,
      '--years',
      '2024,2025',
      ...ON,
    )
    expect([code, printed.split('\n').length]).toEqual([0, 2])
    expect(printed).toContain('2025 年度  不符合  44')
    const rows = await readSheet(out)
    const total = rows.find((row) => row[1] === '合计得分')
    expect([total?.[4], total?.[6]]).toEqual([74, 44])
  })

  test('writes a PDF, in English too', async () => {
    const out = folder.path('form.pdf')
    const { code, printed } = await run(
      'form',
      'cn.tech-sme',
      '--facts',
      facts,
      '--out',
      out,
      '--lang',
      'en',
      ...ON,
    )
    expect([code, printed]).toEqual([0, `${out}  Year 2025  not met  44`])
    expect(readFileSync(out).subarray(0, 5).toString()).toBe('%PDF-')
  }, 60_000)

  test.each([
    ['cn.tech-smee', 'did you mean “cn.tech-sme”?'],
    ['demo.rd-subsidy', '“demo.rd-subsidy” has no self-assessment form. These have one:'],
    ['nx.national-grade-up', 'is for incubator, and the facts are of enterprise'],
  ])('%s is refused and nothing is written', async (programme, said) => {
    const out = folder.path('none.xlsx')
    const { code, complained } = await run('form', programme, '--facts', facts, '--out', out, ...ON)
    expect([code, existsSync(out)]).toEqual([1, false])
    expect(complained).toContain(said)
  })

  test('tells where the file cannot be written and what facts are wrong', async () => {
    const into = await run(
      'form',
      'cn.tech-sme',
      '--facts',
      facts,
      '--out',
      '/no/such/folder/form.pdf',
      ...ON,
    )
    expect([into.code, into.complained.includes('cannot be written')]).toEqual([1, true])
    const wrong = folder.write('wrong.json', JSON.stringify({ name: '甲', facts: { 职工总数: '2 亿元' } }))
    const read = await run('form', 'cn.tech-sme', '--facts', wrong, '--out', folder.path('x.xlsx'), ...ON)
    expect([read.code, read.complained.includes('职工总数')]).toEqual([1, true])
  }, 60_000)

  test.each([
    [[], 'name one programme'],
    [['cn.tech-sme'], 'give --facts FILE'],
    [['cn.tech-sme', '--facts', 'x'], '.xlsx or .pdf'],
    [['cn.tech-sme', '--facts', 'x', '--out', 'x.docx'], '.xlsx or .pdf'],
    [['cn.tech-sme', '--facts', 'x', '--out', 'x.pdf', '--years', '24'], '“24” is no year'],
    [['cn.tech-sme', '--facts', 'x', '--out', 'x.pdf', '--on', '2026-02-30'], 'is no date'],
    [['cn.tech-sme', '--facts', 'x', '--out', 'x.pdf', '--lang', 'fr'], '--lang is zh or en'],
  ])('%j is wrong usage', async (args, said) => {
    const { code, complained } = await run('form', ...args)
    expect([code, complained.includes(said)]).toEqual([2, true])
  })
})
