import { describe, expect, test } from 'vitest'
import { libraryOf, madePack, packFiles } from '../testing.js'
import { openReading, signReading } from './reading.js'
import { readingExample } from './reading-example.js'

const SIGNATURE = { option: 'both', by: '陈一诺（示例）', on: '2026-11-24' }

const HEAD = `id: made.one
title: {zh: 一号}
audience: enterprise
mode: 认定
benefit: title
valid: unknown..
source: {document: 文, verified: none}
`
const FACTS = 'facts:\n  甲: {en: a, of: enterprise, type: yes-no, ask: {zh: 甲}}\n'

function programmeOf(text: string) {
  const programme = libraryOf(madePack(FACTS, text)).programmes.get('made.one')
  if (!programme) throw new Error('it loads')
  return programme
}

const BLOCK = `${HEAD}readings:
  question: 问   # 原文含糊
  default: either   # 编写时的理解
  options:
    either: 任一
    both: 兼有
need: [{that: 甲}]
`
const FLOW = `${HEAD}readings: {question: 问, default: either, options: {either: 任一, both: 兼有}}\nneed: [{that: 甲}]\n`

describe.each([
  ['a block', BLOCK],
  ['a flow mapping', FLOW],
  ['one that was signed before', BLOCK.replace('  options', '  signed: {by: 甲, on: 2026-01-01}\n  options')],
  ['lines that end as on Windows', BLOCK.replaceAll('\n', '\r\n')],
])('a signature in %s', (_, text) => {
  const signed = signReading(text, SIGNATURE)

  test('is read as it was given', () => {
    const { readings } = programmeOf(signed)
    expect(readings).toMatchObject({ default: 'both', signed: { by: SIGNATURE.by } })
  })

  test('leaves every other line as it was', () => {
    const rest = (whole: string) => whole.split(/\r?\n/).filter((line) => !/default:|signed:/.test(line))
    expect(rest(signed)).toEqual(rest(text))
    if (text.includes('# 编写')) expect(signed).toContain('# 编写时的理解')
  })

  test('can be written anew', () => {
    const again = signReading(signed, { ...SIGNATURE, option: 'either', by: '郑: 文' })
    expect(programmeOf(again).readings).toMatchObject({ default: 'either', signed: { by: '郑: 文' } })
    expect(again.match(/signed:/g)).toHaveLength(1)
  })
})

test('the shipped text with an open reading can be signed', () => {
  const files = packFiles('national', 'guizhou')
  const path = 'guizhou/programmes/first-finance.yaml'
  const signed = files.map((file) =>
    file.path === path ? { path, text: signReading(file.text, SIGNATURE) } : file,
  )
  const readings = libraryOf(signed).programmes.get('gz.first-finance')?.readings
  expect(readings).toMatchObject({ default: 'both', signed: { by: SIGNATURE.by } })
})

test('a reading is open unless the text in force bears the same signature on the same words', () => {
  const [open, signed] = [programmeOf(BLOCK), programmeOf(signReading(BLOCK, SIGNATURE))]
  expect(openReading({ readings: null }, undefined)).toBeNull()
  expect(openReading(open, undefined)).toBe(open.readings)
  expect(openReading(signed, open)).toBe(signed.readings)
  expect(openReading(signed, signed)).toBeNull()
  const reworded = programmeOf(signReading(BLOCK, SIGNATURE).replace('兼有', '须兼有'))
  expect(openReading(reworded, signed)).toBe(reworded.readings)
})

test('an example shows what one reading or the other comes to', () => {
  const library = libraryOf(packFiles('national', 'demo', 'guizhou'))
  const of = (id: string) => {
    const programme = library.programmes.get(id)
    return programme ? readingExample(library, programme) : undefined
  }
  const found = of('gz.first-finance')
  expect(Object.keys(found?.answers ?? {})).toEqual(['either', 'both'])
  expect(new Set(Object.values(found?.answers ?? {}).map(({ verdict }) => verdict)).size).toBe(2)
  expect(of('demo.high-tech-award')).toBeNull()
})
