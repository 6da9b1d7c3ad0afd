import { add, compare, type Rational, rational, ZERO } from '../../shared/rational.js'
import { grouped } from './grouped.js'
import { growthDiffers, growthOf, isYearly, signedGrowth } from './growth.js'
import { indicatorNamer } from './indicator.js'
import { gapBetween, intervalOf, numberOf, told } from './interval.js'
import { plainPeriod, yearBefore } from './period.js'
import { type KeptFact, placeName } from './table.js'

export type ContradictionKind =
  | 'share-without-base'
  | 'share-beyond-whole'
  | 'parts-exceed-total'
  | 'cities-exceed-province'
  | 'growth-differs'
  | 'values-differ'

export interface Contradiction {
  readonly kind: ContradictionKind
  /** The facts that do not fit, in the order of the report. */
  readonly facts: readonly string[]
  readonly detail: { readonly expected?: string; readonly found?: string }
}

/** What does not fit: told to a person, never corrected. */
export function contradictions(
  facts: readonly KeptFact[],
  corrections: ReadonlyMap<string, string>,
): Contradiction[] {
  const groups = [...groupsOf(facts, corrections).values()]
  return [
    ...facts.flatMap(shareOfWhat),
    ...partsBeyondTotals(facts),
    ...groups.flatMap((group) => [...byPlace(group).values()].flatMap(differing)),
    ...groups.flatMap((group) => [...byPlace(group).values()].flatMap(growthBeyondValues)),
    ...groups.flatMap(citiesBeyondProvince),
  ]
}

/** `占比达30%` of what? And no share of a whole is more than the whole. */
function shareOfWhat(fact: KeptFact): Contradiction[] {
  if (fact.kind !== 'share') return []
  const found: Contradiction[] = []
  if (!/占(?!比).{2,}|率|强度|比例|由.{2,}(?:贡献|完成|实现|创造)/.test(fact.subject))
    found.push({ kind: 'share-without-base', facts: [fact.id], detail: {} })
  if (fact.unit === '%' && /占|比重/.test(fact.subject) && compare(numberOf(fact.value), rational(100n)) > 0)
    found.push({ kind: 'share-beyond-whole', facts: [fact.id], detail: { found: fact.value } })
  return found
}

const LEVELS = '国家级|省级|市级|区级|县级|自治区级|省部级'
const LEVEL = new RegExp(`^(?:${LEVELS})`)
const HAS_LEVEL = new RegExp(LEVELS)

/** `17 家，其中国家级 9 家、省级 11 家`: more in the parts than in the whole. */
function partsBeyondTotals(facts: readonly KeptFact[]): Contradiction[] {
  return facts.flatMap((total, i): Contradiction[] => {
    // What is of one level itself is no total of the others beside it.
    if (total.kind !== 'count' || HAS_LEVEL.test(total.subject)) return []
    const parts = partsOf(total, facts, i + 1)
    const sum = sumOf(parts)
    if (parts.length === 0 || !isBeyond(sum, total)) return []
    return [
      {
        kind: 'parts-exceed-total',
        facts: [total, ...parts].map(({ id }) => id),
        detail: { expected: total.value, found: told(sum) },
      },
    ]
  })
}

function partsOf(total: KeptFact, facts: readonly KeptFact[], from: number): KeptFact[] {
  const parts: KeptFact[] = []
  for (let at = from; at < facts.length; at += 1) {
    const part = facts[at]
    if (!part || part.source !== total.source || part.start !== total.start) break
    const bare = part.subject.replace(LEVEL, '')
    if (bare === part.subject || part.unit !== total.unit || !total.subject.endsWith(bare)) break
    parts.push(part)
  }
  return parts
}

function sumOf(parts: readonly KeptFact[]): Rational {
  return parts.reduce((all, part) => add(all, numberOf(part.value)), ZERO)
}

/** Beyond what the total can be, its rounding allowed for. */
function isBeyond(sum: Rational, total: KeptFact): boolean {
  const { high } = intervalOf(total)
  return high !== null && compare(sum, high) > 0
}

/** Facts of one indicator that have a place and a period. */
function groupsOf(
  facts: readonly KeptFact[],
  corrections: ReadonlyMap<string, string>,
): Map<string, KeptFact[]> {
  const nameOf = indicatorNamer(corrections)
  return grouped(
    facts.filter(({ region, period }) => region.province !== null && period !== null),
    ({ subject }) => nameOf(subject),
  )
}

const byPlace = (facts: readonly KeptFact[]) => grouped(facts, ({ region }) => placeName(region))

const isValue = ({ kind }: KeptFact) => kind === 'count' || kind === 'amount'

/** One indicator of one place and period with two values, neither of them a bound, nor one the other one rounded. */
function differing(group: readonly KeptFact[]): Contradiction[] {
  const exact = group.filter((fact) => isValue(fact) && fact.comparison === null)
  const times = grouped(exact, ({ period, unit }) => `${plainPeriod(period)} ${unit}`)
  return [...times.values()].flatMap((facts) => {
    // What many reports repeat is told once.
    const distinct = [...grouped(facts, ({ value, valueText }) => `${value} ${valueText}`).values()]
    const values = distinct.flatMap(([fact]) => (fact ? [{ fact, interval: intervalOf(fact) }] : []))
    return values.flatMap(({ fact: a, interval }, i): Contradiction[] => {
      const b = values
        .slice(i + 1)
        .find((one) => isApart(a, one.fact) && gapBetween(interval, one.interval).n > 0n)?.fact
      return b
        ? [{ kind: 'values-differ', facts: [a.id, b.id], detail: { expected: a.value, found: b.value } }]
        : []
    })
  })
}

/** Not said in one sentence, which may count two things. */
const isApart = (a: KeptFact, b: KeptFact) => a.start !== b.start || a.source !== b.source

/** A growth that the values of the year and of the year before do not bear out. */
function growthBeyondValues(group: readonly KeptFact[]): Contradiction[] {
  const values = group.filter(isValue)
  return group.filter(isYearly).flatMap((growth): Contradiction[] => {
    const now = values.find(({ period }) => period === growth.period)
    const before = values.find(
      ({ period, unit }) => period === yearBefore(growth.period) && unit === now?.unit,
    )
    const real = now && before && growthOf(now, before)
    if (!real || !growthDiffers(growth, now, before)) return []
    return [
      {
        kind: 'growth-differs',
        facts: [growth.id, now.id, before.id],
        detail: { expected: signedGrowth(growth), found: told(real) },
      },
    ]
  })
}

/** Cities of one province that have more together than the whole province. */
function citiesBeyondProvince(group: readonly KeptFact[]): Contradiction[] {
  const values = group.filter(isValue)
  const whole = values.filter(({ region, comparison }) => region.city === null && comparison === null)
  return whole.flatMap((total): Contradiction[] => {
    const cities = new Map<string, KeptFact>()
    for (const fact of values) {
      const { province, city } = fact.region
      if (city === null || province !== total.region.province || fact.unit !== total.unit) continue
      if (intervalOf(fact).low === null) continue
      if (plainPeriod(fact.period) === plainPeriod(total.period) && !cities.has(city)) cities.set(city, fact)
    }
    const parts = [...cities.values()]
    const sum = sumOf(parts)
    if (parts.length === 0 || !isBeyond(sum, total)) return []
    return [
      {
        kind: 'cities-exceed-province',
        facts: [total, ...parts].map(({ id }) => id),
        detail: { expected: total.value, found: told(sum) },
      },
    ]
  })
}
