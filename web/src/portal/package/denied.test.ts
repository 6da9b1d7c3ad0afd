import type { Trace } from '@kehui/server/client'
import { expect, it } from 'vitest'
import { deniedAsOne } from './denied.js'

const inner: Trace = {
  part: 'need',
  kind: 'fact',
  text: '负面行业',
  label: undefined,
  cite: undefined,
  gap: undefined,
  verdict: 'no',
  matters: true,
  facts: [{ key: '负面行业', name: '负面行业', value: '否' }],
  actual: '否',
  required: '是',
  children: [],
}
const outer: Trace = {
  part: 'need',
  kind: 'not',
  text: 'not 负面行业',
  label: undefined,
  cite: undefined,
  gap: undefined,
  actual: undefined,
  required: undefined,
  verdict: 'yes',
  matters: true,
  facts: [],
  children: [inner],
}
const not = (required: string) => `不满足 ${required}`

it('regression: what a met condition denies does not stand there as not met', () => {
  expect(deniedAsOne(outer, not)).toMatchObject({
    children: [],
    facts: inner.facts,
    actual: '否',
    required: '否',
    verdict: 'yes',
  })
})

it('denies a comparison in words', () => {
  const compared = { ...outer, children: [{ ...inner, required: '≥ 5 人' }] }
  expect(deniedAsOne(compared, not).required).toBe('不满足 ≥ 5 人')
})

it('leaves alone what has several branches, and what denies nothing', () => {
  const several = { ...outer, children: [inner, inner] }
  expect(deniedAsOne(several, not)).toBe(several)
  expect(deniedAsOne(inner, not)).toBe(inner)
})
