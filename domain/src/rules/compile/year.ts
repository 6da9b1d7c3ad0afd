import type { Expression } from '../language/expression.js'
import { refuse, type Scope } from './scope.js'

const RELATIVE: Record<string, number> = {
  本年: 0,
  当年: 0,
  上年: 1,
  上年度: 1,
  前年: 2,
  大前年: 3,
  this_year: 0,
  last_year: 1,
}

/** The calendar year that a word names, counted from the decision date; undefined for other words. */
export function yearNamed(scope: Scope, word: string): number | undefined {
  if (Object.hasOwn(RELATIVE, word)) return scope.onYear - (RELATIVE[word] ?? 0)
  return /^(19|20|21)\d\d$/.test(word) ? Number(word) : undefined
}

export function yearIndexed(scope: Scope, e: Expression & { kind: 'index' }): number {
  const year = yearNamed(scope, e.year)
  if (year === undefined)
    refuse('year', e, `“${e.year}” is no year`, { expected: '上年, 前年, 大前年, 本年 or 2024' })
  return year
}

/** The years of `近3年`: last year and those before it, latest first. */
export function recentYears(scope: Scope, word: string): number[] | undefined {
  const match = /^近(\d+)年$/.exec(word)
  const count = match ? Number(match[1]) : 0
  if (count < 1 || count > 20) return undefined
  return Array.from({ length: count }, (_, i) => scope.onYear - 1 - i)
}
