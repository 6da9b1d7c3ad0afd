import type { Example } from '../rules/programme.js'
import type { Result } from '../rules/result.js'
import type { Diagnostic } from '../shared/diagnostic.js'
import { storedValue } from './facts.js'

/** Where a result differs from what its example expects. */
export function expectationProblems(example: Example, result: Result): Diagnostic[] {
  const { expect } = example
  const problems: Diagnostic[] = []
  const differ: Differ = (what, wanted, found, why = '') =>
    void problems.push({
      ...example.at,
      code: 'example.expectation',
      severity: 'error',
      message: `${example.name}: ${what} is ${found}${why}`,
      expected: wanted,
      suggestion: found,
    })
  if (result.verdict !== expect.verdict) differ('the verdict', expect.verdict, result.verdict, why(result))
  if (expect.amount)
    compareSpan(
      'the amount',
      expect.amount,
      'CNY',
      result.amountFen && [BigInt(result.amountFen.min), BigInt(result.amountFen.max)],
      differ,
    )
  if (expect.points)
    compareSpan(
      'the score',
      expect.points,
      '分',
      result.points && [hundredths(result.points.min), hundredths(result.points.max)],
      differ,
    )
  if (expect.grade !== null && result.grades?.join() !== expect.grade)
    differ('the grade', expect.grade, result.grades?.join(' or ') ?? 'none')
  if (expect.missing) compareSets('what is missing', expect.missing, result.missing, differ)
  if (expect.judged) compareSets('what experts decide', expect.judged, result.judged, differ)
  return problems
}

type Differ = (what: string, wanted: string, found: string, why?: string) => void

function hundredths(points: number): bigint {
  return BigInt(Math.round(points * 100))
}

function compareSpan(
  what: string,
  [from, to]: readonly [string, string],
  dimension: string,
  found: readonly [bigint, bigint] | null,
  differ: Differ,
): void {
  const unit = /[^\d.\s-].*$/.exec(to)?.[0] ?? ''
  const [lo, hi] = [
    storedValue(/\D$/.test(from) ? from : `${from}${unit}`, { dimension }),
    storedValue(to, { dimension }),
  ]
  const wanted = from === to ? from : `${from}..${to}`
  if (lo === null || hi === null)
    differ(what, `an amount in ${dimension === 'CNY' ? '元' : dimension}`, `“${wanted}”`)
  else if (!found) differ(what, wanted, 'none')
  else if (found[0] !== lo || found[1] !== hi) differ(what, wanted, shown(found, dimension))
}

function shown([lo, hi]: readonly [bigint, bigint], dimension: string): string {
  const one = (n: bigint) => `${Number(n) / 100} ${dimension === 'CNY' ? '元' : dimension}`
  return lo === hi ? one(lo) : `${one(lo)}..${one(hi)}`
}

function compareSets(
  what: string,
  wanted: readonly string[],
  found: readonly string[],
  differ: Differ,
): void {
  const same = wanted.length === found.length && wanted.every((w) => found.includes(w))
  if (!same) differ(what, `[${wanted.join(', ')}]`, `[${found.join(', ')}]`)
}

/** The first condition that decides a “no” or leaves it open. */
function why(result: Result): string {
  if (result.code) return ` (${result.code})`
  const cause = result.trace.need.find((t) => t.verdict === result.verdict)
  return cause && result.verdict !== 'yes'
    ? ` (${cause.text}${cause.actual === undefined ? '' : `: ${cause.actual}`})`
    : ''
}
