import { expect, test } from 'vitest'
import { loadPacks } from '../load.js'
import { madePack } from '../testing.js'

const FACTS = `facts:
  人数: {en: staff, of: enterprise, unit: 人, range: 0 人..100 人, evidence: {zh: 花名册, en: Staff list}}
`

function programme(more: string): string {
  return `id: made.form
title: 试验
audience: enterprise
mode: 评价
benefit: title
valid: unknown..
source: {document: 办法, verified: official}
${more}`
}

function codes(more: string): string[] {
  const loaded = loadPacks(madePack(FACTS, programme(more)))
  return loaded.ok ? [] : loaded.diagnostics.map((d) => `${d.line}:${d.column} ${d.code}`)
}

const CITED = `need:
  - {that: 人数 <= 50 人, cite: 第一条, evidence: {zh: 社保证明}}
`

test('a form has a title, and its conditions and scores their articles', () => {
  expect(codes(`form: {title: 自评表}\n${CITED}`)).toEqual([])
  expect(codes(`need:\n  - 人数 <= 50 人\n`)).toEqual([])
  expect(codes(`form: {title: 自评表}\nneed:\n  - 人数 <= 50 人\n`)).toEqual(['10:5 programme.form-cite'])
  expect(codes(`form: {title: 自评表}\npoints:\n  规模: {of: 人数, steps: {10 人: 5 分}}\n`)).toEqual([
    '10:7 programme.form-cite',
  ])
  expect(codes(`form: {name: 自评表}\n${CITED}`)).toEqual(['8:7 yaml.missing', '8:8 yaml.unknown-key'])
})

test('the papers that prove a figure and a condition are kept', () => {
  const loaded = loadPacks(madePack(FACTS, programme(CITED)))
  if (!loaded.ok) throw new Error('it loads')
  expect(loaded.library.facts.get('人数')?.evidence).toEqual({ zh: '花名册', en: 'Staff list' })
  expect(loaded.library.programmes.get('made.form')?.need[0]?.evidence).toEqual({ zh: '社保证明' })
})
