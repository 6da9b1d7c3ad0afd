import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, buildApp } from '../app.js'
import { type TestDatabase, testDatabase } from '../database/testing.js'
import { loadLibrary } from '../pack-files.js'
import type { FactInfo, RecordInfo, RegionInfo } from '../registry/schema.js'
import type { ProgrammeDetail, ProgrammeList, TextNode } from './schema.js'

const library = loadLibrary()
let db: TestDatabase
let app: App

beforeAll(async () => {
  db = await testDatabase()
  app = await buildApp({ pool: db.pool, library, today: () => '2026-11-24' })
})
afterAll(async () => {
  await app.close()
  await db.drop()
})

async function get<T>(path: string, query: Record<string, string> = {}): Promise<T> {
  const answer = await app.inject({ url: `/api/v1${path}`, query, headers: { host: 'localhost' } })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}

function ids({ items }: ProgrammeList): string[] {
  return items.map(({ id }) => id)
}

/** Every text of a tree, labels included. */
function textsOf(nodes: readonly TextNode[]): string[] {
  return nodes.flatMap(({ text, label, children }) => [text, label ?? '', ...textsOf(children)])
}

describe('the list', () => {
  test('holds every programme once, over its pages', async () => {
    const first = await get<ProgrammeList>('/programmes')
    const pages = Math.ceil(first.total / first.pageSize)
    const rest = await Promise.all(
      Array.from({ length: pages - 1 }, (_, i) => get<ProgrammeList>('/programmes', { page: String(i + 2) })),
    )
    const all = [first, ...rest].flatMap(ids)
    expect(all.sort()).toEqual([...library.programmes.keys()].sort())
    expect(first.total).toBe(library.programmes.size)
  })
  test('begins with what can be applied for now', async () => {
    const { items } = await get<ProgrammeList>('/programmes', { region: 'demo', size: '200' })
    const order = ['open', 'coming', 'unknown', 'closed']
    const ranks = items.map(({ call }) => order.indexOf(call?.status ?? 'unknown'))
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
    expect(new Set(ranks).size).toBeGreaterThan(2)
  })
  test.each([
    ['region', 'demo', (p: ProgrammeDetail) => p.pack],
    ['level', '省', (p: ProgrammeDetail) => p.level],
    ['mode', '择优', (p: ProgrammeDetail) => p.mode],
    ['benefit', 'voucher', (p: ProgrammeDetail) => p.benefit],
    ['audience', 'incubator', (p: ProgrammeDetail) => p.audience],
    ['window', 'open', (p: ProgrammeDetail) => p.call?.status],
  ])('is filtered by %s', async (name, value, of) => {
    const { items, total } = await get<ProgrammeList>('/programmes', { [name]: value })
    expect(total).toBeGreaterThan(0)
    expect(total).toBeLessThan(library.programmes.size)
    const details = await Promise.all(items.map(({ id }) => get<ProgrammeDetail>(`/programmes/${id}`)))
    expect(new Set(details.map(of))).toEqual(new Set([value]))
  })
  test.each([
    ['科技型中小企业', 'cn.tech-sme'],
    ['首次融资', 'gz.first-finance'],
    ['first-finance SUBSIDY', 'gz.first-finance'],
    ['贵州 融资', 'gz.first-finance'],
  ])('finds “%s”', async (q, id) => {
    expect(ids(await get('/programmes', { q }))).toContain(id)
  })
  test('a search that nothing meets is an empty list', async () => {
    expect(await get('/programmes', { q: '没有这样的政策' })).toMatchObject({ items: [], total: 0 })
  })
  test('tells how calls stand on the day that is named', async () => {
    const statusOn = async (on: string) =>
      (await get<ProgrammeDetail>('/programmes/demo.broker', { on })).call
    expect(await statusOn('2026-10-31')).toMatchObject({ status: 'coming', from: '2026-11-01' })
    expect(await statusOn('2026-11-01')).toMatchObject({ status: 'open' })
    expect(await statusOn('2026-12-31')).toMatchObject({ status: 'open', yearly: true })
    expect(await statusOn('2027-01-01')).toMatchObject({ status: 'coming', from: '2027-11-01' })
    const { call } = await get<ProgrammeDetail>('/programmes/demo.village', { on: '2026-07-01' })
    expect(call).toMatchObject({ status: 'closed', to: '2026-06-30', yearly: false })
  })
  test.each([
    { mode: '没有' },
    { benefit: 'money' },
    { window: 'soon' },
    { page: '0' },
    { on: '2026-02-30' },
    { on: 'today' },
  ])('%o is refused', async (query) => {
    const answer = await app.inject({ url: '/api/v1/programmes', query, headers: { host: 'localhost' } })
    expect(answer.statusCode).toBe(400)
    expect(answer.json().error.code).toBe('request.invalid')
  })
})

