import { DEMAND_ACTIONS, type DemandAction, type DemandState } from '@kehui/domain/cases'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { NEED, published, type Sides, twoSides } from '../introductions/testing-sides.js'
import { expireDemands } from './act.js'

let at: Sides
beforeAll(async () => {
  at = await twoSides()
})
afterAll(() => at.close())

const begin = async (content: object = NEED) =>
  (await at.send('manager', 'POST', `/subjects/${at.seeker}/demands`, { content })).body
const act = (id: string, action: DemandAction, more: object = {}, as = at.seeker) =>
  at.send('manager', 'POST', `/demands/${id}/actions?as=${as}`, { action, note: '已由高校解决', ...more })
const seen = (id: string, as?: string) =>
  at.send('manager', 'GET', `/demands/${id}${as === undefined ? '' : `?as=${as}`}`)

describe('a need', () => {
  test('is a draft that only its company and the service team see', async () => {
    const { id, state, quality, actions } = await begin()
    expect(state).toBe('draft')
    expect(actions).toEqual(['publish', 'withdraw'])
    expect(quality.points).toBeGreaterThan(20)
    expect(quality.questions[0]).toMatchObject({ part: 'targets' })
    expect((await seen(id)).status).toBe(404)
    expect((await seen(id, at.provider)).status).toBe(404)
    expect((await seen(id, at.seeker)).body.content.title).toBe(NEED.title)
    expect((await at.send('service-team', 'GET', `/demands/${id}`)).body.content.contact).toBe(NEED.contact)
  })

  test('is saved as it is written, and nobody’s words are written over', async () => {
    const { id, revision } = await begin()
    const save = (title: string, of: number, as = at.seeker) =>
      at.send('manager', 'PUT', `/demands/${id}?as=${as}`, {
        content: { ...NEED, title },
        revision: of,
      })
    expect(await save('第一稿', revision)).toMatchObject({ status: 200, body: { revision: 1 } })
    expect(await save('另一个窗口里的稿', revision)).toMatchObject({
      status: 409,
      body: { error: { code: 'demand.changed' } },
    })
    expect((await save('别人的稿', 1, at.provider)).status).toBe(403)
    expect((await seen(id, at.seeker)).body.content.title).toBe('第一稿')
  })

  test('is published only when it says what is asked, and by whom', async () => {
    const { id } = await begin({ ...NEED, contact: ' ', problem: '' })
    const refused = await act(id, 'publish')
    expect(refused).toMatchObject({ status: 422, body: { error: { code: 'demand.incomplete' } } })
    expect(refused.body.error.message).toContain('问题、联系人')
    expect((await seen(id, at.seeker)).body.state).toBe('draft')
  })

  test('shows others neither whose it is nor what is secret, in lists and alone', async () => {
    const id = await published(at)
    const one = await seen(id, at.provider)
    const list = await at.send('manager', 'GET', `/demands?as=${at.provider}&q=焊接`)
    for (const { body } of [one, list])
      expect(JSON.stringify(body)).not.toMatch(/云川|凤凰|13800000000|王示例/)
    expect(one.body).toMatchObject({ disclosure: 'redacted', subject: null, similar: [], redacted: null })
    expect(list.body.items.map((item: { id: string }) => item.id)).toContain(id)
  })

  test('is not found by words that are hidden', async () => {
    await published(at)
    const found = async (q: string, as: string) =>
      (await at.send('manager', 'GET', `/demands?as=${as}&q=${encodeURIComponent(q)}`)).body.total
    expect(await found('凤凰', at.provider)).toBe(0)
    expect(await found('云川', at.provider)).toBe(0)
    expect(await found('凤凰', at.seeker)).toBeGreaterThan(0)
  })

  test('logs each view that is not its company’s own', async () => {
    const id = await published(at)
    await seen(id, at.provider)
    await seen(id, at.seeker)
    await at.send('clerk', 'GET', `/demands/${id}`)
    const { body } = await at.send('manager', 'GET', `/demands/${id}/views?as=${at.seeker}`)
    expect(body).toMatchObject([
      { role: 'clerk', disclosure: 'whole' },
      { role: 'manager', disclosure: 'redacted', as: { id: at.provider } },
    ])
    expect((await at.send('manager', 'GET', `/demands/${id}/views?as=${at.provider}`)).status).toBe(403)
  })

  test('says which others may be the same, and in which words', async () => {
    const content = { ...NEED, title: '石墨烯散热膜导热系数不足', problem: '散热膜导热系数只有 600 W/(m·K)' }
    const first = await published(at, content)
    const second = await begin({ ...content, title: '石墨烯散热膜的导热系数不足' })
    const similar = (await seen(second.id, at.seeker)).body.similar
    expect(similar[0]).toMatchObject({ id: first, title: content.title })
    expect(similar[0].why).toContain('散热膜导热系数')
  })

  test('ends by itself on the day after it was needed', async () => {
    const id = await published(at, { ...NEED, neededBy: '2026-11-30' })
    const early = await begin({ ...NEED, neededBy: '2026-11-24' })
    expect(await act(early.id, 'publish')).toMatchObject({
      status: 422,
      body: { error: { code: 'demand.expired' } },
    })
    at.today = '2026-11-30'
    await expireDemands(at.context, at.region)
    expect((await seen(id, at.seeker)).body.state).toBe('published')
    at.today = '2026-12-01'
    expect(await expireDemands(at.context, at.region)).toBe(1)
    expect(await expireDemands(at.context, at.region)).toBe(0)
    at.today = '2026-11-25'
    expect((await seen(id, at.seeker)).body).toMatchObject({ state: 'expired', editable: false })
    expect((await seen(id, at.provider)).status).toBe(404)
  })
})

/** How to bring a need into each state. */
const WAYS: Readonly<Record<Exclude<DemandState, 'expired'>, readonly DemandAction[]>> = {
  draft: [],
  published: ['publish'],
  paused: ['publish', 'pause'],
  solved: ['publish', 'solve'],
  withdrawn: ['withdraw'],
}
const ALLOWED: Readonly<Record<keyof typeof WAYS, readonly DemandAction[]>> = {
  draft: ['publish', 'withdraw'],
  published: ['pause', 'solve', 'withdraw'],
  paused: ['resume', 'solve', 'withdraw'],
  solved: ['reopen'],
  withdrawn: ['reopen'],
}

describe.each(Object.keys(WAYS) as (keyof typeof WAYS)[])('a need that is %s', (state) => {
  test.each(DEMAND_ACTIONS)('%s', async (action) => {
    const { id } = await begin()
    for (const step of WAYS[state]) expect((await act(id, step)).status).toBe(200)
    const allowed = ALLOWED[state].includes(action)
    const { status, body } = await act(id, action)
    expect(status).toBe(allowed ? 200 : action === 'expire' ? 403 : 409)
    if (!allowed) expect((await seen(id, at.seeker)).body.state).toBe(state)
    else expect(body.events.at(-1)).toMatchObject({ action, by: '王示例' })
    expect((await act(id, action, {}, at.provider)).status).toBe(403)
  })
})

test('a preview keeps nothing', async () => {
  const before = (await at.send('clerk', 'GET', '/demands')).body.total
  const { body } = await at.send('manager', 'POST', '/demands/preview?lang=en', {
    content: NEED,
    names: ['云川焊接技术'],
  })
  expect(body.redacted.title).toBe('〔单位〕求薄板焊接工艺')
  expect(body.quality.questions[0].ask).toMatch(/measurable/)
  expect((await at.send('clerk', 'GET', '/demands')).body.total).toBe(before)
})
