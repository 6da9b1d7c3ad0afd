import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, buildApp } from '../../app.js'
import { type AppContext, createContext } from '../../context.js'
import { ensureRegion } from '../../database/region.js'
import { type TestDatabase, testDatabase } from '../../database/testing.js'
import { loadLibrary } from '../../pack-files.js'
import { batchPath } from './files.js'
import { reportReader } from './reader.js'
import type { Batch, BatchFile } from './schema.js'
import { filesOf, insertBatch, moveStored } from './store-batches.js'

const library = loadLibrary()
const files = mkdtempSync(join(tmpdir(), 'kehui-batches-'))
let db: TestDatabase
let app: App
let context: AppContext
let region: number

beforeAll(async () => {
  db = await testDatabase()
  const pack = library.packs.get('demo')
  if (!pack) throw new Error('the sample city is a pack')
  region = await ensureRegion(db.pool, pack)
  context = createContext({ pool: db.pool, library, files })
  app = await buildApp({ context })
})
afterAll(async () => {
  await app.close()
  await db.drop()
  rmSync(files, { recursive: true })
})

const HEADERS = {
  host: 'localhost',
  'x-kehui-role': 'clerk',
  'x-kehui-name': encodeURIComponent('林晓（示例）'),
}
async function call(method: 'GET' | 'POST' | 'PUT', path: string, payload?: object | Buffer) {
  const response = await app.inject({
    method,
    url: `/api/v1${path}`,
    headers: {
      ...HEADERS,
      ...(payload instanceof Buffer ? { 'content-type': 'application/octet-stream' } : {}),
    },
    ...(payload ? { payload } : {}),
  })
  return { status: response.statusCode, body: response.json() }
}

const text = (n: number) =>
  Buffer.from(`湖南株洲：做强孵化载体\n2023年，全市建成孵化器${n}家，在孵企业300家。\n`)
const begin = async (all: readonly (readonly [string, number])[]): Promise<Batch> =>
  (await call('POST', '/report-batches', { files: all.map(([name, bytes]) => ({ name, bytes })) })).body
const batch = async (id: string): Promise<Batch> => (await call('GET', `/report-batches/${id}`)).body
async function settled(id: string): Promise<readonly BatchFile[]> {
  await expect
    .poll(async () => (await batch(id)).files.some((f) => f.canCancel), { timeout: 20_000 })
    .toBe(false)
  return (await batch(id)).files
}

test('files handed in together: each has its own result or its own refusal', async () => {
  const given: readonly (readonly [string, Buffer])[] = [
    ['一.txt', text(11)],
    ['图.png', Buffer.from('\x89PNG\r\n\x1a\n0000', 'latin1')],
    ['一的副本.txt', text(11)],
    ['二.txt', text(12)],
  ]
  const { id } = await begin([
    ...given.map(([name, content]) => [name, content.length] as const),
    ['空.txt', 0],
    ['很大.txt', 200 * 1024 * 1024],
  ])
  for (const [n, [, content]] of given.entries())
    expect((await call('PUT', `/report-batches/${id}/files/${n}`, content)).status).toBe(202)
  const all = await settled(id)
  expect(all.map(({ state, refusal }) => refusal?.code ?? state)).toEqual([
    'done',
    'ingest.not-a-report',
    'ingest.duplicate',
    'done',
    'ingest.empty',
    'ingest.too-large',
  ])
  expect(all[2]?.refusal?.message).toContain('一.txt')
  expect(all[5]?.refusal?.message).toContain('200 MB')
  expect(all[0]).toMatchObject({ articles: 1, facts: 2 })
  const report = (await call('GET', `/reports/${all[0]?.report}`)).body
  expect(report.facts.map(({ n }: { n: number }) => n)).toEqual([0, 1])
  expect(readdirSync(join(files, 'reports'))).toEqual([])
  const again = await begin([['一次.txt', 10]])
  await call('PUT', `/report-batches/${again.id}/files/0`, text(11))
  const [late] = await settled(again.id)
  expect(late).toMatchObject({ refusal: { code: 'ingest.duplicate' }, report: all[0]?.report })
})

test('one file is called off, or all; what is called off can be handed in again', async () => {
  const { id } = await begin([
    ['甲.txt', 100],
    ['乙.txt', 100],
  ])
  expect((await call('POST', `/report-batches/${id}/files/0/cancel`)).body.state).toBe('cancelled')
  expect((await call('POST', `/report-batches/${id}/files/0/cancel`)).body.error.code).toBe(
    'ingest.batch-state',
  )
  expect((await call('POST', `/report-batches/${id}/files/0/again`)).body.error.code).toBe('ingest.file-gone')
  expect((await call('POST', `/report-batches/${id}/cancel`)).body.files[1].state).toBe('cancelled')
  await call('PUT', `/report-batches/${id}/files/0`, text(21))
  expect((await settled(id)).map(({ state }) => state)).toEqual(['done', 'cancelled'])
  expect((await call('PUT', `/report-batches/${id}/files/0`, text(22))).body.error.code).toBe(
    'ingest.batch-state',
  )
})

test('a batch that was put away is listed no more; its reports stay', async () => {
  const { id } = await begin([['丙.txt', 100]])
  await call('PUT', `/report-batches/${id}/files/0`, text(31))
  const [file] = await settled(id)
  const listed = async () => (await call('GET', '/report-batches')).body.map((one: Batch) => one.id)
  expect(await listed()).toContain(id)
  await call('POST', `/report-batches/${id}/close`)
  expect(await listed()).not.toContain(id)
  expect((await call('GET', `/reports/${file?.report}`)).status).toBe(200)
})

