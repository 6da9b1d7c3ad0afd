import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, buildApp } from '../app.js'
import { ensureRegion } from '../database/region.js'
import { type TestDatabase, testDatabase } from '../database/testing.js'
import { loadLibrary } from '../pack-files.js'
import { readFacts } from '../registry/save-facts.js'
import { insertSubjects } from '../registry/store-insert.js'
import type { SelfAssessment } from './schema.js'

const library = loadLibrary()
const NAME = '云川样例科技有限公司（示例）'
let db: TestDatabase
let app: App
let id: string

beforeAll(async () => {
  db = await testDatabase()
  const pack = library.packs.get('demo')
  if (!pack) throw new Error('the sample city is a pack')
  const region = await ensureRegion(db.pool, pack)
  const worked =
    library.programmes.get('cn.tech-sme')?.examples.find((e) => e.name === '44 分不足')?.facts ?? {}
  const { facts } = readFacts(library, {
    facts: { ...worked, '研发费用@2024': '180 万元', '研发费用@2025': '90 万元' },
  })
  const origin = { source: '导入 企业表.xlsx', observedAt: '2026-03-01' }
  const [made = ''] = await insertSubjects(
    db.pool,
    region,
    [{ name: NAME, audience: 'enterprise', facts }],
    origin,
  )
  id = made
  app = await buildApp({ pool: db.pool, library, now: () => new Date('2026-06-15T04:00:00Z') })
})

afterAll(async () => {
  await app.close()
  await db.drop()
})

const headers = { host: 'localhost' }
const get = (path: string) => app.inject({ url: `/api/v1/subjects/${id}/forms${path}`, headers })
const post = (path: string, payload: object) =>
  app.inject({ method: 'POST', url: `/api/v1/subjects/${id}/forms${path}`, payload, headers })
const rowsOf = (form: SelfAssessment) => form.sections.flatMap((s) => s.rows)

describe('self-assessment forms', () => {
  test('are listed with where they stand, those for companies alone', async () => {
    const { items, subject } = (await get('')).json()
    expect(subject).toEqual({ id, name: NAME })
    const found = new Map(items.map((i: { programme: string }) => [i.programme, i]))
    expect(found.get('cn.tech-sme')).toMatchObject({ title: '科技型中小企业评价指标自评表', verdict: 'no' })
    expect(found.has('nx.national-grade-up')).toBe(false)
  })

  test('are filled in from the register, each figure with its source and date', async () => {
    const form: SelfAssessment = (await get('/cn.tech-sme')).json()
    expect(form.columns).toMatchObject([
      { year: 2025, on: '2026-06-15', verdict: 'no', points: { min: 44, max: 44 } },
    ])
    const cell = rowsOf(form).find((r) => r.fact?.name === '研发费用')?.cells[0]
    expect(cell).toMatchObject({ value: '90 万元', source: '导入 企业表.xlsx', observedAt: '2026-03-01' })
  })

  test('put years side by side', async () => {
    const form: SelfAssessment = (await get('/cn.tech-sme?years=2025,2024')).json()
    expect(form.columns.map((c) => [c.name, c.on])).toEqual([
      ['2024 年度', '2025-06-15'],
      ['2025 年度', '2026-06-15'],
    ])
    expect(
      rowsOf(form)
        .find((r) => r.fact?.name === '研发费用')
        ?.cells.map((c) => c.value),
    ).toEqual(['180 万元', '90 万元'])
  })

  test('compute what would be and store nothing', async () => {
    const count = async () => (await db.pool.query('SELECT count(*)::int AS n FROM observation')).rows
    const before = await count()
    const answer = await post('/cn.tech-sme', {
      whatIf: [{ name: '研发加倍', facts: { 研发费用: '180 万元' } }],
    })
    const form: SelfAssessment = answer.json()
    expect(form.columns.map((c) => [c.name, c.whatIf, c.verdict, c.points?.min])).toEqual([
      ['2025 年度', false, 'no', 44],
      ['研发加倍', true, 'yes', 74],
    ])
    const cells = rowsOf(form).find((r) => r.fact?.name === '研发费用')?.cells
    expect(cells?.map((c) => [c.value, c.supposed, c.source])).toEqual([
      ['90 万元', false, '导入 企业表.xlsx'],
      ['180 万元', true, null],
    ])
    expect(await count()).toEqual(before)
  })

  test('speak English', async () => {
    const form: SelfAssessment = (await get('/cn.tech-sme?lang=en')).json()
    expect(form).toMatchObject({ lang: 'en', title: 'Self-assessment: technology SME' })
    expect(form.columns[0]?.name).toBe('Year 2025')
  })

  test('are downloaded as workbooks under a Chinese name', async () => {
    const whatIf = encodeURIComponent(JSON.stringify([{ facts: { 研发费用: '180 万元' } }]))
    const answer = await get(`/cn.tech-sme/xlsx?what-if=${whatIf}`)
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['content-type']).toContain('spreadsheetml')
    const name = /filename\*=UTF-8''(\S+)$/.exec(String(answer.headers['content-disposition']))?.[1] ?? ''
    expect(decodeURIComponent(name)).toBe(`${NAME}-科技型中小企业评价指标自评表.xlsx`)
    const rows = await readSheet(answer.rawPayload)
    const total = rows.find((row) => row[1] === '合计得分')
    expect([total?.[4], total?.[6]]).toEqual([44, 74])
  })

  test.each([
    ['/demo.nothing', 404, 'programme.not-found'],
    ['/demo.rd-subsidy', 404, 'form.not-available'],
    ['/nx.national-grade-up', 404, 'form.not-available'],
    ['/cn.tech-sme?years=25', 400, 'request.invalid'],
    ['/cn.tech-sme?on=2026-02-30', 400, 'request.invalid'],
    ['/cn.tech-sme/docx', 400, 'request.invalid'],
    ['/cn.tech-sme/pdf?what-if={', 400, 'request.invalid'],
    ['/cn.tech-sme/pdf?what-if=[{"facts":{"没有":"1"}}]', 422, 'facts.invalid'],
  ])('%s is refused', async (path, status, code) => {
    const answer = await get(encodeURI(path))
    expect([answer.statusCode, answer.json().error.code]).toEqual([status, code])
  })
})
