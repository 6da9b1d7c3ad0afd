/** Pairs in the order of the members of one side. */
export interface ByMember {
  /** By member, where its pairs begin; one more for their end. */
  readonly starts: Int32Array
  readonly pairs: Int32Array
}

export function byMember(members: Int32Array, count: number): ByMember {
  const starts = new Int32Array(count + 1)
  for (const member of members) starts[member + 1] = (starts[member + 1] ?? 0) + 1
  for (let i = 0; i < count; i += 1) starts[i + 1] = (starts[i + 1] ?? 0) + (starts[i] ?? 0)
  const next = starts.slice()
  const pairs = new Int32Array(members.length)
  for (const [pair, member] of members.entries()) {
    const at = next[member] ?? 0
    pairs[at] = pair
    next[member] = at + 1
  }
  return { starts, pairs }
}
