import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type App, buildApp } from '../app.js'
import { assessSubjects } from '../assessments/assess.js'
import { type TestRegion, testRegion } from '../assessments/testing-region.js'
import { sendDigests } from './digest.js'
import { createMailer, type Mailer } from './mailer.js'
import { tellFollowers } from './tell.js'
import { catchMails, type MailCatcher, readMail } from './testing-mail.js'

const MORNING = new Date('2026-11-25T01:00:00Z')
let at: TestRegion
let app: App
let catcher: MailCatcher
let mailer: Mailer
let now = MORNING
let company = ''

beforeAll(async () => {
  at = await testRegion()
  catcher = await catchMails()
  mailer = createMailer({ url: catcher.url, from: '科惠 <kehui@example.org>' })
  Object.assign(at.context, { mail: mailer, address: 'https://kehui.example', now: () => now })
  app = await buildApp({ context: at.context })
})
afterAll(async () => {
  await app.close()
  mailer.close()
  await catcher.close()
  await at.db.drop()
})
beforeEach(async () => {
  now = MORNING
  at.context.on = '2026-11-25'
  catcher.mails.length = 0
  await at.db.pool.query('DELETE FROM notice')
  await at.db.pool.query('DELETE FROM follow')
  company = (
    await send('POST', '/subjects', { name: '云川提醒示例有限公司', audience: 'enterprise', place: '云麓区' })
  ).body.id
})

async function send(
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  payload?: object,
  role = 'manager',
) {
  const response = await app.inject({
    method,
    url: `/api/v1${path}`,
    headers: { host: 'localhost', 'x-kehui-role': role },
    ...(payload ? { payload } : {}),
  })
  return { status: response.statusCode, body: response.json() }
}

const follow = (body: object = {}) => send('POST', `/subjects/${company}/follows`, body)
const tell = () => tellFollowers(at.context, at.region)
const digest = () => sendDigests(at.context, at.region)
const assess = () => assessSubjects(at.context, at.region, [company])
const notices = async (query = '') =>
  (await send('GET', `/notices?subject=${company}${query}`)).body as {
    items: { id: string; kind: string; text: string; read: boolean }[]
    total: number
    unread: number
  }
/** A programme with a call of fixed dates that is open on the day: 名单公示 of 2026. */
const OPEN = 'demo.high-tech-award'
const windowOf = async () => {
  const { body } = await send('GET', `/programmes/${OPEN}?on=2026-11-25`)
  return body.call as { from: string; to: string; status: string }
}

describe('windows', () => {
  test('the end is told once at each mark, whoever looks how often', async () => {
    const { to, status } = await windowOf()
    expect(status).toBe('open')
    await follow({ programme: OPEN, leadDays: [7, 1] })
    const day = (before: number) => new Date(Date.parse(to) - before * 86_400_000).toISOString().slice(0, 10)
    const count = async (before: number) => {
      at.context.on = day(before)
      return tell()
    }
    expect([
      await count(8),
      await count(7),
      await count(6),
      await count(1),
      await count(1),
      await count(0),
    ]).toEqual([0, 1, 0, 1, 0, 0])
    expect((await notices()).items.map(({ kind }) => kind)).toEqual(['closing', 'closing'])
  })

  test('following everything tells only of what is within reach', async () => {
    await assess()
    await follow({ leadDays: [180] })
    await tell()
    const { items } = await notices()
    const { body } = await send('GET', `/subjects/${company}/package`)
    const no = new Set(body.not.map(({ title }: { title: string }) => title))
    expect(items.length).toBeGreaterThan(0)
    expect(items.filter(({ text }) => [...no].some((title) => text.startsWith(`“${title}”`)))).toEqual([])
  })
})

