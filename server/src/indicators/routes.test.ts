import readXlsxFile from 'read-excel-file/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, buildApp } from '../app.js'
import { createContext } from '../context.js'
import { ensureRegion } from '../database/region.js'
import { type TestDatabase, testDatabase } from '../database/testing.js'
import type { Report } from '../ingest/schema.js'
import { loadLibrary } from '../pack-files.js'
import type {
  IndicatorComparison,
  IndicatorOverview,
  NamedIndicators,
  Naming,
  NamingPreview,
} from './schema.js'

const library = loadLibrary()
let db: TestDatabase
let app: App
let report: string

const TEXT = `湖南株洲：做强孵化载体
2022年，全市技术合同成交额10亿元。2023年，全市建成孵化器17家，技术合同成交额12亿元，同比增长45%。
江西赣州：激活技术市场
2023年，全市技术合同成交金额超9亿元。全市建成众创空间20家，其中国家级11家、省级12家。
`

const headers = (role = 'clerk') => ({
  host: 'localhost',
  'x-kehui-role': role,
  'x-kehui-name': encodeURIComponent('林晓（示例）'),
})

async function upload(content: string, name: string): Promise<string> {
  const response = await app.inject({
    method: 'POST',
    url: '/api/v1/reports',
    headers: {
      ...headers(),
      'x-file-name': encodeURIComponent(name),
      'content-type': 'application/octet-stream',
    },
    payload: content,
  })
  return response.json().id
}

async function call(method: 'GET' | 'POST' | 'PUT', path: string, payload?: object, role = 'clerk') {
  const response = await app.inject({
    method,
    url: `/api/v1${path}`,
    headers: headers(role),
    ...(payload ? { payload } : {}),
  })
  return { status: response.statusCode, body: response.json() }
}

const compared = async (query = ''): Promise<IndicatorComparison> =>
  (await call('GET', `/indicators/comparison?indicator=${encodeURIComponent('技术合同成交额')}${query}`)).body

beforeAll(async () => {
  db = await testDatabase()
  const pack = library.packs.get('demo')
  if (!pack) throw new Error('the sample city is a pack')
  await ensureRegion(db.pool, pack)
  app = await buildApp({ context: createContext({ pool: db.pool, library }) })
  report = await upload(TEXT, '示例.txt')
})
afterAll(async () => {
  await app.close()
  await db.drop()
})

test('all indicators, and what does not fit with the sentences that say it', async () => {
  const { indicators, contradictions, contradictionCount } = (await call('GET', '/indicators'))
    .body as IndicatorOverview
  expect(indicators[0]).toMatchObject({ indicator: '技术合同成交额', units: ['元'], places: 2, wrong: 3 })
  expect(contradictionCount).toBe(2)
  expect(contradictions.map(({ kind, expected, found }) => [kind, expected, found])).toEqual([
    ['parts-exceed-total', '20', '23'],
    ['growth-differs', '45', '20'],
  ])
  expect(contradictions[1]?.indicator).toBe('技术合同成交额')
  expect(contradictions[1]?.figures.map(({ n, sentence }) => [n, sentence.includes('技术合同')])).toEqual([
    [3, true],
    [2, true],
    [0, true],
  ])
})

test('one indicator across places and periods', async () => {
  const { unit, span, periods, places, contradictions } = await compared()
  expect({ unit, span, periods }).toEqual({ unit: '元', span: 'year', periods: ['2022', '2023'] })
  expect(
    places.map(({ place, cells }) => [
      place,
      cells.map(({ figure, rank }) => [figure.op, figure.value, rank]),
    ]),
  ).toEqual([
    [
      '湖南省株洲市',
      [
        [null, '1000000000', 1],
        [null, '1200000000', 1],
      ],
    ],
    ['江西省赣州市', [['>', '900000000', 2]]],
  ])
  expect(places[0]?.cells[1]?.growth).toMatchObject({
    computed: '20',
    differs: true,
    reported: { value: '45' },
  })
  expect(contradictions).toHaveLength(1)
  expect((await compared('&checked=true')).places).toEqual([])
  await call('PUT', `/reports/${report}/facts/2`, { state: 'accepted' })
  expect((await compared('&checked=true')).places[0]?.cells[0]?.figure.checked).toBe(true)
  expect((await call('GET', '/indicators/comparison?indicator=')).status).toBe(400)
})

