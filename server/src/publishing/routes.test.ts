import { DRAFT_MOVES, DRAFT_STATES, type DraftState } from '@kehui/domain/packs/publishing'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { DraftDetail, DraftStep, PublishingList } from './schema.js'
import { type Bureau, CHEN, LIN, PATH, packFiles, RAISED, SUBSIDY, testBureau } from './testing-bureau.js'

const READING = 'gz.first-finance'
vi.setConfig({ testTimeout: 20_000, hookTimeout: 40_000 })
let bureau: Bureau
const answer = { error: { code: '' } }

beforeAll(async () => {
  bureau = await testBureau()
})
afterAll(async () => {
  await bureau.app.close()
  await bureau.db.drop()
})

const create = (name: string, payload: object) => bureau.as(name, 'POST', '/publishing/drafts', payload)
const at = (id: string) => `/publishing/drafts/${id}`

test('nobody but clerks sees drafts, and nothing is done without a name', async () => {
  const { body: draft } = await create(LIN, { programme: SUBSIDY })
  for (const role of ['manager', 'service-team'] as const) {
    const paths = ['/publishing', at(draft.id), `${at(draft.id)}/effect`, `${at(draft.id)}/effect/file`]
    for (const path of paths) expect((await bureau.as(CHEN, 'GET', path, undefined, role)).status).toBe(403)
    for (const step of ['submit', 'sign', 'publish', 'withdraw', 'effect', 'check'] as const) {
      const payload = step === 'check' ? { text: '' } : { revision: 1 }
      const refused = await bureau.as(CHEN, 'POST', `${at(draft.id)}/${step}`, payload, role)
      expect(refused.status).toBe(403)
    }
  }
  const nameless = await bureau.as<typeof answer>('', 'POST', '/publishing/drafts', { programme: SUBSIDY })
  expect(nameless.body.error.code).toBe('role.no-name')
})

test('a draft sets out from the text in force; its check, its changes and its history are with it', async () => {
  const { status, body } = await create(LIN, { programme: SUBSIDY })
  expect(status).toBe(201)
  expect(body).toMatchObject({
    state: 'draft',
    path: PATH,
    isNew: false,
    baseMoved: false,
    changes: [],
    reading: null,
    actions: ['save', 'rebase', 'submit', 'discard'],
    inForce: { origin: 'file', byName: null },
    history: [{ action: 'create', by: LIN }],
  })
  expect(body.check).toMatchObject({ ok: true, problems: [] })
  expect(body.text).toBe(packFiles.find(({ path }) => path === PATH)?.text)
  const saved = await bureau.as(LIN, 'PUT', at(body.id), {
    text: RAISED,
    revision: body.revision,
    note: '提高',
  })
  expect(saved.body).toMatchObject({ revision: 2, check: { ok: true } })
  const condition = saved.body.changes.find(({ part }) => part === 'condition')
  expect(condition).toMatchObject({ parameter: { before: '50 万元', after: '60 万元' } })
  const [created, kept] = saved.body.history
  expect(kept).toMatchObject({ action: 'save', note: '提高', changedText: true })
  const before = await bureau.as<{ text: string }>(LIN, 'GET', `${at(body.id)}/events/${created?.id}`)
  expect(before.body.text).toBe(body.text)
})

test('a check of a text that is not kept says line, column and what was meant', async () => {
  const { body } = await create(LIN, { programme: SUBSIDY })
  const text = RAISED.replace('mode: 审核', 'mode: 审合')
  const report = await bureau.as<DraftDetail>(LIN, 'POST', `${at(body.id)}/check`, { text })
  expect(report.body.check.problems).toMatchObject([{ line: 7, column: 7, code: 'yaml.option' }])
  expect((await bureau.as(LIN, 'GET', at(body.id))).body.revision).toBe(1)
})

