import type { Audience } from '../../rules/index.js'
import { conditionIn, factNamed, type NamedFact, type Vocabulary, vocabularyFor } from './condition.js'
import type { Parameter, Policy } from './policy.js'
import { cut, partOf, plain, type Span } from './span.js'

/** Why something of the sentence is not in the programme. */
export type UnreadWhy =
  /** Holds everybody's verdict open until a person has written it. */
  | 'condition'
  | 'audience'
  /** No fact is what the rate is of. */
  | 'base'
  /** Another amount, rate or cap than the first. */
  | 'more'
  | 'limit'
  | 'other'

export interface Unread extends Span {
  readonly why: UnreadWhy
}

export interface Need extends Span {
  /** Null where it was not understood. */
  readonly condition: string | null
}

/** What of a policy can be said in the words of programme files, and what cannot. */
export interface Draft {
  readonly policy: Policy
  readonly audience: Audience
  readonly needs: readonly Need[]
  readonly pay: {
    /** An expression; its places are those of what it was read from. */
    readonly of: string
    readonly from: Parameter
    /** Only what it is at most is known. */
    readonly atMost: boolean
  } | null
  readonly cap: Parameter | null
  readonly unread: readonly Unread[]
}

const AUDIENCE_OF: readonly (readonly [RegExp, Audience])[] = [
  [/(?:孵化器|众创空间)$/, 'incubator'],
  [/(?:企业|公司)$/, 'enterprise'],
  [/(?:院所|高校|医院|机构)$/, 'institution'],
  [/(?:个人|人才|经理人)$/, 'person'],
  [/项目$/, 'project'],
]
/** Names an audience and no condition. */
const WHOEVER = /^(?:各类|有关|相关)?(?:企业|公司|机构|单位|项目|个人|院所|高校|孵化器|众创空间)$/
/** Clauses that could be conditions, wherever they stand, and figures that are no payment. */
const MAY_DECIDE = /\d|经.+(?:评|审|认定|同意|推荐|批准|备案)|符合|具备|达到|择优|须|应当|满足|注册|首次|连续/
/** `新认定高新技术企业`: when it came about is one thing, what it is another. */
const WHEN = /^((?:首次|新近?|近.年)?(?:新?(?:认定|获批|备案|引进|评定|设立|注册|入库)|首次|新))(.{4,})$/

export function readDraft(policy: Policy, facts: Iterable<NamedFact>): Draft {
  const known = [...facts]
  const audience = audienceOf(policy)
  const vocabulary = vocabularyFor(known, audience ?? 'enterprise')
  const needs = needsOf(policy, vocabulary)
  const deciding = policy.unread.filter(({ text }) => MAY_DECIDE.test(plain(text)))
  const clauses = cut(policy.sentence, /，/)
  // A figure says little without its clause.
  const clauseOf = (span: Span) =>
    clauses.find(({ start, end }) => start <= span.start && end >= span.end) ?? span
  const { pay, unread } = payOf(policy, vocabulary)
  const chosen = choiceIn(policy.sentence)
  const all = withOpen(needs, [
    ...deciding.map(clauseOf),
    // Who is chosen among those who may be, no condition says.
    ...(chosen ? [chosen] : []),
    // For whom it is nobody has said: then nobody qualifies for certain.
    ...(audience === null && needs.length === 0 ? [policy.beneficiary ?? policy.sentence] : []),
  ])
  return {
    policy,
    audience: audience ?? 'enterprise',
    needs: all,
    pay,
    cap: policy.caps[0] ?? null,
    unread: [
      ...(audience === null
        ? [{ ...(policy.beneficiary ?? policy.sentence), why: 'audience' as const }]
        : []),
      ...all
        .filter(({ condition }) => condition === null)
        .map((span) => ({ ...span, why: 'condition' as const })),
      ...unread,
      ...policy.limits.map((span) => ({ ...span, why: 'limit' as const })),
      ...policy.unread
        .filter((span) => !deciding.includes(span))
        .map((span) => ({ ...span, why: 'other' as const })),
    ].map(({ start, end, text, why }) => ({ start, end, text, why })),
  }
}

