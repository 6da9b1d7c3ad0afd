import { expect, test } from 'vitest'
import { BLOCK } from './batch.js'
import { newShareCounter, sharesOf } from './shares.js'

test('every row is in one share, whoever takes it, and each share begins with a block', () => {
  const rows = 21 * BLOCK + 5
  const counter = newShareCounter()
  const threads = [sharesOf(counter, rows, 2), sharesOf(counter, rows, 2), sharesOf(counter, rows, 2)]
  const taken = []
  for (let turn = 0, left = threads; left.length > 0; turn += 1) {
    const thread = left[turn % left.length]
    const next = thread?.next()
    if (next?.done === false) taken.push(next.value)
    else left = left.filter((t) => t !== thread)
  }
  expect(taken.every(({ from }) => from % BLOCK === 0)).toBe(true)
  const ordered = taken.sort((a, b) => a.from - b.from)
  expect(ordered.map(({ from }) => from)).toEqual([0, ...ordered.slice(0, -1).map(({ to }) => to)])
  expect(ordered.at(-1)?.to).toBe(rows)
})

test('of no rows there is no share', () => {
  expect([...sharesOf(newShareCounter(), 0)]).toEqual([])
})
