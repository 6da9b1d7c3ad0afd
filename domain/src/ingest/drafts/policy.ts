import type { Fact } from '../facts/fact.js'

/** Part of a report, by code points. */
export interface Span {
  readonly start: number
  readonly end: number
  readonly text: string
}

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
  /** Figures and clauses that say something and were not understood. */
  readonly unread: readonly Span[]
}

const GRANT = /给予|予以|补助|补贴|奖励|资助|奖补|贴息|配套支持/
const PAST = /已(?:给予|兑现|发放|拨付)|共?(?:兑现|发放|拨付|落实)|累计/

/** Reads the policies of a text: sentences that promise money, with where each parameter stands. */
export function policiesIn(text: string, facts: readonly Fact[]): Policy[] {
  const points = [...text]
  const sentences = new Map<number, Fact[]>()
  for (const fact of facts) sentences.set(fact.start, [...(sentences.get(fact.start) ?? []), fact])
  return [...sentences.values()].flatMap((of) => {
    const [first] = of
    if (!first) return []
    const sentence = spanOf(points, first.start, first.end)
    if (!GRANT.test(plain(sentence.text))) return []
    return grantsIn(points, sentence, of)
  })
}

/** A sentence may hold several grants, with a semicolon between them. */
function grantsIn(points: readonly string[], sentence: Span, facts: readonly Fact[]): Policy[] {
  const parts = cut(sentence, /[；。]/)
  return parts.flatMap((part) => {
    const own = facts.filter((f) => f.valueStart >= part.start && f.valueEnd <= part.end)
    const said = plain(part.text)
    if (!GRANT.test(said) || PAST.test(said)) return []
    const money = own.filter((f) => f.unit === '元')
    const rates = own.filter((f) => f.unit === '%' && f.kind !== 'growth' && f.kind !== 'share')
    if (money.length + rates.length === 0) return []
    return [policyOf(points, part, own, money, rates)]
  })
}

function policyOf(
  points: readonly string[],
  part: Span,
  own: readonly Fact[],
  money: readonly Fact[],
  rates: readonly Fact[],
): Policy {
  const isCap = (f: Fact) => f.comparison !== null && 'op' in f.comparison && f.comparison.op === '<='
  const whom = beneficiaryIn(part)
  // A figure of whom it is for is a condition, not what they receive.
  const isTheirs = (f: Fact) => whom === null || f.valueEnd <= whom.start || f.valueStart >= whom.end
  const caps = money.filter((f) => isCap(f) && isTheirs(f))
  const amounts = money.filter((f) => !isCap(f) && isTheirs(f) && isGranted(points, part, f))
  const limits = own.filter((f) => f.kind === 'duration' && isTheirs(f))
  const given = rates.filter(isTheirs)
  const read = new Set([...caps, ...amounts, ...given, ...limits, ...own.filter((f) => !isTheirs(f))])
  const conditions = conditionsIn(whom)
  return {
    sentence: part,
    beneficiary: whom,
    caps: caps.map((f) => parameter(points, f)),
    amounts: amounts.map((f) => parameter(points, f)),
    rates: given.map((f) => ({ ...parameter(points, f), of: baseOf(points, part, f) })),
    limits: limits.map((f) => parameter(points, f)),
    conditions,
    unread: [
      ...own.filter((f) => !read.has(f)).map((f) => spanOf(points, f.valueStart, f.valueEnd)),
      ...unreadClauses(part, own, whom, conditions),
    ],
  }
}

/** `给予20万元`, `20万元奖励`: what is received, and not what somebody must have. */
function isGranted(points: readonly string[], part: Span, { valueStart, valueEnd }: Fact): boolean {
  const before = plain(points.slice(part.start, valueStart).join(''))
  const after = plain(points.slice(valueEnd, part.end).join(''))
  const clause = before.slice(Math.max(before.lastIndexOf('，'), before.lastIndexOf('：')) + 1)
  return (
    GRANT.test(clause) || /^(?:的|一次性){0,2}[^，。；、]{0,4}(?:补助|补贴|奖励|资助|奖补|贴息)/.test(after)
  )
}

