import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { indicatorOf, type KeptFact, namingEffect, planNaming, undoNaming, withEntries } from './index.js'

const NONE: ReadonlyMap<string, string> = new Map()
const said = (names: ReadonlyMap<string, string>, subjects: string[], indicator: string | null) =>
  withEntries(names, planNaming(names, { subjects, indicator }))
const nameOf = (subject: string, names: ReadonlyMap<string, string>) => indicatorOf(subject, names).name

function fact(subject: string, unit = '家'): KeptFact {
  return {
    id: `r/${subject}`,
    source: 'a.txt',
    article: null,
    checked: false,
    valueStart: 0,
    valueEnd: 2,
    valueText: '17',
    start: 0,
    end: 9,
    value: '17',
    unit,
    kind: 'count',
    subject,
    region: { province: '湖南省', city: '株洲市' },
    organisation: null,
    period: '2023',
    periodBasis: 'explicit',
    comparison: null,
  }
}

describe('names that people give', () => {
  test('a synonym is added, moved, and forgotten', () => {
    const added = said(NONE, ['孵化平台数'], '科技企业孵化器数')
    expect(nameOf('孵化平台数', added)).toBe('科技企业孵化器数')
    expect(nameOf('孵化平台数', said(added, ['孵化平台数'], '众创空间数'))).toBe('众创空间数')
    expect(said(added, ['孵化平台数'], null)).toEqual(NONE)
  })

  test('an indicator that is renamed takes its words along, those of the table too', () => {
    const renamed = said(said(NONE, ['孵化平台数'], '科技企业孵化器数'), ['科技企业孵化器数'], '孵化载体数')
    for (const subject of ['孵化平台数', '孵化器数', '建成科技企业孵化器数', '科技企业孵化器数'])
      expect(nameOf(subject, renamed)).toBe('孵化载体数')
  })

  test('two that were merged go apart again when it is undone', () => {
    const entries = planNaming(NONE, { subjects: ['众创空间数'], indicator: '科技企业孵化器数' })
    const merged = withEntries(NONE, entries)
    expect(nameOf('众创空间总数', merged)).toBe('科技企业孵化器数')
    const undone = undoNaming(merged, entries)
    expect('entries' in undone && withEntries(merged, undone.entries)).toEqual(NONE)
  })

  test('what was said otherwise since is not undone', () => {
    const entries = planNaming(NONE, { subjects: ['众创空间数'], indicator: '科技企业孵化器数' })
    const since = said(withEntries(NONE, entries), ['众创空间数'], '双创载体数')
    expect(undoNaming(since, entries)).toEqual({ changed: ['众创空间数'] })
  })

  test('a name that leads back to itself is freed', () => {
    const there = said(NONE, ['甲数'], '乙数')
    const back = said(there, ['乙数'], '甲数')
    expect(nameOf('甲数', back)).toBe('甲数')
    expect(nameOf('乙数', back)).toBe('甲数')
  })

  test('a word of the table can be an indicator of its own', () => {
    expect(nameOf('孵化器数', said(NONE, ['孵化器数'], '孵化器数'))).toBe('孵化器数')
    expect(nameOf('众创空间数', said(NONE, ['众创空间数'], '众创空间数'))).toBe('众创空间数')
  })

  test('whatever is said in whatever order, what was said last holds and every name comes to an end', () => {
    const word = fc.constantFrom('甲数', '乙数', '丙数', '孵化器数', '科技企业孵化器数')
    fc.assert(
      fc.property(fc.array(fc.tuple(word, fc.option(word)), { maxLength: 8 }), (steps) => {
        let names = NONE
        for (const [subject, indicator] of steps) {
          const entries = planNaming(names, { subjects: [subject], indicator })
          const next = withEntries(names, entries)
          const undone = undoNaming(next, entries)
          expect('entries' in undone && withEntries(next, undone.entries)).toEqual(new Map(names))
          names = next
          if (indicator !== null) expect(nameOf(subject, names)).toBe(nameOf(indicator, names))
        }
      }),
    )
  })
})

test('what it would change is told before: figures that move, and units that would stand together', () => {
  const facts = [fact('孵化平台数', '个'), fact('孵化平台数', '个'), fact('孵化器数'), fact('众创空间数')]
  const after = said(NONE, ['孵化平台数'], '科技企业孵化器数')
  expect(namingEffect(facts, NONE, after)).toEqual({
    moves: [{ subject: '孵化平台数', from: '孵化平台数', to: '科技企业孵化器数', figures: 2 }],
    units: [{ indicator: '科技企业孵化器数', units: ['个', '家'] }],
  })
  expect(namingEffect(facts, after, said(after, ['科技企业孵化器数'], '孵化载体数')).units).toEqual([])
})
