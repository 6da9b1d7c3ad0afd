import type { Fact } from '../facts/fact.js'
import { type Policy, policiesIn } from './policy.js'
import type { Span } from './span.js'

/** The policies of a part of a report that begins at code point `from` of it; places are those of the report. */
export function policiesAt(text: string, facts: readonly Fact[], from: number): Policy[] {
  const near = facts.map((fact) => ({
    ...fact,
    start: fact.start - from,
    end: fact.end - from,
    valueStart: fact.valueStart - from,
    valueEnd: fact.valueEnd - from,
  }))
  const moved = <S extends Span>(span: S): S => ({ ...span, start: span.start + from, end: span.end + from })
  return policiesIn(text, near).map((policy) => ({
    sentence: moved(policy.sentence),
    beneficiary: policy.beneficiary && moved(policy.beneficiary),
    caps: policy.caps.map(moved),
    amounts: policy.amounts.map(moved),
    rates: policy.rates.map(moved),
    limits: policy.limits.map(moved),
    conditions: policy.conditions.map(moved),
    validity: policy.validity && { ...policy.validity, source: moved(policy.validity.source) },
    unread: policy.unread.map(moved),
  }))
}
