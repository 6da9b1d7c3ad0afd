import { INTRODUCTION_ACTIONS, type IntroductionAction, type IntroductionState } from '@kehui/domain/cases'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lapseIntroductions } from './act.js'
import { published, type Sides, twoSides } from './testing-sides.js'

let at: Sides
beforeAll(async () => {
  at = await twoSides()
})
afterAll(() => at.close())

const REASONS = ['激光焊接：同一工艺', '同在云麓区']
const propose = (demand: string, provider: string, more: object = {}) =>
  at.send('service-team', 'POST', `/demands/${demand}/introductions`, { provider, reasons: REASONS, ...more })

type Side = 'seeker' | 'provider' | 'broker'
const act = (id: string, by: Side, action: IntroductionAction, more: object = {}) =>
  by === 'broker'
    ? at.send('service-team', 'POST', `/introductions/${id}/actions`, { action, ...WORDS[action], ...more })
    : at.send('manager', 'POST', `/introductions/${id}/actions?as=${at[by]}`, {
        action,
        ...WORDS[action],
        ...more,
      })
const WORDS: Readonly<Partial<Record<IntroductionAction, object>>> = {
  decline: { outcome: 'no-capacity' },
  schedule: { meetsOn: '2026-12-02' },
  miss: { note: '临时出差' },
  conclude: { outcome: 'price' },
  withdraw: { note: '需求有变' },
  reopen: { note: '双方愿意再谈' },
}

/** A new introduction between the two sides; each over a need of its own. */
async function introduced(): Promise<string> {
  await at.send('service-team', 'PUT', `/subjects/${at.provider}/introduction-capacity`, { capacity: 1000 })
  const { status, body } = await propose(await published(at), at.provider)
  expect(status).toBe(201)
  return body.id
}
const seen = (id: string, as?: string) =>
  at.send('manager', 'GET', `/introductions/${id}${as === undefined ? '' : `?as=${as}`}`)

describe('an introduction', () => {
  test('goes from the proposal through both answers and a meeting to a contract', async () => {
    const id = await introduced()
    expect((await seen(id, at.provider)).body).toMatchObject({
      state: 'proposed',
      seeker: null,
      reasons: REASONS,
      waitsFor: ['seeker', 'provider'],
      dueOn: '2026-12-02',
    })
    expect((await act(id, 'provider', 'accept')).body.waitsFor).toEqual(['seeker'])
    expect((await act(id, 'provider', 'accept')).body.error.code).toBe('introduction.twice')
    expect((await act(id, 'seeker', 'accept')).body).toMatchObject({ state: 'agreed' })
    expect((await seen(id, at.provider)).body.seeker).toEqual({
      id: at.seeker,
      name: '云川焊接技术有限公司（示例）',
    })
    expect((await act(id, 'broker', 'schedule')).body).toMatchObject({ meetsOn: '2026-12-02' })
    await act(id, 'seeker', 'hold')
    const signed = await act(id, 'seeker', 'conclude', {
      outcome: 'contract',
      contract: '2026420000000001',
      amountFen: '123456789012345',
    })
    expect(signed.body).toMatchObject({ state: 'signed', outcome: 'contract', dueOn: null, actions: [] })
    expect(signed.body.events.at(-1)).toMatchObject({
      contract: '2026420000000001',
      amountFen: '123456789012345',
    })
  })

  test('opens the whole need to the other side once both agreed, not before', async () => {
    const id = await introduced()
    const { body } = await seen(id, at.provider)
    const need = () => at.send('manager', 'GET', `/demands/${body.demand.id}?as=${at.provider}`)
    expect((await need()).body.disclosure).toBe('redacted')
    await act(id, 'provider', 'accept')
    expect((await need()).body.disclosure).toBe('redacted')
    await act(id, 'seeker', 'accept')
    expect((await need()).body).toMatchObject({
      disclosure: 'whole',
      content: { contact: '王示例 13800000000' },
    })
    await act(id, 'seeker', 'decline', { outcome: 'need-unclear' })
    expect((await need()).body.disclosure).toBe('redacted')
  })

  test('tells both sides of each step, the other side without whose need it is', async () => {
    const id = await introduced()
    const of = async (subject: string) =>
      (await at.send('manager', 'GET', `/notices?subject=${subject}&kind=introduction`)).body.items.find(
        (notice: { introduction: string }) => notice.introduction === id,
      )
    expect((await of(at.seeker)).text).toContain('云川')
    expect((await of(at.provider)).text).toContain('请在 5 个工作日内答复')
    expect((await of(at.provider)).text).not.toContain('云川')
  })

  test('is seen by nobody else', async () => {
    const id = await introduced()
    const other = await at.company('旁观示例有限公司')
    expect((await seen(id)).status).toBe(404)
    expect((await seen(id, other)).status).toBe(404)
    const tried = await at.send('manager', 'POST', `/introductions/${id}/actions?as=${other}`, {
      action: 'accept',
    })
    expect(tried.status).toBe(403)
    expect((await at.send('manager', 'GET', '/introductions')).status).toBe(403)
    const own = await at.send('manager', 'GET', `/introductions?as=${other}`)
    expect(own.body).toMatchObject({ total: 0, counts: {} })
  })

  test('lapses where nobody answers in time, and may be proposed again', async () => {
    const id = await introduced()
    at.today = '2026-12-02'
    await lapseIntroductions(at.context, at.region)
    expect((await seen(id, at.seeker)).body.state).toBe('proposed')
    at.today = '2026-12-03'
    await lapseIntroductions(at.context, at.region)
    expect((await seen(id, at.seeker)).body).toMatchObject({ state: 'lapsed', outcome: 'no-answer' })
    expect((await act(id, 'broker', 'reopen')).body).toMatchObject({ state: 'proposed', dueOn: '2026-12-10' })
    at.today = '2026-11-25'
  })
})