test('indicators are handed out as a workbook and as CSV, each figure with its source', async () => {
  const file = (path: string) => app.inject({ url: `/api/v1/indicators${path}`, headers: headers() })
  const asked = `?q=${encodeURIComponent('技术合同')}`
  const csv = await file(`.csv${asked}`)
  expect(csv.headers['content-disposition']).toContain('indicators.csv')
  const [head, ...lines] = csv.body.trim().split('\r\n')
  expect(head).toBe('指标,类别,省,市,时间,比较,数值,单位,出处')
  expect(lines).toHaveLength(4)
  const [sheet] = await readXlsxFile((await file(`.xlsx${asked}`)).rawPayload)
  expect(sheet?.data).toHaveLength(lines.length + 1)

  const one = `indicator=${encodeURIComponent('技术合同成交额')}&place=${encodeURIComponent('江西省赣州市')}`
  const [, line, ...more] = (await file(`/comparison.csv?${one}`)).body.trim().split('\r\n')
  expect(line).toBe('技术合同成交额,江西省赣州市,2023,>,900000000,元,2,,,,否,,示例.txt')
  expect(more).toEqual([])
  const [compared] = await readXlsxFile((await file(`/comparison.xlsx?${one}`)).rawPayload)
  expect(compared?.data).toHaveLength(2)
})

test('what a person says of names is told before, remembered for every report, kept in a history, and undone', async () => {
  const ask = { subjects: ['建成孵化器数'], indicator: ' 孵化载体数 ' }
  const preview = (await call('POST', '/indicators/names/preview', ask)).body as NamingPreview
  expect(preview).toEqual({
    entries: [{ subject: '建成孵化器数', before: null, after: '孵化载体数' }],
    moves: [{ subject: '建成孵化器数', from: '科技企业孵化器数', to: '孵化载体数', figures: 1 }],
    units: [],
    contradictions: { before: 2, after: 2 },
  })
  const names = async () => ((await call('GET', '/indicators/names')).body as NamedIndicators).indicators
  const known = async (indicator: string) => (await names()).find((one) => one.indicator === indicator)
  expect(await known('孵化载体数')).toBeUndefined()

  await call('PUT', '/indicators/names', ask)
  const other = await upload(TEXT.replace('17家', '18家'), '另一份.txt')
  const { facts } = (await call('GET', `/reports/${other}?article=0`)).body as Report
  expect(facts[1]?.indicator).toBe('孵化载体数')
  expect(await known('孵化载体数')).toMatchObject({
    figures: 2,
    subjects: [{ subject: '建成孵化器数', by: 'person', figures: 2 }],
  })

  const rename = { subjects: ['孵化载体数'], indicator: '双创载体数' }
  await call('PUT', '/indicators/names', rename)
  // Said twice, it is one change.
  await call('PUT', '/indicators/names', rename)
  expect(await known('双创载体数')).toMatchObject({ figures: 2 })
  const history = async () => (await call('GET', '/indicators/names/history')).body as Naming[]
  const [second, first, ...older] = await history()
  expect(older).toEqual([])
  expect(second).toMatchObject({ ...rename, byName: '林晓（示例）', undoneBy: null })
  expect((await call('POST', `/indicators/names/history/${second?.id}/undo`)).status).toBe(200)
  expect(await known('孵化载体数')).toMatchObject({ figures: 2 })
  expect((await call('POST', `/indicators/names/history/${second?.id}/undo`)).body.error.code).toBe(
    'indicator.naming-not-found',
  )
  await call('PUT', '/indicators/names', { subjects: ['建成孵化器数'], indicator: '孵化平台数' })
  const late = await call('POST', `/indicators/names/history/${first?.id}/undo`)
  expect(late.body.error).toMatchObject({ code: 'indicator.changed-since' })
  expect(late.body.error.message).toContain('建成孵化器数')
  expect((await history()).find(({ id }) => id === first?.id)?.undoneBy).toBeNull()
  await call('PUT', '/indicators/names', { subjects: ['建成孵化器数'], indicator: null })
  expect(await known('科技企业孵化器数')).toMatchObject({ figures: 2 })
})

test('two who say something at the same time are kept one after the other', async () => {
  const said = ['甲', '乙', '丙', '丁'].map((name) =>
    call('PUT', '/indicators/names', { subjects: ['同时说的数'], indicator: `${name}数` }),
  )
  await Promise.all(said)
  const history = ((await call('GET', '/indicators/names/history')).body as Naming[]).slice(0, 4).reverse()
  expect(history.map(({ entries }) => entries[0]?.before ?? null)).toEqual([
    null,
    ...history.slice(0, 3).map(({ entries }) => entries[0]?.after),
  ])
})

test('refusals: a name of marks alone, nothing named, a company', async () => {
  const blank = await call('PUT', '/indicators/names', { subjects: ['孵化器数'], indicator: ' “” ' })
  expect(blank.body.error.code).toBe('indicator.name-empty')
  expect((await call('PUT', '/indicators/names', { subjects: [], indicator: '孵化器数' })).status).toBe(400)
  expect((await call('GET', '/indicators', undefined, 'manager')).status).toBe(403)
})
