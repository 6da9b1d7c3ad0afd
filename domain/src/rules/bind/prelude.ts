import { codesWithin } from '../compile/compare.js'
import { nodesOf, type Shape } from '../compile/scope.js'
import { slotOf } from '../compile/slot.js'
import type { Cited } from '../programme.js'
import { annotated, type Binding, complain, sourceCitation } from './binding.js'
import { bindCondition } from './item.js'

/** Where a company is registered; a pack's `applies` is a condition on it. */
export const REGISTERED_IN = '注册地'

/** The pack's `applies`, as the first condition of each of its programmes. */
export function bindPlace(binding: Binding): Shape[] {
  const { programme, scope } = binding
  if (!programme.place) return []
  const fact = scope.library.facts.get(REGISTERED_IN)
  if (fact?.type !== 'place') {
    complain(
      binding,
      programme.at,
      'pack.applies',
      `“applies” wants the fact ${REGISTERED_IN}, a place, in this pack or one that it extends`,
    )
    return []
  }
  const slot = slotOf(scope, { fact, calibre: null, year: null, ofOwner: false })
  const cond = nodesOf(scope).within(slot.index, [codesWithin(programme.place.code)])
  const { name } = programme.place
  return [
    {
      kind: 'in',
      text: `${REGISTERED_IN} in ${name}`,
      label: { zh: `注册地在${name}`, en: `Registered in ${name}` },
      cite: sourceCitation(programme),
      cond,
      left: { kind: 'slot', slot: slot.index },
      right: { kind: 'text', text: name },
      relation: null,
      children: [],
    },
  ]
}

/** A negative fact, which must be 否. */
export function bindStanding(binding: Binding, source: Cited): Shape {
  const shape = bindCited(binding, source)
  return {
    ...shape,
    cond: nodesOf(binding.scope).not(shape.cond),
    cite: shape.cite ?? sourceCitation(binding.programme),
    label: shape.label ?? { zh: `没有${source.text}`, en: `No ${english(binding, source.text)}` },
  }
}

/** A title that must be held. */
export function bindTitle(binding: Binding, source: Cited): Shape {
  const shape = bindCited(binding, source)
  return {
    ...shape,
    cite: shape.cite ?? sourceCitation(binding.programme),
    label: shape.label ?? { zh: `是${source.text}`, en: `Is recognised: ${english(binding, source.text)}` },
  }
}

function bindCited(binding: Binding, source: Cited): Shape {
  return annotated(binding, bindCondition(binding, source), { ...source, label: null, evidence: null })
}

function english(binding: Binding, name: string): string {
  return binding.scope.library.facts.get(name)?.label.en ?? name
}
