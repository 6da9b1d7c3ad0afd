import type { Field } from '@kehui/domain/registry/fields'
import type { FindFact } from '@kehui/domain/registry/imports'
import type { Kind } from '@kehui/domain/registry/kinds'
import { type FactDef, factKey, type Library, yearOfPeriod } from '@kehui/domain/rules'
import { datedKey } from '../dated-facts.js'

/** Facts of programmes as columns of imports can be them; undated ones are of the year that the file is of. */
export function factFinder({ facts }: Library, kind: Kind, observedOn: string): FindFact {
  const onYear = Number(observedOn.slice(0, 4))
  return (given, year, rowYear) => {
    const [name = '', calibre = null] = given.split('.')
    const def = facts.get(name)
    if (!def || def.derived !== null || !def.of.some((of) => of === kind.audience)) return null
    if (calibre !== null && !def.calibres.has(calibre)) return null
    const yearly = def.period === '当年' || yearOfPeriod(def.period, 0) !== null
    const key = factKey(def.name, calibre, yearly ? year : null)
    const dated = !yearly || year !== null || rowYear ? key : datedKey({ facts }, key, onYear)
    return { field: fieldOfFact(def), fact: dated, yearly: yearly && year === null && rowYear }
  }
}

function fieldOfFact(def: FactDef): Field {
  return {
    name: def.name,
    label: def.label,
    type: def.type,
    headers: [],
    visibility: 'staff',
    weight: 0,
    required: false,
    unit: def.type === 'quantity' ? def.unit : null,
    dimension: def.type === 'quantity' ? def.dimension : null,
    codes:
      def.type === 'choice' ? { id: def.name, title: def.label, source: null, codes: def.options } : null,
    identifier: null,
    of: null,
    fact: def.name,
    longest: 1000,
  }
}
