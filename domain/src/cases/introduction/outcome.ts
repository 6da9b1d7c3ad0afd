import { type Static, Type } from 'typebox'
import type { Text } from '../../shared/text.js'

/** What an introduction led to, in codes: they teach the ranking and are counted in its audit. */
export const OutcomeCode = Type.Union([
  Type.Literal('contract'),
  Type.Literal('in-talks'),
  Type.Literal('trial'),
  Type.Literal('field-differs'),
  Type.Literal('not-mature'),
  Type.Literal('performance'),
  Type.Literal('price'),
  Type.Literal('time'),
  Type.Literal('rights'),
  Type.Literal('no-capacity'),
  Type.Literal('solved-elsewhere'),
  Type.Literal('need-unclear'),
  Type.Literal('no-answer'),
  Type.Literal('other'),
])
export type OutcomeCode = Static<typeof OutcomeCode>

export interface Outcome {
  readonly name: Text
  /** `open`: it goes on; `without`: it ended without a contract. */
  readonly ends: 'signed' | 'open' | 'without'
  /** Whether the match itself was right: what only failed on price or time speaks for the ranking. Null says nothing of it. */
  readonly fitted: boolean | null
}

const outcome = (zh: string, en: string, ends: Outcome['ends'], fitted: boolean | null): Outcome => ({
  name: { zh, en },
  ends,
  fitted,
})

export const OUTCOMES: Readonly<Record<OutcomeCode, Outcome>> = {
  contract: outcome('已签订技术合同', 'Technology contract signed', 'signed', true),
  'in-talks': outcome('继续洽谈', 'Talks go on', 'open', true),
  trial: outcome('进入试验、试用', 'Trial under way', 'open', true),
  'field-differs': outcome('技术方向不符', 'Another field of technology', 'without', false),
  'not-mature': outcome('成熟度不够', 'Not mature enough', 'without', false),
  performance: outcome('指标达不到', 'Misses the figures asked', 'without', false),
  price: outcome('价格谈不拢', 'No agreement on the price', 'without', true),
  time: outcome('时间来不及', 'Cannot be done in time', 'without', true),
  rights: outcome('权属或保密谈不拢', 'No agreement on rights or secrecy', 'without', true),
  'no-capacity': outcome('对方没有余力', 'No capacity', 'without', true),
  'solved-elsewhere': outcome('需求已另行解决', 'Solved elsewhere', 'without', null),
  'need-unclear': outcome('需求没有说清', 'The need is not clear', 'without', null),
  'no-answer': outcome('没有答复', 'No answer', 'without', null),
  other: outcome('其他', 'Something else', 'without', null),
}

export const OUTCOME_CODES = Object.keys(OUTCOMES) as readonly OutcomeCode[]
