import readXlsxFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, buildApp } from '../app.js'
import { loadDemo } from '../demo/index.js'
import type { Package } from '../packages/schema.js'
import { searchSubjects } from '../registry/store.js'
import { assessSubjects, basisOf } from './assess.js'
import type { CompanyList, MatrixChanges, MatrixHead, MatrixRows } from './schema.js'
import { staleIds } from './store.js'
import { library, type TestRegion, TODAY, testRegion } from './testing-region.js'

let at: TestRegion
let app: App
beforeAll(async () => {
  at = await testRegion()
  await loadDemo({ pool: at.db.pool, library, region: at.region, today: TODAY, progress: () => {} })
  app = await buildApp({ context: at.context })
})
afterAll(async () => {
  await app.close()
  await at.db.drop()
})

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'
function call(method: Method, url: string, payload?: object, role = 'clerk') {
  const headers = { host: 'localhost', 'x-kehui-role': role, 'x-kehui-name': encodeURIComponent('林晓') }
  return app.inject({ method, url: `/api/v1${url}`, headers, ...(payload ? { payload } : {}) })
}
async function get<T>(url: string): Promise<T> {
  const response = await call('GET', url)
  expect(response.statusCode, response.body).toBe(200)
  return response.json()
}
const companies = async () =>
  (await searchSubjects(at.db.pool, at.region, { audience: 'enterprise', limit: 10_000, offset: 0 })).items
const assessAll = async () => {
  const ids = await staleIds(at.db.pool, at.region, basisOf(at.context), { limit: 10_000 })
  await assessSubjects(at.context, at.region, ids)
}

describe('before anything was computed', () => {
  test('the first rows are computed at once, the others are told as pending', async () => {
    const head = await get<MatrixHead>('/matrix')
    expect(head).toMatchObject({ on: TODAY, total: 220, pending: 220, columns: [] })
    const { items } = await get<MatrixRows>('/matrix/rows?sort=name&limit=20')
    expect(items).toHaveLength(20)
    for (const { cells } of items) expect(Object.keys(cells).length).toBeGreaterThan(10)
    expect((await get<MatrixHead>('/matrix')).pending).toBe(200)
    expect(await get('/assessments/progress')).toMatchObject({ stale: expect.any(Number) })
  })
})

