import readXlsxFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, buildApp } from '../app.js'
import { ensureRegion } from '../database/region.js'
import { type TestDatabase, testDatabase } from '../database/testing.js'
import { loadLibrary } from '../pack-files.js'
import type { ImportList, ImportPreview } from './schema.js'

const library = loadLibrary()
const CODE = '91350100M000100Y43'
let db: TestDatabase
let app: App

beforeAll(async () => {
  db = await testDatabase()
  const pack = library.packs.get('demo')
  if (pack) await ensureRegion(db.pool, pack)
  app = await buildApp({ pool: db.pool, library })
})
afterAll(async () => {
  await app.close()
  await db.drop()
})

const headers = { host: 'localhost', 'x-kehui-role': 'service-team' }

function call(method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) {
  return app.inject({ method, url: `/api/v1${url}`, headers, ...(payload ? { payload } : {}) })
}

function send(content: string | Buffer, name = '企业.csv', role = 'service-team') {
  return app.inject({
    method: 'POST',
    url: '/api/v1/imports',
    headers: {
      host: 'localhost',
      'x-kehui-role': role,
      'x-file-name': encodeURIComponent(name),
      'content-type': 'application/octet-stream',
    },
    payload: content,
  })
}

async function upload(content: string | Buffer, name?: string): Promise<ImportPreview> {
  const response = await send(content, name)
  expect(response.statusCode, response.body).toBe(200)
  return response.json()
}

describe('a preview', () => {
  test('tells columns, rows, questions and errors', async () => {
    const preview = await upload(`企业名称,信用代码,研发费用,职工人数\n预览公司,${CODE},90,八十\n`)
    expect(preview).toMatchObject({
      fileName: '企业.csv',
      status: 'preview',
      rowCount: 1,
      columns: [
        { fact: 'name' },
        { fact: 'credit-code' },
        { fact: '研发费用', unit: null },
        { fact: '职工总数', guessed: true, samples: ['八十'] },
      ],
      rows: [{ row: 2, cells: ['预览公司', CODE, '90', '八十'] }],
      questions: [{ id: 'unit:2', column: 2, chosen: null }],
      errors: [{ row: 2, column: '职工人数' }],
      errorCount: 1,
      result: null,
    })
    expect((await call('GET', `/imports/${preview.id}`)).json()).toEqual(preview)
    const list: ImportList = (await call('GET', '/imports')).json()
    expect(list.items[0]).toMatchObject({ id: preview.id, rows: 1, errorCount: 1, status: 'preview' })
  })
  test('is in the language that is asked for', async () => {
    const { id } = await upload('企业名称,研发费用\n甲,90\n')
    const preview: ImportPreview = (await call('GET', `/imports/${id}?lang=en`)).json()
    expect(preview.questions[0]?.ask).toContain('names no unit')
  })
  test('a column that is left out with null stays out, and asks nothing', async () => {
    const { id } = await upload('企业名称,研发费用\n甲,90\n')
    const columns = [{ index: 1, fact: null, year: null, unit: null }]
    const response = await call('PUT', `/imports/${id}/mapping`, { columns })
    expect(response.statusCode, response.body).toBe(200)
    expect(response.json()).toMatchObject({
      columns: [{}, { fact: null, year: null, unit: null }],
      questions: [],
    })
  })
  test('answers and corrected columns are kept, one after the other', async () => {
    const { id, columns } = await upload('企业名称,研发费用,备注\n甲,90,12\n')
    await call('PUT', `/imports/${id}/mapping`, { answers: { 'unit:1': '万元' } })
    const response = await call('PUT', `/imports/${id}/mapping`, {
      columns: columns.map((c) =>
        c.index === 2 ? { ...c, fact: '职工总数' } : { ...c, unit: c.index === 1 ? '万元' : c.unit },
      ),
    })
    expect(response.json()).toMatchObject({
      columns: [{ fact: 'name' }, { fact: '研发费用', unit: '万元' }, { fact: '职工总数' }],
    })
  })
  test('a meaning that there is not is refused', async () => {
    const { id } = await upload('企业名称,研发费用\n甲,90\n')
    for (const fact of ['没有的', '研发费用.没有', '担保费率', 'constructor']) {
      const response = await call('PUT', `/imports/${id}/mapping`, { columns: [{ index: 1, fact }] })
      expect(response.statusCode).toBe(400)
      expect(response.json().error.code).toBe('imports.mapping')
    }
  })
  test('the errors can be taken away as a workbook of texts', async () => {
    const { id } = await upload('企业名称,职工总数\n甲,=1+1\n')
    const response = await call('GET', `/imports/${id}/errors.xlsx`)
    expect(response.statusCode).toBe(200)
    const [sheet] = await readXlsxFile(response.rawPayload)
    expect(sheet?.data[1]).toEqual(['2', '职工总数', '=1+1', expect.any(String)])
  })
})

describe('refused, with nothing written', () => {
  test.each([
    ['an empty file', '', 'imports.empty'],
    ['a header alone', '企业名称,职工总数\n', 'imports.empty'],
    ['a cut workbook', 'PK\u0003\u0004', 'imports.broken'],
    ['a PDF', '%PDF-1.7', 'imports.not-a-table'],
    ['binary data', Buffer.from([0, 1, 2, 3, 250, 251, 252, 7]), 'imports.encoding'],
  ])('%s', async (_, content, code) => {
    const before: ImportList = (await call('GET', '/imports')).json()
    const response = await send(content)
    expect(response.statusCode).toBeGreaterThanOrEqual(400)
    expect(response.json().error).toMatchObject({
      code,
      message: expect.any(String),
      next: expect.any(String),
    })
    expect((await call('GET', '/imports')).json()).toEqual(before)
  })
  test('a body beyond 100 MB', async () => {
    const response = await send(Buffer.alloc(100 * 1024 * 1024 + 1, 'a'))
    expect(response.statusCode).toBe(413)
  })
  test('a manager may not, and a name must be given', async () => {
    expect((await send('a', 'a.csv', 'manager')).statusCode).toBe(403)
    expect((await send('a', '')).json().error.code).toBe('imports.file-name')
  })
  test('an import that there is not', async () => {
    const response = await call('GET', '/imports/00000000-0000-4000-8000-000000000000')
    expect(response.statusCode).toBe(404)
    expect((await call('GET', '/imports/x')).statusCode).toBe(400)
  })
})