/** As programme files write amounts: 2000000 元 is 200 万元. */
function parameter(points: readonly string[], fact: Fact): Parameter {
  return { ...spanOf(points, fact.valueStart, fact.valueEnd), value: written(fact) }
}

function written({ value, unit }: Fact): string {
  if (unit === '%') return `${value}%`
  if (unit === '月') return `${value} 个月`
  if (unit !== '元') return `${value} ${unit}`
  for (const [zeros, name] of [
    [8, '亿元'],
    [4, '万元'],
  ] as const)
    if (new RegExp(`^\\d+0{${zeros}}$`).test(value)) return `${value.slice(0, -zeros)} ${name}`
  return `${value} 元`
}

/** `按首笔贷款额的10%`: the rate is of 首笔贷款额. */
function baseOf(points: readonly string[], part: Span, fact: Fact): string | null {
  const before = plain(points.slice(part.start, fact.valueStart).join(''))
  return /(?:按照?|以)(?:其|不超过)?([^，。；]{2,30}?)的?(?:不超过|最高)?$/.exec(before)?.[1] ?? null
}

const TO =
  /(?:对|给予?|支持|鼓励)((?:首次|新)?[^，。；：]{2,40}?(?:企业|机构|单位|团队|项目|院所|人才|平台|孵化器|众创空间|个人|高校|医院|合作社))/

function beneficiaryIn(part: Span): Span | null {
  const match = TO.exec(part.text.replaceAll(/\s/g, '\u0000'))
  if (!match?.[1]) return null
  return within(part, (match.index ?? 0) + match[0].length - match[1].length, match[1].length)
}

const CONDITION =
  /(?:(?:首次|新)(?:认定|获批|备案|引进)|经[^，。；]{2,16}(?:认定|备案|评价|审核)|(?:首次|新|已|近.年)?获得?[^，。；]{2,24}|达到[^，。；]{2,20}|符合[^，。；]{2,20}|纳入[^，。；]{2,20})的/g

/** Attributes of whom it is for: `首次获得贷款的…`. */
function conditionsIn(whom: Span | null): Span[] {
  if (!whom) return []
  return [...whom.text.matchAll(CONDITION)].map((match) => within(whom, match.index ?? 0, match[0].length))
}

const GRANT_ALONE =
  /^(?:一次性)?(?:给予|予以)(?:一次性|相应)?[^\d，]{0,4}(?:补助|补贴|奖励|资助|奖补|贴息|支持)$/

/** Clauses before the money that were taken for nothing: a person must read them. */
function unreadClauses(
  part: Span,
  own: readonly Fact[],
  whom: Span | null,
  conditions: readonly Span[],
): Span[] {
  const taken = [...(whom ? [whom] : []), ...conditions]
  return cut(part, /[，]/).filter(
    (clause) =>
      plain(clause.text).length > 3 &&
      !GRANT_ALONE.test(plain(clause.text)) &&
      !own.some((f) => f.valueStart >= clause.start && f.valueEnd <= clause.end) &&
      !taken.some((span) => span.start < clause.end && span.end > clause.start),
  )
}

export const plain = (text: string) => text.replaceAll(/\s/g, '')

function spanOf(points: readonly string[], start: number, end: number): Span {
  return { start, end, text: points.slice(start, end).join('') }
}

/** Part of a span; places in it are UTF-16 units. */
function within(span: Span, at: number, length: number): Span {
  const start = span.start + [...span.text.slice(0, at)].length
  const text = span.text.slice(at, at + length)
  return { start, end: start + [...text].length, text }
}

/** The parts of a span between marks. */
export function cut(span: Span, mark: RegExp): Span[] {
  const found: Span[] = []
  let from = 0
  for (let i = 0; i <= span.text.length; i += 1)
    if (i === span.text.length || mark.test(span.text[i] ?? '')) {
      if (i > from) found.push(within(span, from, i - from))
      from = i + 1
    }
  return found
}