describe('once all is computed', () => {
  beforeAll(assessAll)

  test('columns count every verdict; a filter by one keeps the counts of all', async () => {
    const head = await get<MatrixHead>('/matrix')
    expect(head.pending).toBe(0)
    for (const { counts } of head.columns)
      expect(counts.yes + counts.unknown + counts.no).toBeLessThanOrEqual(head.total)
    const column = head.columns.find(({ programme }) => programme === 'cn.tech-sme')
    expect(column?.counts.yes).toBeGreaterThan(0)
    for (const verdict of ['yes', 'unknown', 'no'] as const) {
      const only = await get<MatrixHead>(`/matrix?only=cn.tech-sme:${verdict}`)
      expect(only.total).toBe(column?.counts[verdict])
      expect(only.columns.find(({ programme }) => programme === 'cn.tech-sme')?.counts).toEqual(
        column?.counts,
      )
      const { items } = await get<MatrixRows>(`/matrix/rows?only=cn.tech-sme:${verdict}&limit=200`)
      expect(items.every(({ cells }) => cells['cn.tech-sme']?.verdict === verdict)).toBe(true)
    }
  })

  test('a cell says what the package of the company says', async () => {
    const { items } = await get<MatrixRows>('/matrix/rows?limit=5')
    for (const { id, cells } of items) {
      const { can, later, needs, not } = await get<Package>(`/subjects/${id}/package`)
      const entries = [...can, ...later, ...needs, ...not]
      expect(entries.map((e) => e.programme).sort()).toEqual(Object.keys(cells).sort())
      for (const { programme, verdict, hypothetical } of entries)
        if (!hypothetical) expect(verdict, programme).toBe(cells[programme]?.verdict)
    }
  })

  test.each([
    ['certain', (row: MatrixRows['items'][number]) => -Number(row.certainFen)],
    ['possible', (row: MatrixRows['items'][number]) => -Number(row.possibleFen)],
  ])('sorted by %s, and windows follow each other without a gap', async (sort, key) => {
    const all = (await get<MatrixRows>(`/matrix/rows?sort=${sort}&limit=200`)).items
    expect(all.map(key)).toEqual(all.map(key).sort((a, b) => a - b))
    const second = (await get<MatrixRows>(`/matrix/rows?sort=${sort}&limit=50&offset=50`)).items
    expect(second.map(({ id }) => id)).toEqual(all.slice(50, 100).map(({ id }) => id))
  })

  test('sorted by one programme: nearest first, then met, then out of reach', async () => {
    const { items } = await get<MatrixRows>('/matrix/rows?sort=programme:cn.tech-sme&limit=200')
    const rank = items.map(({ cells }) => {
      const cell = cells['cn.tech-sme']
      if (!cell) return 5
      if (cell.verdict === 'yes') return 3
      if (cell.verdict === 'unknown') return 0
      return cell.moves === undefined ? (cell.nextYear ? 2 : 4) : 1
    })
    expect(rank).toEqual([...rank].sort((a, b) => a - b))
    expect(new Set(rank).size).toBeGreaterThan(2)
  })

  test('filtered by district, park, title, industry and name, together', async () => {
    const options = await get<Record<string, { value: string }[]>>('/matrix/options')
    expect(options.places?.map(({ value }) => value)).toEqual(['990102', '990103'])
    const total = async (query: string) => (await get<MatrixHead>(`/matrix?${query}`)).total
    const all = await total('')
    for (const query of [
      'place=990102',
      'park=云麓科创园',
      'title=高新技术企业',
      'industry=制造业',
      'q=智造',
    ]) {
      const some = await total(encodeURI(query))
      expect(some, query).toBeGreaterThan(0)
      expect(some, query).toBeLessThan(all)
    }
    expect(await total('place=990100')).toBe(all)
    expect(await total(encodeURI('park=云麓科创园&place=990103'))).toBe(0)
  })

  test('only some packs or programmes are columns', async () => {
    const demo = await get<MatrixHead>('/matrix?pack=demo')
    expect(new Set(demo.columns.map(({ pack }) => pack))).toEqual(new Set(['demo']))
    const two = await get<MatrixHead>('/matrix?programme=cn.tech-sme&programme=gz.first-finance')
    expect(two.columns.map(({ programme }) => programme)).toEqual(['cn.tech-sme', 'gz.first-finance'])
    const { items } = await get<MatrixRows>('/matrix/rows?programme=cn.tech-sme&limit=3')
    for (const { cells } of items) expect(Object.keys(cells)).toEqual(['cn.tech-sme'])
  })

  test.each([
    ['/matrix?only=none:yes', 404, 'programme.not-found'],
    ['/matrix?only=cn.tech-sme', 400, 'request.invalid'],
    ['/matrix?pack=none', 422, 'pack.not-found'],
    ['/matrix?place=123456', 400, 'matrix.filter'],
    ['/matrix?title=%E8%81%8C%E5%B7%A5%E6%80%BB%E6%95%B0', 400, 'matrix.filter'],
    ['/matrix?list=00000000-0000-4000-8000-000000000000', 404, 'list.not-found'],
    ['/matrix/rows?sort=programme:none', 404, 'programme.not-found'],
    ['/matrix/rows?sort=age', 400, 'request.invalid'],
    ['/matrix/rows?limit=5000', 400, 'request.invalid'],
  ])('%s is refused', async (url, status, code) => {
    const response = await call('GET', url)
    expect(response.statusCode).toBe(status)
    expect(response.json().error.code).toBe(code)
  })

  test('it is for clerks and service teams alone', async () => {
    for (const url of ['/matrix', '/matrix/rows', '/company-lists', '/assessments/progress'])
      expect((await call('GET', url, undefined, 'manager')).statusCode).toBe(403)
  })
})

