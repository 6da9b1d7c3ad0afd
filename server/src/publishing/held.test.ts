import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type App, buildApp } from '../app.js'
import { type AppContext, createContext } from '../context.js'
import type { DraftDetail, DraftStep, PublishingList } from './schema.js'
import { startLibrary } from './start.js'
import { type Bureau, CHEN, LIN, PATH, packFiles, SUBSIDY, testBureau } from './testing-bureau.js'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })
const OTHER = 'demo.high-tech-award'
/** As an update brings them: a fact that published texts use has another name. */
const renamed = packFiles.map((file) => ({
  ...file,
  text: file.text.replaceAll('重大事故或失信', '失信记录'),
}))
let before: Bureau
let app: App
let context: AppContext

beforeAll(async () => {
  before = await testBureau()
  for (const programme of [SUBSIDY, OTHER]) await publish(before, programme, (text) => `${text}# 页面发布\n`)
  const { pool } = before.db
  const now = new Date()
  const started = await startLibrary({ pool, packFiles: renamed, now, progress: () => {} })
  context = createContext({ pool, ...started, packFiles: renamed })
  app = await buildApp({ context, report: () => {} })
})
afterAll(async () => {
  await app.close()
  await before.app.close()
  await before.db.drop()
})

async function publish(
  { as, step }: Pick<Bureau, 'as' | 'step'>,
  programme: string,
  change: (text: string) => string,
) {
  const { body: made } = await as(LIN, 'POST', '/publishing/drafts', { programme })
  const { revision } = made
  const saved = await as(LIN, 'PUT', `/publishing/drafts/${made.id}`, { text: change(made.text), revision })
  const review = await step(LIN, saved.body, 'submit')
  const signed = await step(CHEN, review.body, 'sign')
  return step(CHEN, signed.body, 'publish')
}

const after: Pick<Bureau, 'as' | 'step'> = {
  as: async (name, method, path, payload) => {
    const headers = { host: 'localhost', 'x-kehui-role': 'clerk', 'x-kehui-name': encodeURIComponent(name) }
    const url = `/api/v1${path}`
    const response = await app.inject({ method, url, headers, ...(payload ? { payload } : {}) })
    return { status: response.statusCode, body: response.json() }
  },
  step: (name, { id, revision }: Pick<DraftDetail, 'id' | 'revision'>, which: DraftStep, more = {}) =>
    after.as(name, 'POST', `/publishing/drafts/${id}/${which}`, { revision, ...more }),
}

const list = async () => (await after.as<PublishingList>(LIN, 'GET', '/publishing')).body
const rename = (text: string) => text.replaceAll('重大事故或失信', '失信记录')

test('new files that do not go together with published texts wait; the page names file and line', async () => {
  const { held } = await list()
  expect(held).toMatchObject({ waiting: 'files' })
  expect(held?.paths).toContain('national/facts.yaml')
  expect(held?.problems.map(({ file }) => file)).toContain(PATH)
  expect(context.library.facts.has('重大事故或失信')).toBe(true)
})

test('what corrects one of two texts is published and waits for the other; then all is in force', async () => {
  const first = await publish(after, SUBSIDY, rename)
  expect(first.body).toMatchObject({ state: 'published', check: { ok: true } })
  expect((await list()).held?.problems.map(({ file }) => file)).not.toContain(PATH)
  expect(context.library.facts.has('重大事故或失信')).toBe(true)
  const second = await publish(after, OTHER, rename)
  expect(second.body).toMatchObject({ state: 'published' })
  expect((await list()).held).toBeNull()
  expect(context.library.facts.has('失信记录')).toBe(true)
  const { pool } = before.db
  const again = await startLibrary({ pool, packFiles: renamed, now: new Date(), progress: () => {} })
  expect(again).toMatchObject({ held: null, snapshot: context.snapshot })
})
