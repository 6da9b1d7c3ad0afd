/** A set of integers as sorted, disjoint, non-touching closed spans; null is unbounded. */
export type IntegerSet = readonly Span[]
export interface Span {
  readonly from: bigint | null
  readonly to: bigint | null
}

export const NOTHING: IntegerSet = []
export const EVERYTHING: IntegerSet = [{ from: null, to: null }]

export function span(from: bigint | null, to: bigint | null): IntegerSet {
  return from !== null && to !== null && from > to ? NOTHING : [{ from, to }]
}

export function union(a: IntegerSet, b: IntegerSet): IntegerSet {
  const spans = [...a, ...b].sort(byStart)
  const merged: Span[] = []
  for (const next of spans) {
    const last = merged.at(-1)
    if (!last || (last.to !== null && next.from !== null && next.from > last.to + 1n)) merged.push(next)
    else if (last.to !== null && (next.to === null || next.to > last.to))
      merged[merged.length - 1] = { from: last.from, to: next.to }
  }
  return merged
}

function byStart(a: Span, b: Span): number {
  if (a.from === b.from) return 0
  if (a.from === null) return -1
  if (b.from === null) return 1
  return a.from < b.from ? -1 : 1
}

export function complement(a: IntegerSet): IntegerSet {
  const gaps: Span[] = []
  let from: bigint | null = null
  let open = true
  for (const s of a) {
    if (s.from !== null) gaps.push({ from, to: s.from - 1n })
    if (s.to === null) open = false
    else from = s.to + 1n
  }
  if (open) gaps.push({ from, to: null })
  return gaps
}

export function intersection(a: IntegerSet, b: IntegerSet): IntegerSet {
  return complement(union(complement(a), complement(b)))
}

/** Every integer of lo..hi is in the set. */
export function covers(set: IntegerSet, lo: bigint, hi: bigint): boolean {
  for (const s of set) if ((s.from === null || s.from <= lo) && (s.to === null || hi <= s.to)) return true
  return false
}

/** Some integer of lo..hi is in the set. */
export function meets(set: IntegerSet, lo: bigint, hi: bigint): boolean {
  for (const s of set) if ((s.from === null || s.from <= hi) && (s.to === null || lo <= s.to)) return true
  return false
}

export function setKey(set: IntegerSet): string {
  return set.map((s) => `${s.from ?? ''}..${s.to ?? ''}`).join(',')
}
