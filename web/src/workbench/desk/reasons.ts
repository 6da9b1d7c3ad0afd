import type { Entry, Trace } from '@kehui/server/client'

/** The single conditions of a verdict that count, wherever they stand in the tree. */
export function reasonsOf(nodes: readonly Trace[], verdict: Trace['verdict']): readonly Trace[] {
  return nodes.flatMap((node) => {
    if (!node.matters || node.verdict !== verdict) return []
    // What is below a “not” is said the other way round.
    const below = node.kind === 'not' ? [] : reasonsOf(node.children, verdict)
    // A group with a name of its own says more than its parts, unless one part alone decides.
    if (below.length === 0 || (node.label && below.length > 1)) return [node]
    return below
  })
}

/** What to say first: what refuses it, else what is still open, else what was met. */
export function decisive({ verdict, trace }: Pick<Entry, 'verdict' | 'trace'>): readonly Trace[] {
  return reasonsOf(trace.need, verdict)
}
