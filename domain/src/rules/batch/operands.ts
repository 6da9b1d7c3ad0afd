import type { Test, Vector } from './ops.js'

export function isVector(node: Test | Vector): node is Vector {
  return 'scale' in node
}

/** What an operation is computed from. */
export function operandsOf(node: Test | Vector): readonly (Test | Vector)[] {
  switch (node.op) {
    case 'number':
    case 'not':
      return [node.of]
    case 'above':
      return [node.left.of, node.right.of]
    case 'ratio':
      return [...node.parts, ...(node.ifZero ? [node.ifZero] : [])]
    case 'and':
    case 'or':
      return node.items
    case 'min':
    case 'max':
      return node.items.map((item) => item.of)
    case 'if':
      return [node.when, node.met.of, node.unmet.of]
    case 'bands':
      return [...node.starts, ...node.of, ...node.values.map((value) => value.of)]
    case 'add':
    case 'times':
    case 'multiply':
    case 'slices':
    case 'round':
      return node.parts
    case 'known':
    case 'within':
    case 'const':
    case 'slot':
    case 'records':
    case 'host':
      return []
  }
}