test('a new programme is drafted from a text; what cannot be is refused with what to do', async () => {
  const text = RAISED.replace(`id: ${SUBSIDY}`, 'id: demo.brand-new')
  const made = await create(LIN, { pack: 'demo', text })
  expect(made.body).toMatchObject({
    programme: 'demo.brand-new',
    path: 'demo/programmes/brand-new.yaml',
    isNew: true,
    inForce: null,
    check: { ok: true },
  })
  const refused = async (payload: object) =>
    ((await create(LIN, payload)).body as unknown as typeof answer).error.code
  expect(await refused({ pack: 'demo', text: 'title: 无编号' })).toBe('draft.id')
  expect(await refused({ pack: 'nowhere', text })).toBe('pack.not-found')
  expect(await refused({ pack: 'demo', text: 'id: cn.tech-sme' })).toBe('draft.pack')
  expect(await refused({ pack: 'demo', text: 'id: other.rd-subsidy' })).toBe('draft.path-taken')
  expect(await refused({ programme: 'demo.nothing' })).toBe('programme.not-found')
  const edited = await create(LIN, { pack: 'demo', text: RAISED })
  expect(edited.body).toMatchObject({ programme: SUBSIDY, isNew: false, path: PATH })
})

test('of two who save, the second is told who was first, and nothing of the first is lost', async () => {
  const { body } = await create(LIN, { programme: SUBSIDY })
  const texts = [`${RAISED}# 甲\n`, `${RAISED}# 乙\n`]
  const both = await Promise.all(
    texts.map((text, i) => bureau.as(i === 0 ? LIN : CHEN, 'PUT', at(body.id), { text, revision: 1 })),
  )
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  const lost = both.find(({ status }) => status === 409)?.body as unknown as typeof answer
  expect(lost.error.code).toBe('draft.changed')
  const now = (await bureau.as(LIN, 'GET', at(body.id))).body
  const won = both.findIndex(({ status }) => status === 200)
  expect(now.text).toBe(texts[won])
  expect(now.revision).toBe(2)
})

test('what is unsound, unchanged or overtaken is not submitted', async () => {
  const { body } = await create(LIN, { programme: SUBSIDY })
  expect((await bureau.step(LIN, body, 'submit')).body.error?.code).toBe('draft.unchanged')
  const unsound = RAISED.replace('研发费用: 599999 元}', '研发费用: 499999 元}')
  const saved = await bureau.as(LIN, 'PUT', at(body.id), { text: unsound, revision: 1 })
  expect(saved.body.check).toMatchObject({ ok: false, uncovered: [{ code: 'example.uncovered' }] })
  const refused = await bureau.step(LIN, saved.body, 'submit')
  expect(refused.status).toBe(422)
  expect(refused.body.error).toMatchObject({ code: 'draft.check', details: { uncovered: 1 } })
})

test('the author does not sign; another does; a return wants a reason and leads back', async () => {
  const draft = await bureau.submitted()
  expect(draft.state).toBe('review')
  expect((await bureau.step(LIN, draft, 'sign')).body.error?.code).toBe('draft.own')
  expect((await bureau.step(CHEN, draft, 'return')).body.error?.code).toBe('draft.note')
  const back = await bureau.step(CHEN, draft, 'return', { note: '请补充依据' })
  expect(back.body).toMatchObject({ state: 'draft' })
  expect(back.body.history.at(-1)).toMatchObject({ action: 'return', by: CHEN, note: '请补充依据' })
  const again = await bureau.step(LIN, back.body, 'submit')
  const signed = await bureau.step(CHEN, again.body, 'sign')
  expect(signed.body).toMatchObject({ state: 'signed', actions: ['return', 'publish', 'discard'] })
  expect((await bureau.step(CHEN, again.body, 'return', { note: '…' })).body.error?.code).toBe(
    'draft.changed',
  )
})

