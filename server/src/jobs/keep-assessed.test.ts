import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { basisOf } from '../assessments/assess.js'
import { countStale } from '../assessments/store.js'
import { type TestRegion, testRegion } from '../assessments/testing-region.js'
import { whileAlone } from '../database/advisory-lock.js'
import { insertSubjects } from '../registry/store-insert.js'
import { keepAssessed } from './keep-assessed.js'

let at: TestRegion
beforeAll(async () => {
  at = await testRegion()
})
afterAll(() => at.db.drop())

const unexpected = (error: unknown) => {
  throw error
}
const stale = async () => (await countStale(at.db.pool, at.region, basisOf(at.context))).stale
const enter = (count: number) =>
  insertSubjects(
    at.db.pool,
    at.region,
    Array.from({ length: count }, (_, i) => ({
      name: `后台样例 ${i}（示例）`,
      audience: 'enterprise' as const,
    })),
  )

test('computes what is stale at its start, when something was written and when a day begins', async () => {
  await enter(60)
  const job = keepAssessed(at.context, unexpected, 20)
  await vi.waitFor(async () => expect(await stale()).toBe(0), 20_000)
  await enter(3)
  at.context.wrote.emit()
  await vi.waitFor(async () => expect(await stale()).toBe(0), 20_000)
  at.context.on = '2026-11-25'
  expect(await stale()).toBe(63)
  await vi.waitFor(async () => expect(await stale()).toBe(0), 20_000)
  await job.stop()
})

test('of two servers on one database one works', async () => {
  await enter(2)
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  let entered = () => {}
  const working = new Promise<void>((resolve) => {
    entered = resolve
  })
  const other = whileAlone(at.db.pool, 'keep-assessed', () => {
    entered()
    return held
  })
  await working
  const job = keepAssessed(at.context, unexpected, 20)
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(await stale()).toBe(2)
  release()
  expect(await other).toBe(true)
  await vi.waitFor(async () => expect(await stale()).toBe(0), 20_000)
  await job.stop()
})