describe('verdicts and rules', () => {
  test('a verdict that comes out otherwise is told with its reason', async () => {
    await assess()
    await follow({ programme: 'cn.tech-sme' })
    await send('POST', `/subjects/${company}/facts`, { facts: { 职工总数: '501 人' } })
    await assess()
    expect(await tell()).toBe(1)
    expect(await tell()).toBe(0)
    const { items } = await notices()
    expect(items).toMatchObject([{ kind: 'verdict-changed', read: false }])
    expect(items[0]?.text).toMatch(
      /^“科技型中小企业评价”的结论：待确认.* → 不符合。原因：.*职工总数.*501 人。$/,
    )
  })

  test('what happened before it was followed is no news', async () => {
    await assess()
    await send('POST', `/subjects/${company}/facts`, { facts: { 职工总数: '501 人' } })
    await assess()
    now = new Date(Date.now() + 60_000)
    await follow({ programme: 'cn.tech-sme' })
    expect(await tell()).toBe(0)
  })

  test('a rule that changed or left is told to those whom it concerns', async () => {
    const { pool } = at.db
    const snapshot = await pool.query<{ id: bigint }>(
      `INSERT INTO library_snapshot (hash, files, cause) VALUES ('x', '{}', 'publish') RETURNING id`,
    )
    await pool.query(`INSERT INTO source_text (hash, text) VALUES ('t', 'id: x') ON CONFLICT DO NOTHING`)
    const publish = (version: string | null, note: string | null) =>
      pool.query(
        `INSERT INTO programme_publication (programme, path, version, source_hash, snapshot_id, origin, note, published_at)
         VALUES ('cn.tech-sme', 'p', $1, $2, $3, 'web', $4, now() + interval '1 day')`,
        [version, version === null ? null : 't', snapshot.rows[0]?.id, note],
      )
    await follow({ programme: 'cn.tech-sme' })
    await follow({ programme: OPEN, leadDays: [] })
    await publish('v1', null)
    expect(await tell()).toBe(0)
    await publish('v2', '门槛调整')
    await publish(null, '文件废止')
    expect(await tell()).toBe(2)
    const texts = (await notices()).items.map(({ text }) => text)
    expect(texts).toEqual([
      '“科技型中小企业评价”已撤下。说明：文件废止',
      '“科技型中小企业评价”的规则有更新。说明：门槛调整',
    ])
  })
})

