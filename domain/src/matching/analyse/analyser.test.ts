import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Analyser, type Cut } from './analyser.js'
import { fold } from './fold.js'

/** Cuts as a dictionary with these words does. */
const WORDS = ['蓄电池', '检测', '装置', '高压', '水泵', '我们', '电瓶']
const cut: Cut = (text) => text.match(new RegExp(`${WORDS.join('|')}|.`, 'gsu')) ?? []
const plain = new Analyser(cut, { terms: [], same: [] })
const fluent = new Analyser(cut, {
  terms: ['固态电池', 'C++', '3D打印'],
  same: [
    ['蓄电池', '电瓶', 'storage battery'],
    ['人工智能', 'AI'],
  ],
})

describe('a text folds', () => {
  test.each([
    ['ＡＢＣ１２３', 'abc123'],
    ['電動車檢測', '电动车检测'],
    ['㎏', 'kg'],
    ['ﬁlter', 'filter'],
  ])('%s into %s', (text, folded) => {
    expect(fold(text)).toBe(folded)
  })
})

test('Chinese is found by its words, by pairs of characters and by single ones', () => {
  expect(plain.document('蓄电池检测')).toEqual(
    expect.arrayContaining(['蓄电池', '检测', '蓄电', '电池', '池检', '蓄', '测']),
  )
  expect(plain.document('的我们')).toEqual(expect.not.arrayContaining(['的', '我们', '的我']))
  const weights = new Map(plain.query('蓄电池检测').spans.map(({ word, weight }) => [word, weight]))
  expect(['蓄电池', '检测', '电池', '池'].map((word) => weights.get(word))).toEqual([1, 1.5, 0.5, 0.5])
})

describe('numbers, units and Latin words are kept whole, and found by their parts', () => {
  test.each([
    ['额定 10 kV 高压', ['10kv', '高压']],
    ['１０ｋＶ', ['10kv']],
    ['耐温 85 ℃', ['85°c']],
    ['符合 GB/T 1.1-2020', ['gb/t', 'gb', 't', '1.1-2020', '2020']],
    ['Li-ion 与 C++', ['li-ion', 'li', 'ion', 'c++']],
    ['效率 98.5%', ['98.5%']],
  ])('%s', (text, words) => {
    expect(plain.document(text)).toEqual(expect.arrayContaining(words))
  })
})

describe('a vocabulary', () => {
  test('makes one of what means the same', () => {
    for (const text of ['电瓶', '蓄电池', 'Storage Battery', '蓄電池'])
      expect(fluent.document(text), text).toContain('蓄电池')
    expect(fluent.document('电瓶')).toContain('电瓶')
    expect(fluent.document('ai 与 AI')).toContain('人工智能')
  })

  test('keeps terms whole, the longest one, and takes none from the middle of a word', () => {
    expect(fluent.document('固态电池')).toContain('固态电池')
    expect(fluent.document('3D 打印与3d打印')).toContain('3d打印')
    expect(fluent.document('chain supply')).not.toContain('人工智能')
  })
})

test('words of a query are those that a reader sees', () => {
  const { text, words } = fluent.query('我们的电瓶检测')
  expect(words.map(({ from, to }) => text.slice(from, to))).toEqual(['电瓶', '检测'])
})

test('whatever is given has words or has none, and a query finds what it was made of', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      const words = new Set(fluent.document(text))
      for (const { word, from, to } of fluent.query(text).spans) {
        expect(words.has(word)).toBe(true)
        expect(to).toBeGreaterThan(from)
      }
    }),
  )
  for (const text of ['', ' ', '😀🎉', '。，！', '的', "'; --", '\u0000\ud800'])
    expect(fluent.query(text).spans).toEqual([])
})

describe('a text of a megabyte is read in about the time of its length', () => {
  test.each([
    ['digits', '1'.repeat(1_000_000)],
    ['spaces behind a number', `1${' '.repeat(1_000_000)}`],
    ['one Latin word', `${'a'.repeat(500_000)}-${'b'.repeat(500_000)}`],
    ['terms over and over', '电瓶检测'.repeat(60_000)],
  ])(
    '%s',
    (_, text) => {
      expect(Math.max(0, ...new Set(fluent.query(text).spans.map(({ word }) => word.length)))).toBeLessThan(
        65,
      )
    },
    20_000,
  )
})

test('long Latin words are words', () => {
  expect(plain.document('Electroencephalography 脑电')).toContain('electroencephalography')
})
