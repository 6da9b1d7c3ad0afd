/** A stream of numbers that is the same for the same seed, on every machine and version of Node. */
export interface Random {
  /** At least 0 and below 1. */
  next(): number
  /** Whole, both ends included. */
  integer(from: number, to: number): number
  chance(probability: number): boolean
  pick<const T extends readonly [unknown, ...unknown[]]>(from: T): T[number]
}

/** Mulberry32 (Tommy Ettinger, public domain). */
export function seeded(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const integer = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1))
  return {
    next,
    integer,
    chance: (probability) => next() < probability,
    pick: (from) => from[integer(0, from.length - 1)] ?? from[0],
  }
}