test('after a restart files go on; one that is gone or that ended the server twice waits for a person', async () => {
  const names = ['留下.txt', '没了.txt', '两次.txt', '排队.txt']
  const id = await insertBatch(
    db.pool,
    region,
    '林晓（示例）',
    names.map((name) => ({ name, bytes: 1, refusal: null })),
  )
  const key = (n: number) => ({ region, batch: id, n })
  for (const n of names.keys()) {
    await moveStored(db.pool, key(n), 'receive', { hash: `${id}-${n}`, bytes: 1 })
    if (n !== 1) writeFileSync(batchPath(context, key(n)), text(40 + n))
  }
  for (const n of [0, 1, 2]) await moveStored(db.pool, key(n), 'take')
  await moveStored(db.pool, key(2), 'resume')
  await moveStored(db.pool, key(2), 'take')

  const reader = reportReader(context, () => {})
  reader.wake()
  await reader.idle()
  const after = await filesOf(db.pool, region, [id])
  expect(after.map(({ state }) => state)).toEqual(['done', 'interrupted', 'interrupted', 'done'])
  expect(existsSync(batchPath(context, key(2)))).toBe(true)

  const views = (await batch(id)).files
  expect(views.map(({ canTryAgain }) => canTryAgain)).toEqual([false, false, true, false])
  await call('POST', `/report-batches/${id}/files/2/again`)
  expect((await settled(id))[2]?.state).toBe('done')
})

test('a fault of the program while a file is read is told of that file, and the next is read', async () => {
  const { id } = await begin([
    ['出错.txt', 10],
    ['之后.txt', 10],
  ])
  const key = (n: number) => ({ region, batch: id, n })
  for (const n of [0, 1]) await moveStored(db.pool, key(n), 'receive', { hash: `${id}-${n}`, bytes: 1 })
  // A folder is no refusal that anybody thought of.
  mkdirSync(batchPath(context, key(0)))
  writeFileSync(batchPath(context, key(1)), text(60))
  const failures: unknown[] = []
  const reader = reportReader(context, (error) => void failures.push(error))
  reader.wake()
  await reader.idle()
  const [failed, next] = (await batch(id)).files
  expect(failed).toMatchObject({ state: 'refused', refusal: { code: 'ingest.crashed' }, canTryAgain: true })
  expect([next?.state, failures.length]).toEqual(['done', 1])
  rmSync(batchPath(context, key(0)), { recursive: true })
})

test('what nobody tried again in a week is cleared out at the start', async () => {
  const { id } = await begin([['搁置.txt', 10]])
  await call('POST', `/report-batches/${id}/files/0/cancel`)
  const key = { region, batch: id, n: 0 }
  const started = async (now: Date) => {
    const reader = reportReader({ ...context, now: () => now }, () => {})
    reader.wake()
    await reader.idle()
    return existsSync(batchPath(context, key))
  }
  writeFileSync(batchPath(context, key), text(50))
  const day = 24 * 60 * 60 * 1000
  expect(await started(new Date(Date.now() + 6 * day))).toBe(true)
  expect(await started(new Date(Date.now() + 8 * day))).toBe(false)
})

test('a report is withdrawn with its figures and brought back; its file is not read again meanwhile', async () => {
  const one = await begin([['撤.txt', 100]])
  const content = Buffer.from('江西赣州：激活市场\n2023年，全市技术合同成交金额123亿元。\n')
  await call('PUT', `/report-batches/${one.id}/files/0`, content)
  const [file] = await settled(one.id)
  const seen = async () =>
    (await app.inject({ url: '/api/v1/indicators.csv', headers: HEADERS })).body.includes('12300000000')
  const listed = async (query = '') =>
    (await call('GET', `/reports${query}`)).body.map(({ id }: { id: string }) => id)
  expect(await seen()).toBe(true)
  await call('POST', `/reports/${file?.report}/withdraw`)
  expect(await seen()).toBe(false)
  expect(await listed()).not.toContain(file?.report)
  expect(await listed('?withdrawn=true')).toContain(file?.report)
  const decided = await call('PUT', `/reports/${file?.report}/facts/0`, { state: 'accepted' })
  expect(decided.body.error.code).toBe('ingest.withdrawn')
  const two = await begin([['撤2.txt', 100]])
  await call('PUT', `/report-batches/${two.id}/files/0`, content)
  expect((await settled(two.id))[0]?.refusal?.code).toBe('ingest.duplicate-withdrawn')
  await call('POST', `/reports/${file?.report}/restore`)
  expect(await seen()).toBe(true)
  expect((await call('PUT', `/reports/${file?.report}/facts/0`, { state: 'accepted' })).status).toBe(200)
})

test('refusals: nothing to hand in, too many, a batch that is not there, a company', async () => {
  expect((await call('POST', '/report-batches', { files: [] })).status).toBe(400)
  const many = Array.from({ length: 201 }, (_, i) => ({ name: `${i}.txt`, bytes: 1 }))
  expect((await call('POST', '/report-batches', { files: many })).status).toBe(400)
  const nowhere = '/report-batches/00000000-0000-4000-8000-000000000000'
  for (const [method, path] of [
    ['GET', nowhere],
    ['POST', `${nowhere}/cancel`],
    ['POST', `${nowhere}/files/0/again`],
  ] as const)
    expect((await call(method, path)).body.error.code).toBe('ingest.batch-not-found')
  const company = { host: 'localhost', 'x-kehui-role': 'manager' }
  expect((await app.inject({ url: '/api/v1/report-batches', headers: company })).statusCode).toBe(403)
})
