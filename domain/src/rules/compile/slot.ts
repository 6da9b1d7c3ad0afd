import { suggest } from '../../shared/suggest.js'
import { scaleOf } from '../../shared/unit.js'
import { type FactDef, factKey, type ValueDef, yearOfPeriod } from '../facts.js'
import type { Slot } from '../form.js'
import type { Expression } from '../language/expression.js'
import { parseExpression } from '../language/parse.js'
import { build } from './expression.js'
import { type Built, leaf, nodesOf, refuse, type Scope, type Tables } from './scope.js'

export interface Reference {
  readonly fact: FactDef
  readonly calibre: string | null
  readonly year: number | null
  readonly ofOwner: boolean
}

/** The year that a bare name means in this programme, or null for facts that have one value. */
export function bareYear(scope: Scope, fact: FactDef): number | null {
  if (yearOfPeriod(fact.period, scope.onYear) === null) return null
  const { period } = scope.programme
  if (typeof period === 'number') return period
  return scope.onYear - { 当年: 0, 上年度: 1, 前年度: 2 }[period]
}

function bareCalibre(scope: Scope, fact: FactDef): string | null {
  const { calibre } = scope.programme
  return calibre !== null && fact.calibres.has(calibre) ? calibre : null
}

/** The value of a fact, or what it is derived from. */
export function factValue(
  scope: Scope,
  e: Expression,
  reference: Partial<Reference> & { fact: FactDef },
): Built {
  const { fact } = reference
  if (fact.derived !== null) return derivedValue(scope, e, fact)
  const calibre = reference.calibre ?? bareCalibre(scope, fact)
  if (calibre === null && fact.calibres.size > 0) {
    refuse('calibre', e, `“${fact.name}” has several calibres; say which`, {
      expected: [...fact.calibres.keys()].map((c) => `${fact.name}.${c}`).join(' or '),
    })
  }
  const slot = slotOf(scope, {
    fact,
    calibre,
    year: reference.year ?? bareYear(scope, fact),
    ofOwner: reference.ofOwner ?? false,
  })
  return definedValue(scope, e, fact, slot.index)
}

/** What a slot with this definition gives to an expression. */
export function definedValue(scope: Scope, e: Expression, def: ValueDef, slot: number): Built {
  const nodes = nodesOf(scope)
  switch (def.type) {
    case 'quantity':
      return {
        type: 'number',
        num: nodes.slot(slot, scaleOf(def.dimension), def.lo, def.hi),
        dimension: def.dimension,
        bare: false,
      }
    case 'date':
      return { type: 'date', num: nodes.slot(slot, 1n, def.lo, def.hi) }
    case 'choice':
      return { type: 'choice', slot, def }
    case 'place':
      return { type: 'place', slot }
    case 'yes-no':
      return leaf('fact', e, nodes.within(slot, [{ from: 1n, to: 1n }]), { left: { kind: 'slot', slot } })
  }
}

function derivedValue(scope: Scope, e: Expression, fact: FactDef): Built {
  if (scope.deriving.includes(fact.name)) refuse('circular', e, `“${fact.name}” is derived from itself`)
  const built = build(
    { ...scope, deriving: [...scope.deriving, fact.name] },
    parseExpression(fact.derived ?? ''),
  )
  return built.type === 'condition'
    ? { type: 'condition', shape: { ...built.shape, text: e.text, label: fact.label } }
    : built
}

export function slotOf(scope: Scope, reference: Reference): Slot {
  return slotFor(scope.tables, scope.onYear, reference, reference.year === bareYear(scope, reference.fact))
}

/** `bare`: an undated value counts, as it is of the year that the programme means. */
export function slotFor(
  tables: Tables,
  onYear: number,
  { fact, calibre, year, ofOwner }: Reference,
  bare: boolean,
): Slot {
  const key = `${ofOwner ? 'owner ' : ''}${factKey(fact.name, calibre, year)}${bare ? '' : ' dated'}`
  const known = tables.slotByKey.get(key)
  if (known) return known
  const keys = [factKey(fact.name, calibre, year), factKey(fact.name, null, year)]
  if (bare && year !== null) keys.push(factKey(fact.name, calibre, null), fact.name)
  if (fact.period === '当年') keys.push(factKey(fact.name, calibre, onYear), factKey(fact.name, null, onYear))
  const slot: Slot = {
    index: tables.slots.length,
    fact,
    calibre,
    year,
    ofOwner,
    bare,
    keys: [...new Set(keys)],
    closed: year !== null && year < onYear,
  }
  tables.slots.push(slot)
  tables.slotByKey.set(key, slot)
  return slot
}

/** The fact of this Chinese or English name, if this programme's subject or its owner can have it. */
export function findFact(scope: Scope, name: string): FactDef | undefined {
  const { facts, englishNames, packs } = scope.library
  const fact = facts.get(name) ?? facts.get(englishNames.get(name) ?? '')
  return fact && packs.get(scope.programme.pack)?.chain.includes(fact.pack) ? fact : undefined
}

export function unknownName(scope: Scope, e: Expression, name: string): never {
  const { facts, records } = scope.library
  const names = [
    ...scope.localNames(),
    ...facts.keys(),
    ...[...facts.values()].map((f) => f.en),
    ...records.keys(),
  ]
  const suggestion = suggest(name, names)
  refuse(
    'unknown-name',
    e,
    `“${name}” is no fact of this pack or of those it extends, and is not defined here`,
    { expected: 'a fact of facts.yaml, or a name under “define”', suggestion },
  )
}
