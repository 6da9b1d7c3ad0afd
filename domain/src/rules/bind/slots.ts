import type { Cond, Num } from '../form.js'

const ofNum = new WeakMap<Num, readonly number[]>()
const ofCond = new WeakMap<Cond, readonly number[]>()

/** The facts that a number depends on. */
export function slotsOfNum(n: Num): readonly number[] {
  const known = ofNum.get(n)
  if (known) return known
  const found = unique(listNum(n))
  ofNum.set(n, found)
  return found
}

function listNum(n: Num): readonly number[] {
  switch (n.op) {
    case 'slot':
      return [n.slot]
    case 'const':
    case 'records':
      return []
    case 'add':
    case 'min':
    case 'max':
      return n.items.flatMap(slotsOfNum)
    case 'subtract':
    case 'multiply':
      return [...slotsOfNum(n.left), ...slotsOfNum(n.right)]
    case 'divide':
      return [...slotsOfNum(n.left), ...slotsOfNum(n.right), ...(n.ifZero ? slotsOfNum(n.ifZero) : [])]
    case 'if':
      return [...slotsOfCond(n.when), ...slotsOfNum(n.met), ...slotsOfNum(n.unmet)]
    case 'bands':
      return [...slotsOfNum(n.of), ...n.values.flatMap(slotsOfNum)]
    case 'slices':
    case 'round':
      return slotsOfNum(n.of)
  }
}

/** The facts that a condition depends on. */
export function slotsOfCond(c: Cond): readonly number[] {
  const known = ofCond.get(c)
  if (known) return known
  const found = unique(listCond(c))
  ofCond.set(c, found)
  return found
}

function listCond(c: Cond): readonly number[] {
  switch (c.op) {
    case 'known':
      return []
    case 'within':
      return [c.slot]
    case 'compare':
      return [...slotsOfNum(c.left), ...slotsOfNum(c.right)]
    case 'and':
    case 'or':
      return c.items.flatMap(slotsOfCond)
    case 'not':
      return slotsOfCond(c.of)
  }
}

function unique(list: readonly number[]): readonly number[] {
  return list.length < 2 ? list : [...new Set(list)]
}
