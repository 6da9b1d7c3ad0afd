import { parseFacts, type Subject } from '@kehui/domain/rules'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { libraryAt } from './library-at.js'
import { startLibrary } from './start.js'
import { latestSnapshot, publicationsOf } from './store-snapshots.js'
import { type Bureau, CHEN, LIN, PATH, packFiles, SUBSIDY, testBureau } from './testing-bureau.js'

// Every text that is put in force loads the packs anew.
vi.setConfig({ testTimeout: 40_000, hookTimeout: 40_000 })
let bureau: Bureau
beforeAll(async () => {
  bureau = await testBureau()
})
afterAll(async () => {
  await bureau.app.close()
  await bureau.db.drop()
})
/** What a text had replaced comes back, so that it may take several turns until the file is in force. */
beforeEach(async () => {
  for (;;) {
    const { rows } = await bureau.db.pool.query<{ id: string; revision: number }>(
      "SELECT id, revision FROM programme_draft WHERE state = 'published'",
    )
    const [row] = rows
    if (row === undefined) return
    expect((await bureau.step(LIN, row, 'withdraw', { note: '下一项测试' })).status).toBe(200)
  }
})

const threshold = () => bureau.context.library.programmes.get(SUBSIDY)?.need[0]
const text = () => JSON.stringify(threshold(), (_, value) => (typeof value === 'bigint' ? `${value}` : value))

test('publishing puts the text in force, records it, and a restart shows the same', async () => {
  const before = await latestSnapshot(bureau.db.pool)
  const signed = await bureau.signed()
  const published = await bureau.step(CHEN, signed, 'publish', { note: '自发布之日起施行' })
  expect(published.body).toMatchObject({ state: 'published', inForce: { origin: 'web', byName: CHEN } })
  expect(text()).toContain('60 万元')
  const after = await latestSnapshot(bureau.db.pool)
  expect(after).toMatchObject({ cause: 'publish', id: bureau.context.snapshot })
  expect((await publicationsOf(bureau.db.pool, SUBSIDY))[0]).toMatchObject({
    origin: 'web',
    byName: CHEN,
    note: '自发布之日起施行',
    version: bureau.context.library.programmes.get(SUBSIDY)?.version,
  })
  expect((await libraryAt(bureau.db.pool, before?.id ?? 0)).programmes.get(SUBSIDY)?.version).not.toBe(
    bureau.context.library.programmes.get(SUBSIDY)?.version,
  )
  const again = await startLibrary({
    pool: bureau.db.pool,
    packFiles,
    now: new Date(),
    progress: () => {},
  })
  expect(again).toMatchObject({ snapshot: after?.id, held: null })
  expect(again.library.programmes).toEqual(bureau.context.library.programmes)
  const shown = await bureau.as<{ need: { text: string }[] }>(
    '',
    'GET',
    `/programmes/${SUBSIDY}`,
    undefined,
    'manager',
  )
  expect(JSON.stringify(shown.body.need)).toContain('60 万元')
})

test('withdrawing wants a reason, and brings back the file', async () => {
  const file = bureau.context.library.programmes.get(SUBSIDY)?.version
  const published = (await bureau.step(CHEN, await bureau.signed(), 'publish')).body
  expect((await bureau.step(LIN, published, 'withdraw')).body.error?.code).toBe('draft.note')
  const withdrawn = await bureau.step(LIN, published, 'withdraw', { note: '口径有误' })
  expect(withdrawn.body).toMatchObject({ state: 'withdrawn', actions: [], inForce: { origin: 'file' } })
  expect(bureau.context.library.programmes.get(SUBSIDY)?.version).toBe(file)
  const [latest] = await publicationsOf(bureau.db.pool, SUBSIDY)
  expect(latest).toMatchObject({ origin: 'file', version: file, byName: LIN, note: '口径有误' })
})

test('a later text replaces an earlier one; withdrawing it brings the earlier one back', async () => {
  const first = (await bureau.step(CHEN, await bureau.signed(), 'publish')).body
  const version = bureau.context.library.programmes.get(SUBSIDY)?.version
  const second = (await bureau.step(CHEN, await bureau.signed(), 'publish')).body
  const get = async (id: string) => (await bureau.as(LIN, 'GET', `/publishing/drafts/${id}`)).body
  expect(await get(first.id)).toMatchObject({ state: 'replaced', actions: [] })
  await bureau.step(LIN, second, 'withdraw', { note: '撤回' })
  const back = await get(first.id)
  expect(back.state).toBe('published')
  expect(back.history.map(({ action }) => action).slice(-3)).toEqual(['publish', 'replace', 'restore'])
  expect(bureau.context.library.programmes.get(SUBSIDY)?.version).toBe(version)
})

test('of two who publish at once on the same programme, one is told that what is in force moved', async () => {
  const drafts = [await bureau.signed(), await bureau.signed()]
  const both = await Promise.all(drafts.map((draft) => bureau.step(CHEN, draft, 'publish')))
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  expect(both.find(({ status }) => status === 409)?.body.error?.code).toBe('draft.base-moved')
  const { rows } = await bureau.db.pool.query("SELECT 1 FROM programme_draft WHERE state = 'published'")
  expect(rows).toHaveLength(1)
})