describe('a proposal', () => {
  test.each([
    ['to the company itself', () => at.seeker, 'introduction.self'],
    ['to nobody', async () => '00000000-0000-4000-8000-000000000000', 'subject.not-found'],
  ])('%s is refused', async (_, provider, code) => {
    expect((await propose(await published(at), await provider())).body.error.code).toBe(code)
  })

  test('over a need that is not published is refused', async () => {
    const need = await published(at)
    await at.send('manager', 'POST', `/demands/${need}/actions?as=${at.seeker}`, { action: 'pause' })
    expect((await propose(need, at.provider)).body.error.code).toBe('introduction.not-open')
  })

  test('of the same two over the same need is made once, and leads to the one that is there', async () => {
    const need = await published(at)
    const first = await propose(need, at.provider)
    const again = await propose(need, at.provider)
    expect(again).toMatchObject({ status: 409, body: { error: { code: 'introduction.exists' } } })
    expect(JSON.stringify(again.body)).toContain(first.body.id)
  })

  test('by somebody whose need it is not is refused', async () => {
    const need = await published(at)
    const { status } = await at.send('manager', 'POST', `/demands/${need}/introductions?as=${at.provider}`, {
      provider: at.provider,
      reasons: ['想认识一下'],
    })
    expect(status).toBe(403)
  })

  test('to whoever has enough is refused, even where all come at once; the team may except', async () => {
    const busy = await at.company('忙碌示例研究院有限公司')
    await at.send('service-team', 'PUT', `/subjects/${busy}/introduction-capacity`, { capacity: 2 })
    const needs = await Promise.all([1, 2, 3, 4, 5].map(() => published(at)))
    const tried = await Promise.all(needs.map((need) => propose(need, busy)))
    expect(tried.filter(({ status }) => status === 201).length).toBe(2)
    const refused = tried.findIndex(({ status }) => status === 409)
    expect(tried[refused]?.body.error).toMatchObject({ code: 'introduction.capacity' })
    expect(tried[refused]?.body.error.message).toContain('已有 2 次对接，最多同时 2 次')
    expect((await propose(needs[refused] ?? '', busy, { overCapacity: true })).status).toBe(201)
    await at.send('service-team', 'PUT', `/subjects/${busy}/introduction-capacity`, { capacity: 0 })
    const deaf = await propose(await published(at), busy, { overCapacity: true })
    expect(deaf).toMatchObject({ status: 409, body: { error: { code: 'introduction.refuses-all' } } })
    expect(deaf.body.error.message).toBe('忙碌示例研究院有限公司现在不接受对接。')
  })
})

/** How to bring an introduction into each state. */
const AGREED: readonly (readonly [Side, IntroductionAction])[] = [
  ['seeker', 'accept'],
  ['provider', 'accept'],
]
const MET = [...AGREED, ['broker', 'schedule'], ['broker', 'hold']] as const
const WAYS: Readonly<
  Record<Exclude<IntroductionState, 'lapsed' | 'signed'>, readonly (readonly [Side, IntroductionAction])[]>
> = {
  proposed: [],
  agreed: AGREED,
  scheduled: [...AGREED, ['broker', 'schedule']],
  met: MET,
  closed: [...MET, ['seeker', 'conclude']],
  declined: [['provider', 'decline']],
  withdrawn: [['broker', 'withdraw']],
}
const ALLOWED: Readonly<Record<keyof typeof WAYS, readonly IntroductionAction[]>> = {
  proposed: ['accept', 'decline', 'remind', 'withdraw'],
  agreed: ['decline', 'schedule', 'withdraw'],
  scheduled: ['decline', 'schedule', 'hold', 'miss', 'remind', 'withdraw'],
  met: ['conclude', 'remind'],
  closed: ['reopen'],
  declined: ['reopen'],
  withdrawn: ['reopen'],
}
const BROKERS: readonly IntroductionAction[] = ['withdraw', 'reopen', 'remind']

describe.each(Object.keys(WAYS) as (keyof typeof WAYS)[])('an introduction that is %s', (state) => {
  test.each(INTRODUCTION_ACTIONS)('%s', async (action) => {
    const id = await introduced()
    for (const [by, step] of WAYS[state]) expect((await act(id, by, step)).status).toBe(200)
    const by: Side = BROKERS.includes(action) ? 'broker' : 'seeker'
    const { status } = await act(id, by, action)
    const allowed = ALLOWED[state].includes(action)
    expect(status).toBe(allowed ? 200 : action === 'lapse' ? 403 : 409)
    if (!allowed) expect((await seen(id, at.seeker)).body.state).toBe(state)
  })
})

test.each([
  ['schedule', { meetsOn: '2026-11-24' }, 'introduction.day'],
  ['decline', { outcome: 'contract' }, 'introduction.outcome'],
  ['decline', { amountFen: '100' }, 'introduction.contract'],
] as const)('%s with %o is refused', async (action, more, code) => {
  const id = await introduced()
  await act(id, 'seeker', 'accept')
  await act(id, 'provider', 'accept')
  expect((await act(id, 'seeker', action, more)).body.error.code).toBe(code)
  expect((await seen(id, at.seeker)).body.state).toBe('agreed')
})
