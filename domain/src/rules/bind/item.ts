import { buildCondition } from '../compile/expression.js'
import { nodesOf, type Shape } from '../compile/scope.js'
import type { Item, Source } from '../programme.js'
import { annotated, type Binding, compiled, complain } from './binding.js'

/** A condition of the file, compiled. */
export function bindItem(binding: Binding, item: Item): Shape {
  switch (item.kind) {
    case 'expression':
      return annotated(binding, bindCondition(binding, item.that), item)
    case 'by-reading': {
      const that = item.that.get(binding.reading ?? '')
      if (that) return annotated(binding, bindCondition(binding, that), item)
      complain(
        binding,
        item.at,
        'programme.reading',
        `This has no condition for the reading “${binding.reading ?? ''}”`,
        [...(binding.programme.readings?.options.keys() ?? [])].join(', '),
      )
      return placeholder(binding, '')
    }
    case 'all':
    case 'any': {
      const children = item.items.map((i) => bindItem(binding, i))
      const cond = nodesOf(binding.scope).join(
        item.kind === 'all' ? 'and' : 'or',
        children.map((c) => c.cond),
      )
      const text = children
        .map((c) => (c.kind === 'all' || c.kind === 'any' ? `(${c.text})` : c.text))
        .join(item.kind === 'all' ? ' and ' : ' or ')
      return annotated(
        binding,
        {
          kind: item.kind,
          text,
          label: null,
          cite: null,
          cond,
          left: null,
          right: null,
          relation: null,
          children,
        },
        item,
      )
    }
  }
}

export function bindCondition(binding: Binding, source: Source): Shape {
  return compiled(
    binding,
    source,
    (e) => buildCondition(binding.scope, e),
    () => placeholder(binding, source.text),
  )
}

/** Stands for what could not be compiled, while the rest is checked. */
function placeholder(binding: Binding, text: string): Shape {
  return {
    kind: 'fact',
    text,
    label: null,
    cite: null,
    cond: nodesOf(binding.scope).known(false),
    left: null,
    right: null,
    relation: null,
    children: [],
  }
}
