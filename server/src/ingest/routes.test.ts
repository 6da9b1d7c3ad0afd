import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, buildApp } from '../app.js'
import { createContext } from '../context.js'
import { ensureRegion } from '../database/region.js'
import { type TestDatabase, testDatabase } from '../database/testing.js'
import { loadLibrary } from '../pack-files.js'
import type { DraftFile, Report, ReportFact } from './schema.js'

const library = loadLibrary()
let db: TestDatabase
let app: App

beforeAll(async () => {
  db = await testDatabase()
  const pack = library.packs.get('demo')
  if (!pack) throw new Error('the sample city is a pack')
  await ensureRegion(db.pool, pack)
  app = await buildApp({ context: createContext({ pool: db.pool, library }) })
})
afterAll(async () => {
  await app.close()
  await db.drop()
})

const TEXT = `湖南株洲：做强孵化载体
2023年，全市建成孵化器17家，技术合同成交额12亿元，同比增长8%。对首次认定的孵化器给予最高50万元奖励。
江西赣州：激活技术市场
2023年，全市技术合同成交金额9亿元。
`

async function call(method: 'GET' | 'POST' | 'PUT', path: string, payload?: object, role = 'clerk') {
  const response = await app.inject({
    method,
    url: `/api/v1${path}`,
    headers: { host: 'localhost', 'x-kehui-role': role, 'x-kehui-name': encodeURIComponent('林晓（示例）') },
    ...(payload ? { payload } : {}),
  })
  return { status: response.statusCode, body: response.json() }
}

async function upload(content: string | Buffer, name = '示例.txt') {
  const response = await app.inject({
    method: 'POST',
    url: '/api/v1/reports',
    headers: {
      host: 'localhost',
      'x-kehui-role': 'clerk',
      'x-kehui-name': encodeURIComponent('林晓（示例）'),
      'x-file-name': encodeURIComponent(name),
      'content-type': 'application/octet-stream',
    },
    payload: content,
  })
  return { status: response.statusCode, body: response.json() }
}

test('a report is read, shown article by article, and its figures are decided', async () => {
  const { status, body } = await upload(TEXT)
  expect(status).toBe(201)
  expect(body).toMatchObject({
    fileName: '示例.txt',
    kind: 'text',
    articles: 2,
    counts: { facts: 5, accepted: 0 },
  })

  const first = (await call('GET', `/reports/${body.id}?article=0`)).body as Report
  expect(first.list.map(({ title, facts }) => [title, facts])).toEqual([
    ['湖南株洲：做强孵化载体', 4],
    ['江西赣州：激活技术市场', 1],
  ])
  for (const fact of first.facts) {
    const there = [...first.text].slice(fact.valueStart - first.textStart, fact.valueEnd - first.textStart)
    expect(there.join('')).toBe(fact.valueText)
  }
  const second = (await call('GET', `/reports/${body.id}?article=1`)).body as Report
  expect(second.facts.map(({ indicator }) => indicator)).toEqual(['技术合同成交额'])

  const last = second.facts[0]?.n ?? 0
  expect((await call('GET', `/reports/${body.id}?fact=${last}`)).body.shown).toBe(1)

  const [incubators, contracts] = first.facts as [ReportFact, ReportFact]
  expect(
    (await call('PUT', `/reports/${body.id}/facts/${incubators.n}`, { state: 'accepted' })).body.state,
  ).toBe('accepted')
  const correction = { value: '1200000000', unit: '元', subject: '技术合同登记成交额', period: '2023' }
  const corrected = await call('PUT', `/reports/${body.id}/facts/${contracts.n}`, {
    state: 'corrected',
    correction,
  })
  expect(corrected.body).toMatchObject({ state: 'corrected', correction, byName: '林晓（示例）' })
  const undated = { ...correction, period: null }
  await call('PUT', `/reports/${body.id}/facts/${contracts.n}`, { state: 'corrected', correction: undated })
  const { facts } = (await call('GET', `/reports/${body.id}?article=0`)).body as Report
  expect(facts.find(({ n }) => n === contracts.n)?.correction).toEqual(undated)
  expect((await call('GET', '/reports')).body[0].counts).toEqual({
    facts: 5,
    accepted: 1,
    corrected: 1,
    rejected: 0,
  })

  const drafts = (await call('GET', `/reports/${body.id}/drafts`)).body as DraftFile[]
  expect(drafts).toHaveLength(1)
  expect(drafts[0]?.file).toContain('cap: 50 万元')
  expect((await call('GET', `/reports/${body.id}/drafts?article=1`)).body).toEqual([])
})

test('refusals: nothing to read, a correction without its content, no such figure, a company', async () => {
  expect((await upload(' ')).body.error.code).toBe('ingest.empty')
  const { body } = await upload(TEXT.replace('17家', '19家'))
  const twice = await upload(TEXT.replace('17家', '19家'))
  expect([twice.status, twice.body.error.code]).toEqual([409, 'ingest.duplicate'])
  expect(twice.body.error.details.report).toBe(body.id)
  expect((await call('PUT', `/reports/${body.id}/facts/0`, { state: 'corrected' })).body.error.code).toBe(
    'ingest.correction',
  )
  expect((await call('PUT', `/reports/${body.id}/facts/999`, { state: 'accepted' })).body.error.code).toBe(
    'ingest.not-found',
  )
  expect((await call('GET', '/reports', undefined, 'manager')).status).toBe(403)
})