test('what was overtaken is returned, compared, and published after all', async () => {
  const [one, two] = [await bureau.signed(), await bureau.signed()]
  await bureau.step(CHEN, one, 'publish')
  const seen = (await bureau.as(LIN, 'GET', `/publishing/drafts/${two.id}`)).body
  expect(seen.baseMoved).toBe(true)
  const back = (await bureau.step(CHEN, seen, 'return', { note: '先对照' })).body
  const changed = `${back.text}# 对照后\n`
  const saved = await bureau.as(LIN, 'PUT', `/publishing/drafts/${two.id}`, {
    text: changed,
    revision: back.revision,
  })
  expect((await bureau.step(LIN, saved.body, 'submit')).body.error?.code).toBe('draft.base-moved')
  const rebased = (await bureau.step(LIN, saved.body, 'rebase')).body
  expect(rebased.baseMoved).toBe(false)
  const review = (await bureau.step(LIN, rebased, 'submit')).body
  const signed = (await bureau.step(CHEN, review, 'sign')).body
  const published = (await bureau.step(CHEN, signed, 'publish')).body
  expect(published.state).toBe('published')
  await bureau.step(LIN, published, 'withdraw', { note: '收尾' })
})

test('a step that breaks off half-way leaves everything as it was', async () => {
  const signed = await bureau.signed()
  const { library, snapshot } = bureau.context
  // As if the server broke down after the draft and the snapshot were written and before the end.
  await bureau.db.pool.query(`CREATE FUNCTION break() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'broken'; END $$`)
  await bureau.db.pool.query(
    "CREATE TRIGGER break BEFORE INSERT ON draft_event FOR EACH ROW WHEN (NEW.action = 'publish') EXECUTE FUNCTION break()",
  )
  const failed = await bureau.step(CHEN, signed, 'publish')
  expect(failed.status).toBe(500)
  await bureau.db.pool.query('DROP TRIGGER break ON draft_event')
  await bureau.db.pool.query('DROP FUNCTION break()')
  expect(bureau.context).toMatchObject({ snapshot })
  expect(bureau.context.library).toBe(library)
  expect((await latestSnapshot(bureau.db.pool))?.id).toBe(snapshot)
  expect((await bureau.as(LIN, 'GET', `/publishing/drafts/${signed.id}`)).body).toMatchObject({
    state: 'signed',
    revision: signed.revision,
  })
  expect((await bureau.step(CHEN, signed, 'publish')).status).toBe(200)
})

test('a server that ended between the commit and showing it shows it when it starts again', async () => {
  const signed = await bureau.signed()
  const other = await testBureau(bureau.db)
  await other.step(CHEN, signed, 'publish')
  // This one did not hear of it; after its restart it does.
  const again = await testBureau(bureau.db)
  expect(again.context.snapshot).toBe(other.context.snapshot)
  expect(again.context.library.programmes).toEqual(other.context.library.programmes)
  Object.assign(bureau.context, { library: again.context.library, snapshot: again.context.snapshot })
  await other.app.close()
  await again.app.close()
})

test('what others in force depend on is not withdrawn, and the refusal names the file and line', async () => {
  const fresh = packFiles
    .find(({ path }) => path === PATH)
    ?.text.replace(`id: ${SUBSIDY}`, 'id: demo.leaned-on')
  const one = await publishNew({ pack: 'demo', text: fresh })
  const leaning = packFiles
    .find(({ path }) => path === 'demo/programmes/village.yaml')
    ?.text.replace(
      /^id: .*$/m,
      'id: demo.leaning\nexcludes: [{with: [demo.leaned-on], scope: 事项, resolve: 就高}]',
    )
  const two = await publishNew({ pack: 'demo', text: leaning })
  const refused = await bureau.step(LIN, one, 'withdraw', { note: '撤回' })
  expect(refused.body.error).toMatchObject({ code: 'draft.does-not-load' })
  expect(JSON.stringify(refused.body.error)).toMatch(/demo\/programmes\/leaning\.yaml:2:/)
  expect(bureau.context.library.programmes.has('demo.leaned-on')).toBe(true)
  await bureau.step(LIN, two, 'withdraw', { note: '先撤回它' })
  expect((await bureau.step(LIN, one, 'withdraw', { note: '撤回' })).status).toBe(200)
  expect(bureau.context.library.programmes.has('demo.leaned-on')).toBe(false)
  expect((await publicationsOf(bureau.db.pool, 'demo.leaned-on'))[0]).toMatchObject({ version: null })
})

async function publishNew(payload: object) {
  const made = (await bureau.as(LIN, 'POST', '/publishing/drafts', payload)).body
  const review = (await bureau.step(LIN, made, 'submit')).body
  const signed = (await bureau.step(CHEN, review, 'sign')).body
  const published = await bureau.step(CHEN, signed, 'publish')
  expect(published.status).toBe(200)
  return published.body
}

test('a company sees the new verdict as soon as it is published', async () => {
  const facts = {
    注册地: '云川市云麓区',
    '研发费用.加计扣除@2025': '55 万元',
    '年销售收入@2025': '1000 万元',
  }
  const read = parseFacts(bureau.context.library, { facts })
  if (!read.ok) throw new Error('these facts are known')
  const subject: Subject = { id: 's', name: '样例', audience: 'enterprise', ...read }
  expect(subject.facts.size).toBe(3)
  const made = await bureau.as<{ id: string }>('', 'POST', '/subjects', {
    name: '云川门槛示例有限公司',
    audience: 'enterprise',
    place: '云麓区',
  })
  await bureau.as('', 'POST', `/subjects/${made.body.id}/facts`, {
    facts: { ...facts, 重大事故或失信: '否', 逾期未验收: '否', '研发费用.加计扣除@2024': '200 万元' },
  })
  const verdict = async () =>
    (
      await bureau.as<{ verdict: string }>(
        '',
        'GET',
        `/subjects/${made.body.id}/package/${SUBSIDY}`,
        undefined,
        'manager',
      )
    ).body.verdict
  expect(await verdict()).toBe('yes')
  const published = (await bureau.step(CHEN, await bureau.signed(), 'publish')).body
  expect(await verdict()).toBe('no')
  await bureau.step(LIN, published, 'withdraw', { note: '撤回' })
  expect(await verdict()).toBe('yes')
})
