import { expect, test } from 'vitest'
import { answerOf, libraryOf, packFiles } from '../../packs/testing.js'
import type { TermTrace, Trace } from '../result.js'

const LIBRARY = libraryOf(packFiles('national'))

function conditions(programme: string, facts: Record<string, string> = {}): Trace[] {
  const flat = (nodes: readonly Trace[]): Trace[] => nodes.flatMap((node) => [node, ...flat(node.children)])
  return flat(answerOf(LIBRARY, programme, { facts }).trace.need)
}

test('a choice that is ruled out is not named as the one required', () => {
  const found = conditions('cn.high-tech').find(({ text }) => text === '核心技术领域 != 不属于')
  expect(found?.required).toBe('不是“不属于”')
})

test('a ratio of unknown figures is unknown, not millions of percent', () => {
  const ratios = conditions('cn.high-tech', { 研发费用: '90 万元' }).filter(({ required }) =>
    required?.endsWith('%'),
  )
  expect(ratios.length).toBeGreaterThan(3)
  expect(ratios.map(({ actual }) => actual)).toEqual(ratios.map(() => undefined))
})

test('points that are still open stand between their bounds, with one unit', () => {
  const open = conditions('cn.tech-sme').find(({ required }) => required === '≥ 60 分')
  expect(open?.actual ?? '0–100 分').toMatch(/^\d+–\d+ 分$/)
  const known = conditions('cn.tech-sme', { 二类知识产权: '2 项', 一类知识产权: '0 项' })
  expect(known.find(({ required }) => required === '≥ 60 分')?.actual).toBe('12–82 分')
})

test('what a rate is of is told once it is known', () => {
  const bases = (facts: Record<string, string>): (string | undefined)[] => {
    const flat = (terms: readonly TermTrace[]): TermTrace[] =>
      terms.flatMap((term) => [term, ...flat(term.children)])
    return flat(answerOf(LIBRARY, 'cn.tech-sme', { facts }).trace.points).map(({ of }) => of)
  }
  expect(bases({}).filter(Boolean)).toEqual([])
  expect(bases({ 科技人员: '18 人', 职工总数: '80 人' })).toContain('22.5%')
})
