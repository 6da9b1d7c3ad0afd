import { build } from '../compile/expression.js'
import { type Built, nodesOf } from '../compile/scope.js'
import type { Num } from '../form.js'
import type { Grade } from '../programme.js'
import { alreadySaid, annotated, type Binding, circular, compiled, complain } from './binding.js'
import type { TermSpec } from './bound.js'
import { bindItem } from './item.js'
import { bindAmount, bindStarts, bindTerm } from './term.js'

/** Makes a name's meaning once; a name that needs itself is refused where it does. */
function once<T>(
  binding: Binding,
  names: Map<string, T | 'open' | 'failed'>,
  name: string,
  at: number,
  make: () => T,
): T {
  const known = names.get(name)
  if (known === 'open') circular(name, at)
  if (known === 'failed') alreadySaid()
  if (known !== undefined) return known
  names.set(name, 'open')
  const before = binding.problems.length
  const made = make()
  names.set(name, binding.problems.length > before ? 'failed' : made)
  return binding.problems.length > before ? alreadySaid() : made
}

export function definition(binding: Binding, name: string, at: number): Built {
  return once<Built>(binding, binding.names, name, at, () => {
    const define = binding.programme.define.get(name)
    const { item, term } = define ?? { item: null, term: null }
    if (item?.kind === 'expression') {
      const none: Built = {
        type: 'condition',
        shape: {
          kind: 'fact',
          text: name,
          label: null,
          cite: null,
          cond: nodesOf(binding.scope).known(false),
          left: null,
          right: null,
          relation: null,
          children: [],
        },
      }
      const built = compiled<Built>(
        binding,
        item.that,
        (e) => build(binding.scope, e),
        () => none,
      )
      return built.type === 'condition'
        ? { type: 'condition', shape: annotated(binding, built.shape, item) }
        : built
    }
    if (item) return { type: 'condition', shape: bindItem(binding, item) }
    if (!term) return alreadySaid()
    const { num, dimension } = bindTerm(binding, term, null)
    return { type: 'number', num, dimension, bare: false }
  })
}

export function pointsItem(binding: Binding, item: string, at: number): TermSpec {
  return once(binding, binding.items, item, at, () => {
    const term = binding.programme.points.get(item)
    if (!term) return alreadySaid()
    const made = bindTerm(binding, term, '分')
    return { ...made, text: item, label: made.label ?? { zh: item } }
  })
}

export function scoreOf(binding: Binding): Num {
  const items = [...binding.programme.points.keys()].map((item) => pointsItem(binding, item, 0).num)
  return nodesOf(binding.scope).combine('add', items)
}

export function gradeOf(binding: Binding, grade: Grade | null, at: number): Built {
  if (!grade) return alreadySaid()
  return once<Built>(binding, binding.names, '等级', at, () => {
    const of = bindAmount(binding, grade.of, null)
    const steps = grade.bands.map((b) => b.from)
    const sorted = bindStarts(binding, { ...of, text: grade.of.text }, steps)
    const falling = steps.find((s) => s.bound === '不超过' || s.bound === '低于')
    if (falling) complain(binding, falling.at.at, 'programme.grade', 'Bands of a grade rise', '达到 80 分')
    const names = [
      grade.below,
      ...sorted.map(({ step }) => grade.bands.find((b) => b.from === step)?.name ?? ''),
    ]
    return { type: 'grade', of: of.num, starts: sorted.map((s) => s.start), names }
  })
}
