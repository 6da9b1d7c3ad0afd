import type { Fact } from '../facts/fact.js'
import { whomOf } from './beneficiary.js'
import { cutAt, type Plain, plain, plainOf, type Span } from './span.js'
import { type Validity, validityOf } from './validity.js'

export interface Parameter extends Span {
  /** `100 万元`, `10%`, `3 年`, as programme files write it. */
  readonly value: string
}

/** What a policy sentence says of a programme; what it does not say is not there. */
export interface Policy {
  readonly sentence: Span
  readonly beneficiary: Span | null
  readonly caps: readonly Parameter[]
  readonly amounts: readonly Parameter[]
  readonly rates: readonly (Parameter & { readonly of: string | null })[]
  readonly limits: readonly Parameter[]
  readonly conditions: readonly Span[]
  /** Of the whole document. */
  readonly validity: Validity | null
  /** Figures and clauses that say something and were not understood. */
  readonly unread: readonly Span[]
}

const GRANT = /给予|予以|补助|补贴|奖励|资助|奖补|贴息|配套支持/
const PAST =
  /已(?:经)?(?:给予|兑现|发放|拨付|补助|补贴|奖励)|共(?:计)?(?:兑现|发放|拨付|落实|使用|补助|补贴|奖励)|累计(?:兑现|发放|拨付|补助|补贴|奖励|投入|落实|支持|给予)|(?:兑现|拨付|落实|争取)[^，。；]{0,16}(?:资金|补助|补贴|奖励)/

/** Reads the policies of a text: sentences that promise money, with where each parameter stands. */
export function policiesIn(text: string, facts: readonly Fact[]): Policy[] {
  const points = [...text]
  const sentences = new Map<number, Fact[]>()
  for (const fact of facts) sentences.set(fact.start, [...(sentences.get(fact.start) ?? []), fact])
  const found = [...sentences.values()].flatMap((of) => {
    const [first] = of
    const sentence = first && plainOf(points, first.start, first.end)
    return sentence && GRANT.test(sentence.text) ? grantsIn(sentence, of) : []
  })
  const validity = found.length > 0 ? validityOf(points) : null
  return found.map((policy) => ({ ...policy, validity }))
}

/** A sentence may hold several grants, with a semicolon between them. */
function grantsIn(sentence: Plain, facts: readonly Fact[]): Policy[] {
  return cutAt(sentence.text, /[；。]/).flatMap(([from, to]) => {
    const part = sentence.slice(from, to)
    const whole = part.span(0, part.text.length)
    const own = facts.filter((f) => f.valueStart >= whole.start && f.valueEnd <= whole.end)
    if (!GRANT.test(part.text) || PAST.test(part.text) || own.some(isOfThePast)) return []
    const policy = policyOf(part, own)
    return policy.caps.length + policy.amounts.length + policy.rates.length > 0 ? [policy] : []
  })
}

/** `2023年发放补助1.2亿元` tells what was paid. */
function isOfThePast({ unit, periodBasis, period }: Fact): boolean {
  return unit === '元' && periodBasis === 'explicit' && period !== null && period !== 'per year'
}

function policyOf(part: Plain, facts: readonly Fact[]): Policy {
  const { beneficiary, conditions } = whomOf(part)
  const asked = [...(beneficiary ? [beneficiary] : []), ...conditions]
  const own = facts.filter((f) => !asked.some((s) => f.valueStart >= s.start && f.valueEnd <= s.end))
  const isCap = (f: Fact) => opOf(f) === '<='
  const money = own.filter((f) => f.unit === '元' && (isCap(f) || isGranted(part, f)))
  const rates = own.filter((f) => isRate(f, part))
  const limits = own.filter((f) => f.kind === 'duration')
  const read = new Set([...money, ...rates, ...limits])
  return {
    sentence: part.span(0, part.text.length),
    beneficiary,
    caps: money.filter(isCap).map((f) => parameter(part, f)),
    amounts: money.filter((f) => !isCap(f)).map((f) => parameter(part, f)),
    rates: rates.map((f) => ({ ...parameter(part, f), of: baseOf(part, f) })),
    limits: limits.map((f) => parameter(part, f)),
    conditions,
    validity: null,
    unread: [
      ...own.filter((f) => !read.has(f)).map((f) => figureOf(part, f)),
      ...perUnits(part, money),
      ...unreadClauses(part, facts, asked),
    ],
  }
}

