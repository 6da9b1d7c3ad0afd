import { randomOf } from '../trace/random.mjs'

/** Members of two sides, each of the left one with `candidates` of the right one, scored alike by none. */
export function problemOf(seed, { lefts, rights, candidates, capacity, granted }) {
  const random = randomOf(seed)
  const [left, right, leftLikes, rightLikes] = [[], [], [], []]
  for (let l = 0; l < lefts; l += 1)
    for (const r of some(random, rights, candidates)) {
      left.push(l)
      right.push(r)
      leftLikes.push(Math.round(random.next() * 100))
      rightLikes.push(Math.round(random.next() * 100))
    }
  return {
    leftCapacity: Array.from({ length: lefts }, () => capacity),
    rightCapacity: Array.from({ length: rights }, () => granted),
    left: Int32Array.from(left),
    right: Int32Array.from(right),
    leftLikes: Float64Array.from(leftLikes),
    rightLikes: Float64Array.from(rightLikes),
  }
}

function some(random, count, wanted) {
  const chosen = new Set()
  while (chosen.size < Math.min(wanted, count)) chosen.add(Math.floor(random.next() * count))
  return chosen
}
