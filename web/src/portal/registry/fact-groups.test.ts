import { describe, expect, it } from 'vitest'
import { commonSource, groupOf } from './fact-groups.js'

describe('groupOf', () => {
  it.each([
    [true, 'yes-no', 'yearly'],
    [false, 'quantity', 'counts'],
    [false, 'yes-no', 'standing'],
    [false, 'place', 'basic'],
    [false, undefined, 'basic'],
  ] as const)('yearly %s, %s → %s', (yearly, type, expected) => {
    expect(groupOf({ yearly }, type)).toBe(expected)
  })
})

describe('commonSource', () => {
  const cell = (source: string | null, others: number) => ({
    key: '研发费用@2025',
    value: '90 万元',
    observation: 'o',
    source,
    observedAt: '2026-03-01T00:00:00.000Z',
    others: Array.from({ length: others }, () => ({ value: '80 万元', source: null, observedAt: null })),
  })
  it.each([
    [[], null],
    [[cell('税务局', 0), cell('税务局', 0)], '税务局 · 2026-03-01'],
    [[cell('税务局', 0), cell('企业填写', 0)], null],
    [[cell('税务局', 1)], null],
  ])('of case %#', (cells, expected) => {
    expect(commonSource({ cells })).toBe(expected)
  })
})
