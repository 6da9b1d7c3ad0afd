import { expect, test } from 'vitest'
import { answerFor, HttpError } from './error.js'

test('a detail that has words of its own is told in the language of the answer', () => {
  const error = new HttpError('ingest.not-a-report', { kind: { zh: '图片', en: 'a picture' } })
  expect(answerFor(error, 'zh').body.error.message).toBe('这不是可以读取的报告：图片。')
  expect(answerFor(error, 'en').body.error.message).toBe('This is no report that can be read: a picture.')
})

test('several values are told one after the other, and what is not given leaves no trace', () => {
  expect(
    answerFor(new HttpError('ingest.not-a-report', { kind: ['a', 'b'] }), 'en').body.error.message,
  ).toContain('a, b')
  expect(answerFor(new HttpError('ingest.not-a-report'), 'en').body.error.message).not.toMatch(/undefined|\{/)
})
