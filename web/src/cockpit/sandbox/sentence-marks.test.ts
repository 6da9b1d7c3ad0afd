import { expect, test } from 'vitest'
import { lineOf, sentencePieces } from './sentence-marks.js'

const SENTENCE = { start: 10, end: 18, text: '对甲给予五万元。' }

test('a sentence is cut where something was read, or was not', () => {
  expect(sentencePieces(SENTENCE, [{ start: 14, end: 17 }], [{ start: 11, end: 12 }])).toEqual([
    { text: '对', mark: null },
    { text: '甲', mark: 'unread' },
    { text: '给予', mark: null },
    { text: '五万元', mark: 'read' },
    { text: '。', mark: null },
  ])
})

test('line ends of the file are left out, and move no mark', () => {
  const text = '对甲给\n\n予五万\n元。'
  expect(sentencePieces({ start: 10, text }, [{ start: 16, end: 20 }], [])).toEqual([
    { text: '对甲给予', mark: null },
    { text: '五万元', mark: 'read' },
    { text: '。', mark: null },
  ])
})

test('a place is found on its line, wherever it was moved to', () => {
  const text = '# 原文 1–20：全句\nid: a\n# 原文 3–5：甲\n  cap: 60 万元   # 原文 14–17：六十万元\n'
  expect(lineOf(text, { start: 14, end: 17 })).toBe(4)
  expect(lineOf(text, { start: 3, end: 5 })).toBe(3)
  expect(lineOf(text, { start: 1, end: 2 })).toBeNull()
})
