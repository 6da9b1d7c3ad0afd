/** Mulberry32: the same numbers for the same seed, everywhere. */
export function randomOf(seed) {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const below = (n) => Math.floor(next() * n)
  const pick = (list) => list[below(list.length)]
  const between = (from, to) => from + below(to - from + 1)
  const chance = (p) => next() < p
  const some = (list, count) => {
    const left = [...list]
    return Array.from({ length: Math.min(count, left.length) }, () => left.splice(below(left.length), 1)[0])
  }
  return { next, below, pick, between, chance, some }
}
