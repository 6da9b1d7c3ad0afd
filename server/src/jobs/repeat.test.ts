import { expect, test, vi } from 'vitest'
import { repeat } from './repeat.js'

const turn = () => new Promise((resolve) => setTimeout(resolve, 5))

test('woken while it runs, it runs once more and never twice at once', async () => {
  let [running, most, runs] = [0, 0, 0]
  const job = repeat({
    everyMs: 60_000,
    failed: () => {},
    run: async () => {
      runs += 1
      running += 1
      most = Math.max(most, running)
      await turn()
      running -= 1
    },
  })
  for (let i = 0; i < 5; i += 1) job.wake()
  await vi.waitFor(() => expect(runs).toBe(2))
  await job.stop()
  expect([most, runs]).toEqual([1, 2])
})

test('comes again by itself, until it is stopped', async () => {
  let runs = 0
  const count = async () => {
    runs += 1
  }
  const job = repeat({ everyMs: 1, failed: () => {}, run: count })
  job.wake()
  await vi.waitFor(() => expect(runs).toBeGreaterThan(2))
  await job.stop()
  const before = runs
  job.wake()
  await turn()
  expect(runs).toBe(before)
})

test('a failure is told once, and the next run tries anew', async () => {
  const told: unknown[] = []
  let runs = 0
  const job = repeat({
    everyMs: 1,
    failed: (error) => told.push(error),
    run: async () => {
      runs += 1
      throw new Error('no database')
    },
  })
  job.wake()
  await vi.waitFor(() => expect(runs).toBeGreaterThan(2))
  await job.stop()
  expect(told).toEqual([new Error('no database')])
})

test('stopping waits for what still runs, which hears of it', async () => {
  let ended = false
  const job = repeat({
    everyMs: 1,
    failed: () => {},
    run: async (signal) => {
      while (!signal.aborted) await turn()
      ended = true
    },
  })
  job.wake()
  await job.stop()
  expect(ended).toBe(true)
})
