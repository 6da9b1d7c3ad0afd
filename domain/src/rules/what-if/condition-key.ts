import type { Check } from '../bind/bound.js'
import type { Engine } from '../bind/engine.js'
import { slotsOfCond } from '../bind/slots.js'

/**
 * All that the result of a condition on a table hangs on, so that a changed text finds what the earlier one computed:
 * the condition itself, the facts behind its slots, and which facts bound one another, whose numbers differ from one
 * engine to the next. Ids follow from the rest.
 */
export function conditionKey({ tables, on, within }: Engine, { cond }: Pick<Check, 'cond'>): string {
  const slots = slotsOfCond(cond)
  const joined = within.filter(([part, whole]) => slots.includes(part) || slots.includes(whole))
  const pairs = joined.length > 0 ? within : []
  const named = new Set([...slots, ...pairs.flat()])
  const facts = [...named].map((index) => {
    const slot = tables.slots[index]
    return [index, slot?.keys, slot?.ofOwner, slot?.fact.type, slot?.fact.lo, slot?.fact.hi]
  })
  return JSON.stringify([on, cond, facts, pairs], (name, value: unknown) => {
    if (name === 'id' || name === 'span') return undefined
    if (value instanceof Map) return [...value]
    return typeof value === 'bigint' ? `${value}` : value
  })
}
