import type { Trace } from '@kehui/server/client'
import { expect, test } from 'vitest'
import { reasonsOf } from './reasons.js'

function node(text: string, verdict: Trace['verdict'], more: Partial<Trace> = {}): Trace {
  return {
    part: 'need',
    kind: 'compare',
    text,
    label: undefined,
    verdict,
    matters: true,
    cite: undefined,
    facts: [],
    actual: undefined,
    required: undefined,
    gap: undefined,
    children: [],
    ...more,
  }
}

test('what refuses is told by its single conditions, as deep as they stand', () => {
  const nodes = [
    node('met', 'yes'),
    node('all', 'no', { kind: 'all', children: [node('a', 'no'), node('b', 'yes'), node('c', 'no')] }),
    node('open', 'unknown'),
  ]
  expect(reasonsOf(nodes, 'no').map(({ text }) => text)).toEqual(['a', 'c'])
  expect(reasonsOf(nodes, 'unknown').map(({ text }) => text)).toEqual(['open'])
})

test('a group with a name of its own stands for its parts, unless one alone decides', () => {
  const both = node('any', 'no', {
    kind: 'any',
    label: '其一即可',
    children: [node('a', 'no'), node('b', 'no')],
  })
  const one = node('any', 'no', { kind: 'any', label: '其一即可', children: [node('a', 'no')] })
  expect(reasonsOf([both], 'no').map(({ text }) => text)).toEqual(['any'])
  expect(reasonsOf([one], 'no').map(({ text }) => text)).toEqual(['a'])
})

test('what changes nothing is no reason', () => {
  expect(reasonsOf([node('moot', 'no', { matters: false })], 'no')).toEqual([])
})

test('what must not be is told as such, not as what is below', () => {
  const banned = node('not 淘汰类产品', 'unknown', { kind: 'not', children: [node('淘汰类产品', 'unknown')] })
  expect(reasonsOf([banned], 'unknown').map(({ text }) => text)).toEqual(['not 淘汰类产品'])
})
