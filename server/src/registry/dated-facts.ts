import { type FactDef, type FactSet, type KnownFact, yearOfPeriod } from '@kehui/domain/rules'

const KEY = /^([^.@]+)(?:\.([^@]+))?(?:@(\d+))?$/

type Facts = { readonly facts: ReadonlyMap<string, Pick<FactDef, 'period'>> }

/**
 * The key with the year that an undated value is of on that day. Undated, last year's figure would become that of
 * another year as time goes on.
 */
export function datedKey({ facts }: Facts, key: string, onYear: number): string {
  const [, name = '', , year] = KEY.exec(key) ?? []
  const def = facts.get(name)
  if (year !== undefined || !def) return key
  const meant = yearOfPeriod(def.period, onYear)
  return meant === null ? key : `${key}@${meant}`
}

/** A value that is given with its year counts over one without. */
export function datedFacts<T>(
  library: Facts,
  given: ReadonlyMap<string, T>,
  onYear: number,
): ReadonlyMap<string, T> {
  const dated = new Map<string, T>()
  for (const [key, value] of given) dated.set(datedKey(library, key, onYear), value)
  for (const [key, value] of given) if (KEY.exec(key)?.[3] !== undefined) dated.set(key, value)
  return dated
}

/** The facts with what is supposed in their place; without a calibre it stands for every calibre of that year. */
export function supposing(library: Facts, known: FactSet, given: FactSet, onYear: number): FactSet {
  const facts = new Map<string, KnownFact>()
  for (const [key, fact] of datedFacts(library, known, onYear)) facts.set(key, fact)
  for (const [key, fact] of datedFacts(library, given, onYear)) {
    const [, name = '', calibre, year] = KEY.exec(key) ?? []
    for (const other of calibre === undefined ? [...facts.keys()] : []) {
      const [, otherName, , otherYear] = KEY.exec(other) ?? []
      if (otherName === name && otherYear === year) facts.delete(other)
    }
    facts.set(key, fact)
  }
  return facts
}