describe('a list', () => {
  const make = (body: object) => call('POST', '/company-lists', body)

  test('of a filter, of companies picked; named anew, deleted and brought back', async () => {
    const made = await make({ name: '云麓区高企', filter: { place: '990102', title: '高新技术企业' } })
    expect(made.statusCode, made.body).toBe(201)
    const list: CompanyList = made.json()
    expect(list).toMatchObject({ kind: 'filter', size: null, createdBy: '林晓' })
    const byFilter = await get<MatrixHead>(encodeURI('/matrix?place=990102&title=高新技术企业'))
    expect((await get<MatrixHead>(`/matrix?list=${list.id}`)).total).toBe(byFilter.total)
    const picked = (await companies()).slice(0, 3).map(({ id }) => id)
    const two = (await make({ name: '挑选', subjects: picked })).json()
    expect(two).toMatchObject({ kind: 'picked', size: 3 })
    expect((await get<MatrixRows>(`/matrix/rows?list=${two.id}`)).items).toHaveLength(3)
    expect((await call('PATCH', `/company-lists/${two.id}`, { name: ' 走访名单 ' })).json().name).toBe(
      '走访名单',
    )
    expect((await call('DELETE', `/company-lists/${two.id}`)).statusCode).toBe(200)
    expect((await call('GET', `/matrix?list=${two.id}`)).json().error.code).toBe('list.not-found')
    expect((await call('DELETE', `/company-lists/${two.id}`)).statusCode).toBe(404)
    expect((await call('POST', `/company-lists/${two.id}/restore`)).statusCode).toBe(200)
    const lists = await get<{ items: CompanyList[] }>('/company-lists')
    expect(lists.items.map(({ name }) => name).sort()).toEqual(['云麓区高企', '走访名单'])
    for (const name of ['走访名单', '走访名单　'])
      expect((await make({ name, filter: {} })).json().error.code).toBe('list.name-taken')
    const same = await call('PATCH', `/company-lists/${two.id}`, { name: '走访名单' })
    expect(same.statusCode).toBe(200)
  })

  test.each([
    [{ name: '  ', filter: {} }, 'list.name'],
    [{ name: '无' }, 'list.definition'],
    [{ name: '两种', filter: {}, subjects: ['00000000-0000-4000-8000-000000000000'] }, 'list.definition'],
    [{ name: '不在', subjects: ['00000000-0000-4000-8000-000000000000'] }, 'list.subjects'],
    [{ name: '无导入', import: '00000000-0000-4000-8000-000000000000' }, 'imports.not-found'],
    [{ name: '错地区', filter: { place: '123456' } }, 'matrix.filter'],
  ])('%j is refused', async (body, code) => {
    expect((await make(body)).json().error.code).toBe(code)
  })

  test('of an import has every company of the table, also those of which it said nothing new', async () => {
    const [one, two] = (await companies()).slice(0, 2)
    const csv = `企业名称,统一社会信用代码,职工总数\n${one?.name},${one?.creditCode},777 人\n${two?.name},${two?.creditCode},\n导入名单企业（示例）,,12 人\n`
    const uploaded = await app.inject({
      method: 'POST',
      url: '/api/v1/imports',
      headers: {
        host: 'localhost',
        'x-kehui-role': 'clerk',
        'x-file-name': 'a.csv',
        'content-type': 'application/octet-stream',
      },
      payload: csv,
    })
    const { id } = uploaded.json()
    expect((await make({ name: '未确认', import: id })).json().error.code).toBe('list.import')
    expect((await call('POST', `/imports/${id}/commit`)).statusCode).toBe(200)
    const list: CompanyList = (await make({ name: '一季度导入', import: id })).json()
    expect(list).toMatchObject({ kind: 'import', size: 3, fileName: 'a.csv' })
    expect((await get<MatrixHead>(`/matrix?list=${list.id}`)).total).toBe(3)
    await assessAll()
    const changes = await get<MatrixChanges>(`/matrix/changes?list=${list.id}&since=import`)
    expect(changes.since).not.toBeNull()
    expect(changes.items.every(({ subject }) => subject.name === one?.name)).toBe(true)
    expect(changes.items.flatMap(({ reasons }) => reasons).join()).toContain('777 人')
    await call('POST', `/imports/${id}/undo`)
    expect((await get<MatrixHead>(`/matrix?list=${list.id}`)).total).toBe(2)
  })
})

describe('changes', () => {
  test('of one programme since a date, page by page, with reasons in words', async () => {
    const [company] = await companies()
    const set = (value: string) =>
      call('POST', `/subjects/${company?.id}/facts`, { facts: { 职工总数: value } })
    const picked = (await call('POST', '/company-lists', { name: '变化', subjects: [company?.id] })).json()
    for (const value of ['600 人', '60 人', '700 人']) {
      expect((await set(value)).statusCode).toBe(200)
      await assessAll()
    }
    const url = `/matrix/changes?since=2026-01-01&list=${picked.id}&programme=cn.tech-sme`
    const { items, total, more } = await get<MatrixChanges>(url)
    expect(total).toBe(items.length)
    expect(more).toBe(false)
    expect(items[0]).toMatchObject({
      subject: { id: company?.id },
      programme: { id: 'cn.tech-sme' },
      after: { verdict: 'no' },
      reasons: ['职工总数（2025 年）：60 人 → 700 人'],
    })
    const rest = await get<MatrixChanges>(`${url}&before=${items[0]?.id}`)
    expect(rest.items).toEqual(items.slice(1))
    expect(rest.total).toBe(total)
    const none = await get<MatrixChanges>(`/matrix/changes?since=2999-01-01`)
    expect(none).toMatchObject({ total: 0, items: [] })
  })
})

describe('the workbook', () => {
  const download = (query: string) => call('GET', `/matrix/list.xlsx?${query}`)

  test('is refused while many results are being computed anew, and says how many', async () => {
    at.context.on = '2026-11-25'
    const refused = await download('')
    expect(refused.statusCode).toBe(409)
    expect(refused.json().error).toMatchObject({ code: 'matrix.pending', details: { count: 220 } })
    at.context.on = TODAY
  })

  test('has a sheet for each programme that concerns one of the companies, with the last change', async () => {
    await assessAll()
    const response = await download('pack=national')
    expect(response.statusCode).toBe(200)
    expect(response.headers['content-disposition']).toContain('filename="cultivation-list.xlsx"')
    const sheets = await readXlsxFile(response.rawPayload)
    const head = await get<MatrixHead>('/matrix?pack=national')
    expect(sheets).toHaveLength(2 + head.columns.length)
    const counts = head.columns.find(({ programme }) => programme === 'cn.tech-sme')?.counts
    const sme = sheets.find(({ data }) => data[0]?.[0] === '企业名称' && data.length - 1 === total(counts))
    expect(sme).toBeDefined()
    expect(sheets.flatMap(({ data }) => data.flat()).join()).toContain('60 人 → 700 人')
  })

  const total = (counts?: MatrixHead['columns'][number]['counts']) =>
    counts ? counts.yes + counts.unknown + counts.no : -1
})