describe('one programme', () => {
  test.each(['zh', 'en'])('every one is told in %s with its conditions and its source', async (lang) => {
    for (const [id, { need, points, pay }] of library.programmes) {
      const told = await get<ProgrammeDetail>(`/programmes/${id}`, { lang })
      expect(told.need).toHaveLength(need.length)
      expect(told.points).toHaveLength(points.size)
      expect(told.pay === null).toBe(pay === null)
      expect(told.source.document).not.toBe('')
      expect(textsOf([...told.need, ...told.points, ...(told.pay?.lines ?? [])])).not.toContain(undefined)
    }
  })
  test('shows thresholds, the whole score and where each condition comes from', async () => {
    const told = await get<ProgrammeDetail>('/programmes/cn.tech-sme')
    expect(textsOf(told.need).join('\n')).toContain('500 人')
    const staff = told.points.find(({ label }) => label?.includes('科技人员'))
    expect(textsOf(staff?.children ?? []).filter((text) => /\d+%: \d+ 分/.test(text))).toHaveLength(5)
    expect(told.need.some(({ cite }) => cite?.article !== undefined)).toBe(true)
  })
  test('names both readings of an open text', async () => {
    const told = await get<ProgrammeDetail>('/programmes/gz.first-finance', { lang: 'en' })
    expect(told.readings).toMatchObject({ chosen: 'either', signed: null })
    expect(told.readings?.options.map(({ id }) => id)).toEqual(['either', 'both'])
    expect(told.pay).toMatchObject({ per: 'project' })
    expect(told.pay?.cap).toContain('100 万元')
  })
  test('tells what stands beside conditions and amount in words', async () => {
    const told = await get<ProgrammeDetail>('/programmes/demo.commissioner')
    const deduction = await get<ProgrammeDetail>('/programmes/cn.rd-super-deduction')
    expect(deduction.notes[0]).toMatchObject({ label: '适用行业', text: expect.stringContaining('制造业、') })
    expect(told.notes).toContainEqual({ label: '受款人', text: '派出单位' })
    expect(told.notes).toContainEqual({ label: '拨付安排', text: '立项 100%' })
  })
  test('one that there is not is answered with the nearest that there is', async () => {
    const answer = await app.inject({
      url: '/api/v1/programmes/cn.tech-sm?lang=en',
      headers: { host: 'localhost' },
    })
    expect(answer.statusCode).toBe(404)
    expect(answer.json().error).toMatchObject({ code: 'programme.not-found' })
    expect(answer.json().error.message).toContain('Did you mean “cn.tech-sme”?')
  })
})

describe('dictionaries', () => {
  test('regions count their programmes', async () => {
    const regions = await get<RegionInfo[]>('/regions', { lang: 'en' })
    expect(regions.map(({ id }) => id).sort()).toEqual([...library.packs.keys()].sort())
    expect(regions.reduce((sum, { programmes }) => sum + programmes, 0)).toBe(library.programmes.size)
    expect(regions.find(({ id }) => id === 'demo')).toMatchObject({
      title: 'Yunchuan (sample city)',
      level: '市',
      sample: true,
    })
  })
  test('facts say how they are asked for, in which unit and within which bounds', async () => {
    const facts = await get<FactInfo[]>('/facts')
    expect(facts).toHaveLength(library.facts.size)
    const staff = facts.find(({ name }) => name === '职工总数')
    expect(staff).toMatchObject({ type: 'quantity', unit: '人', yearly: true, askable: true, derived: false })
    expect(staff?.range?.lo).toBe('0 人')
    expect(facts.find(({ name }) => name === '注册地')).toMatchObject({
      type: 'place',
      unit: null,
      yearly: false,
      range: null,
    })
    expect(facts.filter(({ type, options }) => type === 'choice' && options.length === 0)).toEqual([])
  })
  test('records name their fields', async () => {
    const records = await get<RecordInfo[]>('/records')
    expect(records.map(({ name }) => name)).toEqual([...library.records.keys()])
    const contract = records.find(({ name }) => name === '技术合同')
    expect(contract?.fields.find(({ name }) => name === '到账额')).toMatchObject({
      type: 'quantity',
      unit: '元',
    })
  })
})
