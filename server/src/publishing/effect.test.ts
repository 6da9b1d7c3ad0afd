import { programmeStep } from '@kehui/domain/packs/publishing'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { loadDemo } from '../demo/index.js'
import { effectCsv, effectXlsx } from './effect-file.js'
import { runEffect } from './effect-run.js'
import type { Effect, EffectRow } from './schema.js'
import { type Bureau, CHEN, LIN, RAISED, SUBSIDY, testBureau } from './testing-bureau.js'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })
let bureau: Bureau
let draft: string
let at: string

beforeAll(async () => {
  bureau = await testBureau()
  const { context, region } = bureau
  const { pool, library } = context
  await loadDemo({ pool, library, region, today: '2026-11-24', progress: () => {} })
  const made = (await bureau.as(LIN, 'POST', '/publishing/drafts', { programme: SUBSIDY })).body
  draft = made.id
  at = `/publishing/drafts/${draft}/effect`
})
afterAll(async () => {
  await bureau.app.close()
  await bureau.db.drop()
})

async function workedOut(): Promise<Effect> {
  await bureau.as(LIN, 'POST', at)
  return vi.waitFor(
    async () => {
      const { body } = await bureau.as<Effect>(LIN, 'GET', at)
      expect(body.state).toBe('done')
      return body
    },
    { timeout: 50_000, interval: 50 },
  )
}

async function save(text: string): Promise<void> {
  const { revision } = (await bureau.as(LIN, 'GET', `/publishing/drafts/${draft}`)).body
  await bureau.as(LIN, 'PUT', `/publishing/drafts/${draft}`, { text, revision })
}

const total = (effect: Effect) => effect.counts.reduce((sum, { count }) => sum + count, 0)

test('a text that changes nothing changes nothing', async () => {
  expect((await bureau.as<Effect>(LIN, 'GET', at)).body).toMatchObject({ state: 'none', current: false })
  const effect = await workedOut()
  expect(effect).toMatchObject({ changed: 0, rows: [], current: true })
  expect(effect.looked).toBeGreaterThan(100)
  expect(total(effect)).toBe(effect.looked)
  expect(effect.certain.before).toEqual(effect.certain.after)
  expect(effect.counts.every(({ before, after }) => before === after)).toBe(true)
})

test('a raised threshold tells who drops out, why, and how much certain money that is', async () => {
  await save(RAISED.replaceAll('60 万元, cite', '3000 万元, cite'))
  expect((await bureau.as<Effect>(LIN, 'GET', at)).body.current).toBe(false)
  const effect = await workedOut()
  expect(effect.changed).toBeGreaterThan(0)
  expect(effect.counts).toContainEqual(expect.objectContaining({ before: 'yes', after: 'no' }))
  expect(BigInt(effect.certain.after.cash ?? 0)).toBeLessThan(BigInt(effect.certain.before.cash ?? 0))
  const dropped = effect.rows.find(
    ({ before, after }) => before?.verdict === 'yes' && after?.verdict === 'no',
  )
  expect(dropped?.because[0]).toMatchObject({ part: 'condition', after: '3000 万元' })
})

test('the list is handed out as a table once it is worked out, and only for the present text', async () => {
  const { body } = await bureau.as<Effect>(LIN, 'GET', at)
  const file = (format: string) =>
    bureau.app.inject({
      url: `/api/v1${at}/file?format=${format}`,
      headers: { host: 'localhost', 'x-kehui-role': 'clerk' },
    })
  const csv = (await file('csv')).rawPayload.toString('utf8')
  expect(csv.startsWith('\uFEFF名称,')).toBe(true)
  expect(csv.trimEnd().split('\r\n')).toHaveLength(body.changed + 1)
  const rows = await readSheet((await file('xlsx')).rawPayload)
  expect(rows).toHaveLength(body.changed + 1)
  expect(rows[1]?.[0]).toBe(body.rows[0]?.name)
  await save(RAISED)
  expect((await file('csv')).json()).toMatchObject({ error: { code: 'effect.not-ready' } })
})

test('a text that does not load has no effect, and says so', async () => {
  await save(RAISED.replace('mode: 审核', 'mode: 审合'))
  const refused = await bureau.as<{ error: { code: string } }>(LIN, 'POST', at)
  expect(refused).toMatchObject({ status: 422, body: { error: { code: 'draft.check' } } })
})

test('it is worked out in turns with other work, and ends where it is told to', async () => {
  await save(RAISED)
  const started = await bureau.as<Effect>(LIN, 'POST', at)
  expect(started.body.state).toBe('running')
  await bureau.as(LIN, 'DELETE', at)
  await vi.waitFor(async () => {
    expect((await bureau.as<Effect>(LIN, 'GET', at)).body.state).toBe('cancelled')
  })
  expect((await workedOut()).current).toBe(true)
  const aborted = AbortSignal.abort()
  const { context, region } = bureau
  const progress = vi.fn()
  const step = programmeStep(SUBSIDY, context.library, context.library)
  await runEffect(context, { step, region, on: '2026-11-24', lang: 'zh', signal: aborted, progress })
  expect(progress).toHaveBeenCalledTimes(1)
})

test('what was known of the effect is kept with the publication', async () => {
  await save(`${RAISED}# 定稿\n`)
  const { body: saved } = await bureau.as(LIN, 'GET', `/publishing/drafts/${draft}`)
  const review = (await bureau.step(LIN, saved, 'submit')).body
  const signed = (await bureau.step(CHEN, review, 'sign')).body
  const effect = await workedOut()
  const published = (await bureau.step(CHEN, signed, 'publish')).body
  expect(published.history.at(-1)?.detail).toMatchObject({ effect: { changed: effect.changed } })
  await bureau.step(CHEN, published, 'withdraw', { note: '收尾' })
})

test('no cell of a table runs as a formula', async () => {
  const row: EffectRow = {
    subject: 's',
    name: '=HYPERLINK("http://example.org")',
    place: '@地',
    before: { verdict: 'yes', amountFen: { min: '100', max: '250' } },
    after: null,
    because: [],
    others: [],
  }
  const csv = effectCsv([row], 'en')
  expect(csv).toContain(`"'=HYPERLINK(""http://example.org"")",'@地,Yes,1–2.50`)
  const [, cells] = await readSheet(await effectXlsx([row], 'zh'))
  expect(cells?.[0]).toBe(row.name)
})
