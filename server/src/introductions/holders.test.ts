import { afterAll, beforeAll, expect, test } from 'vitest'
import { linkedOf } from '../registry/linked/linked.js'
import { lapseIntroductions } from './act.js'
import { remindIntroductions } from './remind.js'
import { heldAchievement } from './testing-achievement.js'
import { published, type Sides, twoSides } from './testing-sides.js'

let at: Sides
let institution: string
let achievement: string
beforeAll(async () => {
  at = await twoSides()
  ;({ institution, achievement } = await heldAchievement(at, '云川焊接研究院（示例）'))
  await at.send('service-team', 'PUT', `/subjects/${achievement}/introduction-capacity`, { capacity: 100 })
  await at.send('service-team', 'PUT', `/subjects/${institution}/introduction-capacity`, { capacity: 100 })
})
afterAll(() => at.close())

const propose = (demand: string, provider: string, more: object = {}) =>
  at.send('service-team', 'POST', `/demands/${demand}/introductions`, {
    provider,
    reasons: ['同一工艺'],
    ...more,
  })
const introduced = async (): Promise<string> => (await propose(await published(at), achievement)).body.id
const act = (role: 'manager' | 'service-team', id: string, as: string | null, body: object) =>
  at.send(role, 'POST', `/introductions/${id}/actions${as === null ? '' : `?as=${as}`}`, body)
const noticesOf = async (subject: string, id: string): Promise<string[]> =>
  (await at.send('manager', 'GET', `/notices?subject=${subject}&kind=introduction`)).body.items
    .filter((one: { introduction: string }) => one.introduction === id)
    .map((one: { text: string }) => one.text)

test('whoever holds an achievement is told of its introduction, without whose need it is, and answers it', async () => {
  const id = await introduced()
  const [told] = await noticesOf(institution, id)
  expect(told).toBe(
    '（贵单位的“薄板激光焊接摆动工艺（示例）”）为“〔单位〕求薄板焊接工艺”建议了一次对接，请在 5 个工作日内答复。',
  )
  expect(await noticesOf(achievement, id)).toEqual([])
  const list = await at.send('manager', 'GET', `/introductions?as=${institution}`)
  expect(list.body.items[0]).toMatchObject({
    id,
    seeker: null,
    provider: { id: achievement },
    holder: { id: institution, name: '云川焊接研究院（示例）' },
  })
  const need = () => at.send('manager', 'GET', `/demands/${list.body.items[0].demand.id}?as=${institution}`)
  expect((await need()).body.disclosure).toBe('redacted')
  await act('manager', id, institution, { action: 'accept' })
  const both = await act('manager', id, at.seeker, { action: 'accept' })
  expect(both.body.state).toBe('agreed')
  expect((await need()).body).toMatchObject({
    disclosure: 'whole',
    content: { contact: '王示例 13800000000' },
  })
  const open = await at.send('manager', 'GET', `/demands?as=${institution}`)
  expect(open.body.items.length).toBeGreaterThan(0)
})

test('reasons and notes do not name the side that is not told yet', async () => {
  const { body: made } = await propose(await published(at), achievement, {
    reasons: ['云川焊接做凤凰项目，王示例说急用'],
  })
  const said = { by: '云川焊接 刘主任', channel: 'phone' }
  await act('service-team', made.id, at.seeker, { action: 'accept', said })
  const seen = await at.send('manager', 'GET', `/introductions/${made.id}?as=${institution}`)
  expect(JSON.stringify(seen.body)).not.toMatch(/云川焊接技术|云川焊接(?!研究院)|凤凰|王示例|刘主任/)
  const list = await at.send('manager', 'GET', `/introductions?as=${institution}`)
  expect(JSON.stringify(list.body)).not.toMatch(/凤凰/)
  await act('manager', made.id, institution, { action: 'accept' })
  const open = await at.send('manager', 'GET', `/introductions/${made.id}?as=${institution}`)
  expect(JSON.stringify(open.body)).toMatch(/凤凰项目/)
})

test('nobody answers as the achievement itself', async () => {
  const id = await introduced()
  const tried = await act('manager', id, achievement, { action: 'accept' })
  expect(tried).toMatchObject({ status: 403, body: { error: { code: 'introduction.party' } } })
})

