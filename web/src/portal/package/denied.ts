import type { Trace } from '@kehui/server/client'

const OPPOSITE: Readonly<Record<string, string>> = { 是: '否', 否: '是', yes: 'no', no: 'yes' }

/**
 * “Not X” with a single X, as one condition. Shown as a branch of its own, X would stand in red with “not met”
 * inside a condition that is met for that very reason.
 */
export function deniedAsOne(node: Trace, denied: (required: string) => string): Trace {
  const [inner, ...others] = node.children
  if (node.kind !== 'not' || inner === undefined || others.length > 0 || inner.children.length > 0)
    return node
  const { required } = inner
  return {
    ...node,
    children: [],
    facts: inner.facts,
    ...(inner.actual === undefined ? {} : { actual: inner.actual }),
    ...(required === undefined ? {} : { required: OPPOSITE[required] ?? denied(required) }),
  }
}