describe('digests', () => {
  const read = () => catcher.mails.map((mail) => ({ ...readMail(mail), to: mail.to }))

  test('all that one address is owed comes in one mail, once a day, from eight on', async () => {
    const second = (
      await send('POST', '/subjects', {
        name: '云川第二示例有限公司',
        audience: 'enterprise',
        place: '云麓区',
      })
    ).body.id
    await follow({ programme: OPEN, email: 'team@example.org', leadDays: [180] })
    await send('POST', `/subjects/${second}/follows`, {
      programme: OPEN,
      email: 'team@example.org',
      leadDays: [180],
    })
    await tell()
    now = new Date('2026-11-24T23:59:00Z')
    expect(await digest()).toBe(0)
    now = MORNING
    expect(await digest()).toBe(1)
    expect(await digest()).toBe(0)
    const [mail] = read()
    expect(mail?.to).toEqual(['team@example.org'])
    expect(mail?.subject).toMatch(/^科惠提醒：\d 项（云川.*示例有限公司等 2 家）$/)
    expect(mail?.text).toContain('云川提醒示例有限公司\n· “')
    expect(mail?.text).toContain(`https://kehui.example/companies/${second}`)
    expect(mail?.headers).toMatch(/^Auto-Submitted: auto-generated/m)
    // Two followings, two links to end them; none of them ends both.
    expect(mail?.text.match(/https:\/\/kehui\.example\/unfollow\//g)?.length).toBe(2)
    expect(mail?.headers).not.toContain('List-Unsubscribe')
    await follow({ programme: 'cn.tech-sme', email: 'team@example.org', leadDays: [180] })
    at.context.on = '2026-06-01'
    await tell()
    expect(await digest()).toBe(0)
    now = new Date('2026-11-26T01:00:00Z')
    expect(await digest()).toBe(1)
  })

  test('an answer to an objection goes at once, by itself', async () => {
    const raised = await send('POST', `/subjects/${company}/objections`, {
      programme: 'cn.tech-sme',
      reason: '不对',
      name: '王示例',
      contact: 'wang@example.org',
    })
    await app.inject({
      method: 'POST',
      url: `/api/v1/objections/${raised.body.id}/actions`,
      headers: {
        host: 'localhost',
        'x-kehui-role': 'clerk',
        'x-kehui-name': encodeURIComponent('林晓（示例）'),
      },
      payload: { action: 'answer', note: '已核对，结论无误。' },
    })
    now = new Date('2026-11-24T20:00:00Z')
    expect(await digest()).toBe(1)
    const [mail] = read()
    expect(mail?.subject).toBe('科惠：异议已答复（云川提醒示例有限公司）')
    expect(mail?.text).toContain('已由林晓（示例）答复：已核对，结论无误。')
  })

  test('what the mail server refuses waits, and keeps no other back', async () => {
    await follow({ programme: OPEN, email: 'nobody@example.org', leadDays: [180] })
    await follow({ programme: OPEN, email: 'somebody@example.org', leadDays: [180] })
    await tell()
    catcher.refuse = 'nobody@example.org'
    await expect(digest()).rejects.toThrow('1 of 2 mails could not be sent')
    expect(read().map(({ to }) => to)).toEqual([['somebody@example.org']])
    catcher.refuse = null
    expect(await digest()).toBe(1)
  })

  test('a name with line breaks puts nothing into the headers', async () => {
    await at.db.pool.query('UPDATE subject SET name = $2 WHERE id = $1', [
      company,
      '云川\r\nBcc: spy@example.org',
    ])
    await follow({ programme: OPEN, email: 'team@example.org', leadDays: [180] })
    await tell()
    await digest()
    expect(read()[0]?.headers).not.toMatch(/^Bcc:/m)
    expect(catcher.mails[0]?.to).toEqual(['team@example.org'])
  })

  test('its link ends the following after a press, and nothing more is mailed', async () => {
    await follow({ programme: OPEN, email: 'team@example.org', leadDays: [180] })
    await tell()
    await digest()
    const [mail] = read()
    const token = /unfollow\/([0-9a-f-]{36})/.exec(mail?.text ?? '')?.[1] ?? ''
    expect(mail?.headers).toContain(`List-Unsubscribe: <https://kehui.example/unfollow/${token}>`)
    expect((await send('GET', `/unfollow/${token}`)).body).toMatchObject({ ended: false })
    expect((await send('POST', `/unfollow/${token}`)).body).toMatchObject({
      subject: '云川提醒示例有限公司',
      ended: true,
    })
    expect((await send('GET', `/follows?subject=${company}`)).body.items).toEqual([])
    const wrong = await send('POST', '/unfollow/00000000-0000-4000-8000-000000000000')
    expect(wrong).toMatchObject({ status: 404, body: { error: { code: 'follow.token' } } })
  })
})

describe('following', () => {
  test('is begun, changed and ended; the same twice is refused', async () => {
    const made = await follow({ programme: OPEN, email: ' team@example.org ' })
    expect(made).toMatchObject({ status: 201, body: { email: 'team@example.org', leadDays: [30, 7, 1] } })
    expect((await follow({ programme: OPEN, email: 'team@example.org' })).body.error.code).toBe(
      'follow.exists',
    )
    const { id } = made.body
    expect((await send('PATCH', `/follows/${id}`, { leadDays: [3] })).body).toMatchObject({
      email: 'team@example.org',
      leadDays: [3],
    })
    expect((await send('PATCH', `/follows/${id}`, { email: null })).body.email).toBeNull()
    expect((await send('GET', `/follows?subject=${company}`)).body).toMatchObject({
      items: [{ id }],
      mails: true,
    })
    expect((await send('DELETE', `/follows/${id}`)).status).toBe(200)
    expect((await send('GET', `/follows?subject=${company}`)).body.items).toEqual([])
    expect((await send('PATCH', `/follows/${id}`, { leadDays: [3] })).body.error.code).toBe(
      'follow.not-found',
    )
    expect((await follow({ programme: OPEN, email: 'team@example.org' })).status).toBe(201)
  })

  test.each([
    [{ programme: 'cn.nothing' }, 'programme.not-found', 404],
    [{ email: 'team' }, 'follow.email', 422],
    [{ email: 'a@b.c, d@e.f' }, 'follow.email', 422],
    [{ leadDays: [-1] }, 'request.invalid', 400],
    [{ leadDays: [1, 2, 3, 4, 5, 6] }, 'request.invalid', 400],
  ])('%j is refused as %s', async (body, code, status) => {
    expect(await follow(body)).toMatchObject({ status, body: { error: { code } } })
  })

  test('two who follow the same see it once; reading is undone by what the answer names', async () => {
    await follow({ programme: OPEN, leadDays: [180] })
    await follow({ programme: OPEN, leadDays: [180], email: 'team@example.org' })
    await tell()
    expect(await notices()).toMatchObject({ total: 1, unread: 1 })
    const marked = await send('POST', '/notices/read', { read: true, subject: company })
    expect(await notices('&unread=true')).toMatchObject({ total: 0, unread: 0 })
    await send('POST', '/notices/read', { read: false, ids: marked.body.ids })
    expect(await notices()).toMatchObject({ unread: 1 })
    expect((await send('GET', '/notices')).status).toBe(403)
    expect((await send('GET', '/notices', undefined, 'service-team')).body.total).toBe(1)
    expect((await send('POST', '/notices/read', { read: true })).status).toBe(403)
  })
})
