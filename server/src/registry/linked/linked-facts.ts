import type { Ranked } from '../imported-facts.js'
import type { Observation } from '../store-observations.js'
import type { Linked } from './linked.js'

/** Titles and counts that resources tell of subjects, as values of facts with who said so. */
export function linkedFacts(linked: readonly Linked[]): Ranked[] {
  const groups = new Map<string, Linked[]>()
  for (const one of linked)
    for (const fact of factsOf(one)) {
      const key = `${one.subject} ${fact}`
      groups.set(key, [...(groups.get(key) ?? []), one])
    }
  return [...groups].flatMap(([key, all]) => {
    const fact = key.slice(key.indexOf(' ') + 1)
    const first = all[0]
    if (!first) return []
    return [first.fed.as === 'title' ? titleFact(fact, all) : countFact(fact, all, first)]
  })
}

function factsOf({ fed }: Linked): readonly string[] {
  if (fed.as === 'title') return [fed.fact]
  return fed.as === 'count' ? fed.facts : []
}

/** One that holds is enough, whatever ended before. */
function titleFact(key: string, all: readonly Linked[]): Ranked {
  const sinceOf = ({ fed }: Linked) => (fed.as === 'title' ? (fed.since ?? '') : '')
  const holding = all.filter(({ fed }) => fed.as === 'title' && fed.holds)
  const among = holding.length > 0 ? holding : all
  const latest = among.reduce((a, b) => (sinceOf(b) > sinceOf(a) ? b : a))
  const value = holding.length > 0
  // What ended since it was written down is known since that day.
  const observedOn =
    !value && sinceOf(latest) > latest.origin.observedOn ? sinceOf(latest) : latest.origin.observedOn
  return rankedOf(key, latest, { value: { kind: 'yes-no', value }, observedOn })
}

function countFact(key: string, all: readonly Linked[], first: Linked): Ranked {
  const latest = all.reduce((a, b) => (b.origin.observedOn > a.origin.observedOn ? b : a), first)
  const count = String(all.length)
  const ranked = rankedOf(key, latest, {
    value: { kind: 'quantity', lo: count, hi: count },
    observedOn: latest.origin.observedOn,
  })
  // A register may not have all: whoever counted them knows better.
  return { ...ranked, observedOn: '', observation: { ...ranked.observation, atLeast: true } }
}

function rankedOf(
  key: string,
  { subject, resource, name, origin }: Linked,
  { value, observedOn }: Pick<Ranked, 'observedOn'> & Pick<Observation, 'value'>,
): Ranked {
  const { standing, confidence, recordedAt } = origin
  return {
    observation: {
      id: `resource:${resource}:${key}`,
      subject,
      key,
      value,
      source: sourceOf(origin.source, name),
      standing,
      observedAt: observedOn,
    },
    observedOn,
    standing,
    confidence,
    recorded: recordedAt,
  }
}

/** Who said it, and of what: 技术合同登记系统：云川检测平台开发. */
export function sourceOf(source: string, name: string): string {
  return `${source}：${name}`
}
