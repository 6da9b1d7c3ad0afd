import type { Programme } from '../../rules/programme.js'

type Together = Pick<Programme, 'id' | 'excludes' | 'stack'>

/**
 * Programmes that are settled together, since they exclude or cap one another, directly or through others. Each group
 * is settled by itself: what is best for the whole is best for each.
 */
export function settleGroups<P extends Together>(programmes: readonly P[]): P[][] {
  const above = new Map(programmes.map(({ id }) => [id, id]))
  const top = (id: string): string => {
    const next = above.get(id) ?? id
    return next === id ? id : top(next)
  }
  const join = (a: string, b: string) => {
    if (above.has(a) && above.has(b)) above.set(top(b), top(a))
  }
  const stacks = new Map<string, string>()
  for (const { id, excludes, stack } of programmes) {
    for (const exclusion of excludes) for (const other of exclusion.with) join(id, other)
    if (!stack) continue
    const first = stacks.get(stack.group)
    if (first === undefined) stacks.set(stack.group, id)
    else join(first, id)
  }
  const groups = new Map<string, P[]>()
  for (const programme of programmes) {
    const group = groups.get(top(programme.id))
    if (group) group.push(programme)
    else groups.set(top(programme.id), [programme])
  }
  return [...groups.values()]
}