test('the team that answers for a side writes down who said so, and how', async () => {
  const id = await introduced()
  const bare = await act('service-team', id, achievement, { action: 'accept' })
  expect(bare).toMatchObject({ status: 422, body: { error: { code: 'introduction.said' } } })
  const blank = await act('service-team', id, achievement, {
    action: 'accept',
    said: { by: '  ', channel: 'phone' },
  })
  expect(blank.status).toBe(422)
  const wrong = await act('service-team', id, achievement, {
    action: 'accept',
    said: { by: '李老师', channel: 'smoke' },
  })
  expect(wrong.status).toBe(400)
  const said = { by: '技术转移中心 李老师（示例）', channel: 'phone' }
  const { body } = await act('service-team', id, achievement, { action: 'accept', said })
  expect(body.accepted).toEqual(['provider'])
  expect(body.events.at(-1)).toMatchObject({ party: 'provider', by: '周舟（示例）', said })
})

test('who has not answered is reminded once before the day, then it expires with its reason', async () => {
  const id = await introduced()
  await act('manager', id, at.seeker, { action: 'accept' })
  const reminders = async (subject: string) =>
    (await noticesOf(subject, id)).filter((text) => text.includes('提醒')).length
  at.today = '2026-11-30'
  await remindIntroductions(at.context, at.region)
  expect(await reminders(institution)).toBe(0)
  at.today = '2026-12-01'
  await remindIntroductions(at.context, at.region)
  await remindIntroductions(at.context, at.region)
  expect(await reminders(institution)).toBe(1)
  expect((await noticesOf(institution, id))[0]).toContain('请答复是否见面，期限 2026-12-02')
  // Who has answered is not reminded.
  expect(await reminders(at.seeker)).toBe(0)
  const again = await act('service-team', id, null, { action: 'remind' })
  expect(again.body.error.code).toBe('introduction.reminded')
  at.today = '2026-12-03'
  await lapseIntroductions(at.context, at.region)
  const seen = await at.send('service-team', 'GET', `/introductions/${id}`)
  expect(seen.body).toMatchObject({ state: 'lapsed', outcome: 'no-answer' })
  expect(seen.body.events.map(({ action }: { action: string }) => action)).toEqual([
    'propose',
    'accept',
    'remind',
    'lapse',
  ])
  at.today = '2026-11-25'
})

test('a contract that an introduction led to stands in the registry and counts for both sides', async () => {
  const id = await introduced()
  await act('manager', id, at.seeker, { action: 'accept' })
  await act('manager', id, institution, { action: 'accept' })
  await act('service-team', id, null, { action: 'schedule', meetsOn: '2026-12-02' })
  await act('service-team', id, null, { action: 'hold' })
  const { body } = await act('manager', id, institution, {
    action: 'conclude',
    outcome: 'contract',
    contract: '2026990102000001',
    amountFen: '80000000',
  })
  expect(body).toMatchObject({ state: 'signed', outcome: 'contract' })
  const contract = await at.send('service-team', 'GET', `/resources/${body.contract}`)
  const text = (name: string) =>
    contract.body.fields.find(({ field }: { field: string }) => field === name)?.text
  expect(contract.body).toMatchObject({ kind: 'contract', code: '2026990102000001' })
  expect([text('seller'), text('buyer')]).toEqual(['云川焊接研究院（示例）', '云川焊接技术有限公司（示例）'])
  expect(text('amount')).toContain('80')
  const said = await linkedOf(at.db.pool, [institution, at.seeker])
  expect(said.map(({ subject }) => subject).sort()).toEqual([institution, at.seeker].sort())
})

test('an organisation is not swamped by all that it holds, and who is refused is told why', async () => {
  const held = await heldAchievement(at, '云川忙碌研究院（示例）', '忙碌成果一（示例）')
  const other = await heldAchievement(at, '云川忙碌研究院（示例）', '忙碌成果二（示例）')
  await at.send('manager', 'PUT', `/subjects/${held.institution}/introduction-capacity`, { capacity: 1 })
  expect((await propose(await published(at), held.achievement)).status).toBe(201)
  const refused = await propose(await published(at), other.achievement)
  expect(refused.body.error.code).toBe('introduction.capacity')
  expect(refused.body.error.message).toContain('云川忙碌研究院（示例）手上已有 1 次对接，最多同时 1 次')
  expect((await propose(await published(at), other.achievement, { overCapacity: true })).status).toBe(201)
})

test('nobody is introduced to what it holds itself', async () => {
  const own = await heldAchievement(at, '云川焊接技术有限公司（示例）', '自家成果（示例）')
  expect(own.achievement).not.toBe('')
  // Two are called so now, a company and an institution: then nobody holds it.
  expect((await propose(await published(at), own.achievement)).body.holder).toBeNull()
})