/** Spans that hold the verdict open beside the needs; none of them twice. */
function withOpen(needs: readonly Need[], spans: readonly Span[]): Need[] {
  const all = [...needs]
  for (const span of spans)
    if (!all.some(({ start, end }) => start < span.end && span.start < end))
      all.push({ ...span, condition: null })
  return all
}

function choiceIn(sentence: Span): Span | null {
  const at = sentence.text.search(/择\s*优/)
  return at < 0 ? null : partOf(sentence, at, at + (/择\s*优/.exec(sentence.text)?.[0].length ?? 0))
}

function audienceOf({ beneficiary }: Policy): Audience | null {
  if (!beneficiary) return null
  const said = plain(beneficiary.text)
  return AUDIENCE_OF.find(([pattern]) => pattern.test(said))?.[1] ?? null
}

/** `首次获得贷款的科技型中小企业`: attributes and what they are of, each a condition of its own. */
function needsOf({ beneficiary, conditions }: Policy, facts: Vocabulary): Need[] {
  const parts = beneficiary ? cut(beneficiary, /[的且]/).map(withoutMark) : []
  const own = parts.flatMap((part, i) =>
    i === parts.length - 1 ? headNeeds(part, facts) : [needOf(part, facts)],
  )
  // `外地企业整体迁入的`: what they do stands behind whom.
  const does = conditions.filter(({ start }) => beneficiary === null || start >= beneficiary.end)
  return [...own, ...does.flatMap((span) => cut(span, /[的]$/)).map((span) => needOf(span, facts))]
}

const needOf = (span: Span, facts: Vocabulary): Need => ({
  ...span,
  condition: conditionIn(span.text, facts),
})

function headNeeds(head: Span, facts: Vocabulary): Need[] {
  const said = plain(head.text)
  if (WHOEVER.test(said)) return []
  const whole = { ...head, condition: conditionIn(head.text, facts) ?? anyOf(said, facts) }
  if (whole.condition !== null) return [whole]
  const when = WHEN.exec(head.text)?.[1]
  const rest = when && partOf(head, when.length)
  if (!rest) return [whole]
  return [
    { ...partOf(head, 0, when.length), condition: null },
    ...(WHOEVER.test(plain(rest.text)) ? [] : [needOf(rest, facts)]),
  ]
}

/** `高新技术企业和科技型中小企业`: it is for each of them. */
function anyOf(said: string, facts: Vocabulary): string | null {
  const names = said.split(/、|和|或者?|以及|及/).map((name) => factNamed(name, facts))
  const known = names.flatMap((fact) => (fact?.type === 'yes-no' ? [fact.name] : []))
  return names.length > 1 && known.length === names.length ? known.join(' or ') : null
}

/** `的、` between two attributes. */
function withoutMark(span: Span): Span {
  const mark = /^[\s、]*/.exec(span.text)?.[0].length ?? 0
  return mark === 0 ? span : partOf(span, mark)
}

function payOf(policy: Policy, facts: Vocabulary): { pay: Draft['pay']; unread: Unread[] } {
  const { rates, amounts, caps } = policy
  const [rate] = rates
  const [amount] = amounts
  const [cap] = caps
  const more = (spans: readonly Span[], why: UnreadWhy = 'more') => spans.map((span) => ({ ...span, why }))
  const others = [...rates.slice(1), ...caps.slice(1)]
  const base = rate?.of ? factNamed(rate.of, facts) : null
  // `每平方米补贴100元` is so much of something that no fact is.
  const isPerUnit = policy.unread.some(({ text }) => /^\s*每/.test(text))
  const upTo = cap ? { of: cap.value, from: cap, atMost: true } : null
  if (rate && base?.type === 'quantity' && base.dimension === 'CNY')
    return {
      pay: { of: `${base.name} * ${rate.value}`, from: rate, atMost: false },
      unread: more([...others, ...amounts]),
    }
  if (rate) return { pay: upTo, unread: [...more([rate], 'base'), ...more([...others, ...amounts])] }
  if (!amount) return { pay: upTo, unread: more(others) }
  if (isPerUnit) return { pay: upTo, unread: [...more(amounts, 'base'), ...more(others)] }
  return {
    pay: { of: amount.value, from: amount, atMost: false },
    unread: more([...others, ...amounts.slice(1)]),
  }
}
