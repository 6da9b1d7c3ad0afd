import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type TestRegion, testRegion } from '../assessments/testing-region.js'
import { latestRuns } from '../region-run/store-runs.js'
import { isDue, keepRegionRun } from './keep-region-run.js'

let at: TestRegion
beforeAll(async () => {
  at = await testRegion()
})
afterAll(() => at.db.drop())

const now = new Date('2026-11-24T20:00:00Z')
const day = { on: '2026-11-25', hour: 4, now }

test.each([
  ['nothing yet', day, [], true],
  ['too early', { ...day, hour: 1 }, [], false],
  ['done', day, [{ on: '2026-11-25', state: 'done', endedAt: now }], false],
  ['done for another day', day, [{ on: '2026-11-24', state: 'done', endedAt: now }], true],
  ['cancelled', day, [{ on: '2026-11-25', state: 'cancelled', endedAt: now }], false],
  ['interrupted', day, [{ on: '2026-11-25', state: 'interrupted', endedAt: now }], true],
  ['said to run', day, [{ on: '2026-11-25', state: 'running', endedAt: null }], true],
  ['failed just now', day, [{ on: '2026-11-25', state: 'failed', endedAt: now }], false],
  [
    'failed some hours ago',
    day,
    [{ on: '2026-11-25', state: 'failed', endedAt: new Date('2026-11-24T17:00:00Z') }],
    true,
  ],
] as const)('%s', (_, when, runs, due) => {
  expect(isDue(when, runs)).toBe(due)
})

test('runs the region once a day', async () => {
  const failed: unknown[] = []
  const morning = { ...at.context, now: () => now }
  const job = keepRegionRun(morning, (error) => failed.push(error), 20)
  const runs = () => latestRuns(at.db.pool, at.region, 10)
  await vi.waitFor(async () => expect((await runs()).map(({ state }) => state)).toEqual(['done']), 20_000)
  await new Promise((resolve) => setTimeout(resolve, 100))
  await job.stop()
  expect(await runs()).toHaveLength(1)
  expect(failed).toEqual([])
})
