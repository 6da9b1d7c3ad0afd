import type { Cond, Num } from '../form.js'
import { NotNative } from './constants.js'
import { lcm } from './scale.js'

export type RecordsNum = Num & { op: 'records' }

/** Every value of a number over one record is a whole multiple of one over this; 1 for a count. */
export function denominatorOf(n: Num | null): bigint {
  const common = (items: readonly Num[]) => items.map(denominatorOf).reduce(lcm)
  if (!n) return 1n
  switch (n.op) {
    case 'const':
      return n.value.lo.d * n.value.hi.d
    case 'slot':
      return n.scale
    case 'add':
    case 'min':
    case 'max':
      return common(n.items)
    case 'subtract':
      return common([n.left, n.right])
    case 'multiply':
      return denominatorOf(n.left) * denominatorOf(n.right)
    case 'if':
      return common([n.met, n.unmet])
    case 'bands':
      return common(n.values)
    default:
      throw new NotNative(`“${n.op}” in a record has no common scale`)
  }
}

/** The aggregates of records in a condition or a number. */
export function aggregatesIn(node: Cond | Num): readonly RecordsNum[] {
  const found = new Set<RecordsNum>()
  const seen = new Set<Cond | Num>()
  const visit = (n: Cond | Num | null): void => {
    if (!n || seen.has(n)) return
    seen.add(n)
    if (n.op === 'records') found.add(n)
    else for (const part of partsOf(n)) visit(part)
  }
  visit(node)
  return [...found]
}

function partsOf(n: Cond | Num): readonly (Cond | Num | null)[] {
  switch (n.op) {
    case 'compare':
    case 'subtract':
    case 'multiply':
      return [n.left, n.right]
    case 'divide':
      return [n.left, n.right, n.ifZero]
    case 'and':
    case 'or':
    case 'add':
    case 'min':
    case 'max':
      return n.items
    case 'not':
    case 'slices':
    case 'round':
      return [n.of]
    case 'if':
      return [n.when, n.met, n.unmet]
    case 'bands':
      return [n.of, ...n.values]
    default:
      return []
  }
}
