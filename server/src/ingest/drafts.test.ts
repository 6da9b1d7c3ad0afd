import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, buildApp } from '../app.js'
import { createContext } from '../context.js'
import { ensureRegion } from '../database/region.js'
import { type TestDatabase, testDatabase } from '../database/testing.js'
import { loadDemo } from '../demo/index.js'
import { loadLibrary } from '../pack-files.js'
import type { SandboxAnswer } from '../sandbox/schema.js'
import type { DraftFile, SourcedDraft } from './schema.js'

const library = loadLibrary()
let db: TestDatabase
let app: App

beforeAll(async () => {
  db = await testDatabase()
  const pack = library.packs.get('demo')
  if (!pack) throw new Error('the sample city is a pack')
  const region = await ensureRegion(db.pool, pack)
  const context = createContext({ pool: db.pool, library })
  await loadDemo({ pool: db.pool, library, region, today: context.today(), progress: () => {} })
  app = await buildApp({ context })
})
afterAll(async () => {
  await app.close()
  await db.drop()
})

const TEXT = `湖南株洲：做强孵化载体
2023年，全市建成孵化器17家。
江西赣州：支持企业贷款
近日，示例。对首次获得科技贷款的科技型中小企业，按实际贷款额的8%、最高不超过60万元，给予贴息补助；对年销售收入达到2000万元的高新技术企业给予20万元奖励。
`
async function call(method: 'GET' | 'POST', path: string, payload?: object | Buffer, role = 'clerk') {
  const response = await app.inject({
    method,
    url: `/api/v1${path}`,
    headers: {
      host: 'localhost',
      'x-kehui-role': role,
      'x-kehui-name': encodeURIComponent('林晓（示例）'),
      ...(payload instanceof Buffer
        ? { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent('措施.txt') }
        : {}),
    },
    ...(payload ? { payload } : {}),
  })
  return { status: response.statusCode, body: response.json() }
}
const tried = async ({ programme, pack, file }: SourcedDraft): Promise<SandboxAnswer> =>
  (await call('POST', '/sandbox/try', { programme, pack, text: file, against: null })).body

test('a policy sentence opens as a new programme: tried on the region, kept as a draft, never in force', async () => {
  const { id } = (await call('POST', '/reports', Buffer.from(TEXT))).body
  expect((await call('GET', `/reports/${id}/drafts?article=0`)).body).toEqual([])
  const [loan, award] = (await call('GET', `/reports/${id}/drafts?article=1`)).body as DraftFile[]
  if (!loan || !award) throw new Error('two grants are two drafts')
  const points = [...TEXT]
  for (const { start, end, text } of [...loan.parameters, ...loan.unread, loan.sentence])
    expect(points.slice(start, end).join('')).toBe(text)

  const opened = (await call('GET', `/reports/${id}/drafts/${loan.sentence.start}`)).body as SourcedDraft
  expect(opened).toMatchObject({ pack: 'demo', article: 1, fileName: '措施.txt', saved: [] })
  const answer = await tried(opened)
  expect(answer.problems).toEqual([])
  // Nobody is certain while a condition is not read; what it could cost at most is known.
  expect(answer.result).toMatchObject({ hasBefore: false, now: { yes: 0, leastFen: '0' } })
  expect(answer.parameters.map(({ kind, value }) => [kind, value])).toEqual([
    ['amount', 60],
    ['cap', 60],
  ])
  const open = answer.result?.now.open ?? 0
  expect(open).toBeGreaterThan(0)
  expect(answer.result?.now.mostFen).toBe(`${open * 60_000_000}`)

  const other = (await call('GET', `/reports/${id}/drafts/${award.sentence.start}`)).body as SourcedDraft
  expect(other.unread).toEqual([])
  const { result } = await tried(other)
  expect(result?.now.leastFen).toBe(`${(result?.now.yes ?? 0) * 20_000_000}`)
  expect(result?.conditions.map(({ text }) => text)).toContain('高新技术企业')

  const kept = await call('POST', '/publishing/drafts', { pack: opened.pack, text: opened.file })
  expect(kept.body).toMatchObject({ isNew: true, state: 'draft', check: { ok: false }, text: opened.file })
  const again = (await call('GET', `/reports/${id}/drafts/${loan.sentence.start}`)).body as SourcedDraft
  expect(again.saved.map((draft) => draft.id)).toEqual([kept.body.id])
  const submitted = await call('POST', `/publishing/drafts/${kept.body.id}/submit`, {
    revision: kept.body.revision,
  })
  expect(submitted.body.error.code).toBe('draft.check')

  // Companies hear nothing of it.
  const [company] = (await call('GET', '/subjects', undefined, 'manager')).body.items
  const shown = await call('GET', `/subjects/${company.id}/package`, undefined, 'manager')
  expect(shown.status).toBe(200)
  expect(JSON.stringify(shown.body)).not.toContain(opened.programme)
  const listed = await call('GET', '/programmes', undefined, 'manager')
  expect(JSON.stringify(listed.body)).not.toContain(opened.programme)
})

test('refusals: a place without a policy, a report that is not there, who is no clerk', async () => {
  const { id } = (await call('POST', '/reports', Buffer.from(TEXT.replace('17家', '18家')))).body
  expect((await call('GET', `/reports/${id}/drafts/1`)).body.error.code).toBe('ingest.draft-not-found')
  const nowhere = '/reports/00000000-0000-4000-8000-000000000000/drafts/1'
  expect((await call('GET', nowhere)).body.error.code).toBe('ingest.not-found')
  expect((await call('GET', nowhere, undefined, 'service-team')).status).toBe(403)
})
