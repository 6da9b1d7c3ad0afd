import {
  compare,
  divide,
  multiply,
  parseDecimal,
  type Rational,
  rational,
  subtract,
} from '../../shared/rational.js'
import { indicatorOf } from './indicator.js'
import { type KeptFact, placeName } from './table.js'

export interface Contradiction {
  readonly kind: 'share-without-base' | 'parts-exceed-total' | 'growth-differs' | 'values-differ'
  /** The facts that do not fit, in the order of the report. */
  readonly facts: readonly string[]
  readonly detail: { readonly expected?: string; readonly found?: string }
}

/** What does not fit: told to a person, never corrected. */
export function contradictions(
  facts: readonly KeptFact[],
  corrections: ReadonlyMap<string, string>,
): Contradiction[] {
  return [
    ...facts
      .filter(isShareOfNothing)
      .map((f) => ({ kind: 'share-without-base' as const, facts: [f.id], detail: {} })),
    ...partsBeyondTotals(facts),
    ...differing(facts, corrections),
    ...growthBeyondValues(facts, corrections),
  ]
}

/** `占比达30%` of what? */
function isShareOfNothing(fact: KeptFact): boolean {
  return fact.kind === 'share' && !/占(?!比).{2,}|率|强度|比例/.test(fact.subject)
}

const LEVEL = /^(?:国家级|省级|市级|区级|县级|自治区级|省部级)/

/** `17 家，其中国家级 9 家、省级 11 家`: more in the parts than in the whole. */
function partsBeyondTotals(facts: readonly KeptFact[]): Contradiction[] {
  const found: Contradiction[] = []
  for (const [i, total] of facts.entries()) {
    if (total.kind !== 'count' || LEVEL.test(total.subject)) continue
    const parts: KeptFact[] = []
    for (const part of facts.slice(i + 1)) {
      if (part.source !== total.source || part.start !== total.start) break
      const bare = part.subject.replace(LEVEL, '')
      if (bare === part.subject || part.unit !== total.unit) break
      if (!total.subject.endsWith(bare)) break
      parts.push(part)
    }
    const sum = parts.reduce<Rational>((all, part) => plus(all, number(part.value)), rational(0n))
    if (parts.length > 0 && compare(sum, number(total.value)) > 0)
      found.push({
        kind: 'parts-exceed-total',
        facts: [total.id, ...parts.map(({ id }) => id)],
        detail: { expected: total.value, found: decimal(sum) },
      })
  }
  return found
}

function groups(
  facts: readonly KeptFact[],
  corrections: ReadonlyMap<string, string>,
): Map<string, KeptFact[]> {
  const all = new Map<string, KeptFact[]>()
  for (const fact of facts) {
    if (fact.region.province === null || fact.period === null) continue
    const key = `${indicatorOf(fact.subject, corrections).name}|${placeName(fact.region)}`
    all.set(key, [...(all.get(key) ?? []), fact])
  }
  return all
}

/** One indicator of one place and period with two values, neither of them a bound. */
function differing(facts: readonly KeptFact[], corrections: ReadonlyMap<string, string>): Contradiction[] {
  const found: Contradiction[] = []
  for (const group of groups(facts, corrections).values()) {
    const exact = group.filter((f) => (f.kind === 'count' || f.kind === 'amount') && f.comparison === null)
    for (const [i, a] of exact.entries()) {
      const b = exact
        .slice(i + 1)
        .find(
          (o) =>
            o.period === a.period &&
            o.unit === a.unit &&
            o.value !== a.value &&
            (o.start !== a.start || o.source !== a.source),
        )
      if (b)
        found.push({
          kind: 'values-differ',
          facts: [a.id, b.id],
          detail: { expected: a.value, found: b.value },
        })
    }
  }
  return found
}

/** A growth that the values of the year and of the year before do not bear out, their rounding allowed for. */
function growthBeyondValues(
  facts: readonly KeptFact[],
  corrections: ReadonlyMap<string, string>,
): Contradiction[] {
  const found: Contradiction[] = []
  for (const group of groups(facts, corrections).values()) {
    const values = group.filter((f) => f.kind === 'amount' || f.kind === 'count')
    for (const growth of group.filter((f) => f.kind === 'growth' && f.unit === '%')) {
      const now = values.find((f) => f.period === growth.period)
      const before = values.find((f) => f.period === yearBefore(growth.period) && f.unit === now?.unit)
      if (!now || !before || number(before.value).n === 0n) continue
      const ratio = divide(number(now.value), number(before.value))
      const real = multiply(subtract(ratio, rational(1n)), rational(100n))
      const falls =
        growth.comparison !== null && 'direction' in growth.comparison && growth.comparison.direction === '-'
      const said = falls ? multiply(number(growth.value), rational(-1n)) : number(growth.value)
      const gap = subtract(real, said)
      const size = gap.n < 0n ? multiply(gap, rational(-1n)) : gap
      if (compare(size, rational(1n)) > 0)
        found.push({
          kind: 'growth-differs',
          facts: [growth.id, now.id, before.id],
          detail: { expected: decimal(said), found: decimal(real) },
        })
    }
  }
  return found
}

/** `2023-01..2023-09` a year earlier is `2022-01..2022-09`. */
export function yearBefore(period: string | null): string | null {
  if (period === null || !/^\d{4}(?:-\d\d)?(?:\.\.\d{4}-\d\d)?$/.test(period)) return null
  return period.replaceAll(/\d{4}/g, (year) => String(Number(year) - 1))
}

function number(value: string): Rational {
  return parseDecimal(value) ?? rational(0n)
}

function plus(a: Rational, b: Rational): Rational {
  return { n: a.n * b.d + b.n * a.d, d: a.d * b.d }
}

/** To two places: enough to tell a person. */
function decimal(value: Rational): string {
  const hundredths = (value.n * 100n) / value.d
  const sign = hundredths < 0n ? '-' : ''
  const digits = (hundredths < 0n ? -hundredths : hundredths).toString().padStart(3, '0')
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`.replace(/\.?0+$/, '') || '0'
}