/** `给予20万元`, `20万元奖励`: what is received, and not what somebody must have. */
function isGranted(part: Plain, fact: Fact): boolean {
  if (opOf(fact) === '>=' || opOf(fact) === '>') return false
  const before = part.text.slice(0, part.indexOf(fact.valueStart))
  const clause = before.slice(Math.max(before.lastIndexOf('，'), before.lastIndexOf('：')) + 1)
  const after = part.text.slice(part.indexOf(fact.valueEnd))
  return (
    GRANT.test(clause) || /^(?:的|一次性){0,2}[^，。；、]{0,6}(?:补助|补贴|奖励|资助|奖补|贴息)/.test(after)
  )
}

function opOf({ comparison }: Fact): string | null {
  return comparison !== null && 'op' in comparison ? comparison.op : null
}

/** A rate of what is paid; floors and shares that somebody must reach are none. */
function isRate(fact: Fact, part: Plain): boolean {
  if ((fact.unit !== '%' && fact.unit !== '‰') || fact.kind === 'growth') return false
  if (opOf(fact) === '>=' || opOf(fact) === '>') return false
  return fact.kind !== 'share' || baseOf(part, fact) !== null
}

function figureOf(part: Plain, { valueStart, valueEnd }: Fact): Span {
  return part.span(part.indexOf(valueStart), part.indexOf(valueEnd))
}

/** As programme files write amounts: 2000000 元 is 200 万元. */
function parameter(part: Plain, fact: Fact): Parameter {
  return { ...figureOf(part, fact), value: written(fact) }
}

function written({ value, unit }: Fact): string {
  if (unit === '%' || unit === '‰') return `${value}${unit}`
  if (unit === '月') return `${value} 个月`
  if (unit !== '元') return `${value} ${unit}`
  for (const [zeros, name] of [
    [8, '亿元'],
    [4, '万元'],
  ] as const)
    if (new RegExp(`^\\d+0{${zeros}}$`).test(value)) return `${value.slice(0, -zeros)} ${name}`
  return `${value} 元`
}

const BASE =
  /(?:按照?|以)(?:其|不超过|不高于)?([^，。；]{2,30}?)的?(?:不超过|不高于|最高)?$|(?:不超过|不高于|最高)(?:其)?([^，。；\d]{2,16}?)的?$/

/** `按首笔贷款额的10%`: the rate is of 首笔贷款额. */
function baseOf(part: Plain, fact: Fact): string | null {
  const match = BASE.exec(part.text.slice(0, part.indexOf(fact.valueStart)))
  return match?.[1] ?? match?.[2] ?? null
}

/** `每平方米补贴100元`, `每月发放5000元`: the sum depends on something that only a person can name. */
function perUnits(part: Plain, money: readonly Fact[]): Span[] {
  return money.flatMap((fact) => {
    const at = part.indexOf(fact.valueStart)
    const clause = part.text.slice(part.text.lastIndexOf('，', at) + 1, at)
    const per = /每(?!年|家|户|个(?:企业|项目)|企业)[^，。；\d每]{1,4}?(?=补|奖|资|给|发|最高|不超过|$)/.exec(
      clause,
    )
    if (!per) return []
    const from = at - clause.length + per.index
    return [part.span(from, from + per[0].length)]
  })
}

const GRANT_ALONE =
  /^(?:一次性)?(?:给予|予以)(?:一次性|相应)?[^\d，]{0,4}(?:补助|补贴|奖励|资助|奖补|贴息|支持)$/

/** Clauses that were taken for nothing: a person must read them. */
function unreadClauses(part: Plain, facts: readonly Fact[], taken: readonly Span[]): Span[] {
  return cutAt(part.text, /[，]/)
    .map(([from, to]) => part.span(from, to))
    .filter(
      (clause) =>
        plain(clause.text).length > 3 &&
        !GRANT_ALONE.test(plain(clause.text)) &&
        !facts.some((f) => f.valueStart >= clause.start && f.valueEnd <= clause.end) &&
        !taken.some((span) => span.start < clause.end && span.end > clause.start),
    )
}
