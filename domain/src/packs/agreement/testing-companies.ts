import { valueFrom } from '../../rules/answer/situation.js'
import type { Engine } from '../../rules/bind/engine.js'
import type { Audience, KnownFact, RecordRow, Subject, Value, ValueDef } from '../../rules/facts.js'
import type { Cond, Num, Slot } from '../../rules/form.js'
import type { Random } from './testing-random.js'

/** For each slot the integers at which something changes, so that companies stand on both sides of them. */
export type Interesting = ReadonlyMap<number, readonly bigint[]>

export function interestingIn(roots: readonly (Cond | Num)[]): Interesting {
  const found = new Map<number, Set<bigint>>()
  const seen = new Set<Cond | Num>()
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const item of node) visit(item)
    else if (isNode(node) && !seen.has(node)) {
      seen.add(node)
      if (node.op === 'within') {
        const cuts = found.get(node.slot) ?? new Set()
        for (const { from, to } of node.set) for (const end of [from, to]) if (end !== null) cuts.add(end)
        found.set(node.slot, cuts)
      } else if (node.op !== 'records') for (const part of Object.values(node)) visit(part)
    }
  }
  visit(roots)
  return new Map([...found].map(([slot, cuts]) => [slot, [...cuts].flatMap((c) => [c - 1n, c, c + 1n])]))
}

function isNode(value: unknown): value is Cond | Num {
  return typeof value === 'object' && value !== null && 'op' in value && 'id' in value
}

/** A company of which `share` of the facts are known, some of them as no more than an interval. */
export function companyOf(
  engine: Engine,
  interesting: Interesting,
  random: Random,
  share: number,
  id: string,
): Subject {
  const audience = random.pick<Audience>(['enterprise', 'enterprise', 'enterprise', 'project'])
  const own = subjectOf(engine, interesting, random, share, id, audience)
  return random.chance(0.2)
    ? { ...own, owner: subjectOf(engine, interesting, random, share, `${id}-owner`, 'enterprise') }
    : own
}

function subjectOf(
  engine: Engine,
  interesting: Interesting,
  random: Random,
  share: number,
  id: string,
  audience: Audience,
): Subject {
  const facts = new Map<string, KnownFact>()
  for (const slot of engine.tables.slots) {
    if (!random.chance(share)) continue
    const key = random.chance(0.7) ? slot.keys[0] : random.pick(slot.keys)
    if (key !== undefined) facts.set(key, { value: factValue(slot, interesting, random) })
  }
  const { founded } = engine.library
  if (founded !== null && random.chance(share))
    facts.set(founded, { value: { kind: 'date', day: engine.on - random.below(365 * 12) } })
  const records = new Map<string, readonly RecordRow[]>()
  for (const [name, { fields }] of engine.library.records) {
    if (!random.chance(share)) continue
    const rows = Array.from({ length: random.below(4) }, () => rowOf([...fields.values()], random, share))
    records.set(name, rows)
  }
  return { id, name: id, audience, facts, records }
}

function rowOf(fields: readonly ValueDef[], random: Random, share: number): RecordRow {
  return new Map(
    fields.flatMap((def) =>
      random.chance(share) ? [[def.name, valueFrom(integerOf(def, [], random), def)] as const] : [],
    ),
  )
}

function factValue({ index, fact }: Slot, interesting: Interesting, random: Random): Value {
  const integer = integerOf(fact, interesting.get(index) ?? [], random)
  if (fact.type === 'quantity' && random.chance(0.05)) {
    const other = integerOf(fact, interesting.get(index) ?? [], random)
    const [lo, hi] = other < integer ? [other, integer] : [integer, other]
    return { kind: 'quantity', lo, hi }
  }
  const value = valueFrom(integer, fact)
  if (value.kind !== 'place') return value
  const code = value.code
  return {
    kind: 'place',
    code: random.pick([code, code, code, `${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`]),
  }
}

function integerOf({ lo, hi, type }: ValueDef, cuts: readonly bigint[], random: Random): bigint {
  const clamp = (n: bigint) => (n < lo ? lo : n > hi ? hi : n)
  if (cuts.length > 0 && random.chance(0.7)) return clamp(random.pick(cuts))
  if (type !== 'quantity' || hi - lo < 64n) return lo + BigInt(random.below(Number(hi - lo) + 1))
  if (random.chance(0.1)) return random.pick([lo, hi, clamp(0n), clamp(lo + 1n), clamp(hi - 1n)])
  const digits = random.below((hi - lo).toString().length)
  const size = BigInt(Math.floor(random.next() * 1000)) * 10n ** BigInt(digits) + BigInt(random.below(3))
  return clamp(lo < 0n && random.chance(0.3) ? -size : size)
}
