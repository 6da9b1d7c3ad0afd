import { afterAll, beforeAll, expect, test } from 'vitest'
import { NEED, type Sides, type TestRole, twoSides } from '../introductions/testing-sides.js'

let at: Sides
beforeAll(async () => {
  at = await twoSides()
})
afterAll(() => at.close())

const VISIT = { on: '2026-11-24', toldBy: '刘主任（示例）' }
const tell = (more: object, role: TestRole = 'service-team') =>
  at.send(role, 'POST', `/subjects/${at.seeker}/demands`, { content: NEED, ...more })

test('a need that somebody told on a visit says when and who, to its company and the team alone', async () => {
  const { status, body } = await tell({ visit: VISIT })
  expect(status).toBe(201)
  expect(body).toMatchObject({ channel: 'visit', visit: VISIT, state: 'draft' })
  // It is saved as it is written, as any other.
  const saved = await at.send('service-team', 'PUT', `/demands/${body.id}`, { content: NEED, revision: 0 })
  expect(saved.body.revision).toBe(1)
  await at.send('service-team', 'POST', `/demands/${body.id}/actions`, { action: 'publish' })
  const owner = await at.send('manager', 'GET', `/demands/${body.id}?as=${at.seeker}`)
  expect(owner.body.visit).toEqual(VISIT)
  const other = await at.send('manager', 'GET', `/demands/${body.id}?as=${at.provider}`)
  expect(other.body).toMatchObject({ disclosure: 'redacted', visit: null })
  expect(JSON.stringify(other.body)).not.toContain('刘主任')
})

test.each<[string, object, TestRole]>([
  ['of a day to come', { visit: { ...VISIT, on: '2026-11-26' } }, 'service-team'],
  ['told by nobody', { visit: { ...VISIT, toldBy: ' ' } }, 'service-team'],
  ['by a company itself', { visit: VISIT }, 'manager'],
  ['without a visit', { channel: 'visit' }, 'service-team'],
  ['by another channel', { channel: 'api', visit: VISIT }, 'service-team'],
])('%s it is refused', async (_, more, role) => {
  expect(await tell(more, role)).toMatchObject({ status: 422, body: { error: { code: 'demand.visit' } } })
})