test('a reading is signed with an option, which is written into the text', async () => {
  const { body } = await create(LIN, { programme: READING })
  expect(body.reading).toMatchObject({ open: true, signed: null, chosen: 'either' })
  expect(Object.keys(body.reading?.example?.answers ?? {})).toEqual(['either', 'both'])
  const review = (await bureau.step(LIN, body, 'submit')).body
  expect(review.state).toBe('review')
  for (const reading of [undefined, 'neither']) {
    const refused = await bureau.step(CHEN, review, 'sign', { reading })
    expect(refused.body.error?.code).toBe('draft.reading-open')
  }
  const signed = await bureau.step(CHEN, review, 'sign', { reading: 'either' })
  expect(signed.body).toMatchObject({
    state: 'signed',
    reading: { open: false, chosen: 'either', signed: { by: CHEN, on: '2026-11-24' } },
  })
  expect(signed.body.text).toContain(`signed: {by: ${CHEN}, on: 2026-11-24}`)
  // The other option would leave examples that do not come out as they say.
  const other = (await bureau.step(LIN, (await create(LIN, { programme: READING })).body, 'submit')).body
  expect((await bureau.step(CHEN, other, 'sign', { reading: 'both' })).body.error?.code).toBe('draft.check')
  expect((await bureau.as(LIN, 'GET', at(other.id))).body).toMatchObject({ state: 'review', revision: 2 })
})

test('a signature that an author writes is none', async () => {
  const { body } = await create(LIN, { programme: READING })
  const text = body.text.replace('  options:', '  signed: {by: 某处长, on: 2026-01-01}\n  options:')
  const saved = await bureau.as(LIN, 'PUT', at(body.id), { text, revision: 1 })
  expect(saved.body.reading).toMatchObject({ open: true })
  const review = (await bureau.step(LIN, saved.body, 'submit')).body
  expect((await bureau.step(CHEN, review, 'sign')).body.error?.code).toBe('draft.reading-open')
  const signed = await bureau.step(CHEN, review, 'sign', { reading: 'either' })
  expect(signed.body.text).not.toContain('某处长')
})

test('the list says what waits, and whose reading nobody has signed', async () => {
  const { body } = await bureau.as<PublishingList>(LIN, 'GET', '/publishing')
  expect(body.drafts.length).toBeGreaterThan(3)
  expect(body.drafts.find(({ state }) => state === 'review')?.authors).toEqual([LIN])
  expect(body.unsigned).toMatchObject([{ programme: READING }])
  expect(body).toMatchObject({ held: null, changedBeneath: [] })
})

const STEPS: readonly DraftStep[] = ['rebase', 'submit', 'return', 'sign', 'publish', 'withdraw', 'discard']

describe('every step in every state that forbids it is refused and changes nothing', () => {
  const forbidden = DRAFT_STATES.flatMap((state) =>
    [...STEPS, 'save' as const]
      .filter((step) => !DRAFT_MOVES[step].from.includes(state))
      .map((step) => [state, step] as const),
  )
  const drafts = new Map<DraftState, string>()
  beforeAll(async () => {
    for (const state of DRAFT_STATES) {
      const { id } = (await create(LIN, { programme: SUBSIDY })).body
      // The path of a programme that is none keeps it apart from what is in force.
      const change = "UPDATE programme_draft SET state = $2, path = 'demo/none.yaml' WHERE id = $1"
      await bureau.db.pool.query(change, [id, state])
      drafts.set(state, id)
    }
  })

  test.each(forbidden)('%s: %s', async (state, step) => {
    const id = drafts.get(state) ?? ''
    const events = async () =>
      (await bureau.db.pool.query('SELECT count(*)::int AS n FROM draft_event WHERE draft_id = $1', [id]))
        .rows
    const before = await events()
    const payload = { revision: 1, note: '理由', text: RAISED }
    const { text: _, ...plain } = payload
    const refused =
      step === 'save'
        ? await bureau.as<typeof answer>(CHEN, 'PUT', at(id), payload)
        : await bureau.as<typeof answer>(CHEN, 'POST', `${at(id)}/${step}`, plain)
    expect(refused).toMatchObject({ status: 409, body: { error: { code: 'draft.state' } } })
    expect(await events()).toEqual(before)
  })
})
