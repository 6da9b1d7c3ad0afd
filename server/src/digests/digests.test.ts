import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, buildApp } from '../app.js'
import { createContext } from '../context.js'
import { ensureRegion } from '../database/region.js'
import { type TestDatabase, testDatabase } from '../database/testing.js'
import { docxText } from '../ingest/docx.js'
import { loadLibrary } from '../pack-files.js'
import type { DigestDetail, DigestList } from './schema.js'

const library = loadLibrary()
let db: TestDatabase
let app: App
let report: string

const TEXT = `湖南株洲：做强孵化载体
2023年，全市建成孵化器17家，技术合同成交额12亿元，同比增长8%。
江西赣州：激活技术市场
2023年，全市技术合同成交金额9亿元。
`

beforeAll(async () => {
  db = await testDatabase()
  const pack = library.packs.get('demo')
  if (!pack) throw new Error('the sample city is a pack')
  await ensureRegion(db.pool, pack)
  app = await buildApp({ context: createContext({ pool: db.pool, library }) })
  const response = await app.inject({
    method: 'POST',
    url: '/api/v1/reports',
    headers: {
      ...HEADERS,
      'content-type': 'application/octet-stream',
      'x-file-name': encodeURIComponent('样刊.txt'),
    },
    payload: Buffer.from(TEXT),
  })
  report = response.json().id
})
afterAll(async () => {
  await app.close()
  await db.drop()
})

const HEADERS = {
  host: 'localhost',
  'x-kehui-role': 'clerk',
  'x-kehui-name': encodeURIComponent('林晓（示例）'),
}
async function call(method: 'GET' | 'POST' | 'PUT', path: string, payload?: object, role = 'clerk') {
  const response = await app.inject({
    method,
    url: `/api/v1${path}`,
    headers: { ...HEADERS, 'x-kehui-role': role },
    ...(payload ? { payload } : {}),
  })
  return { status: response.statusCode, body: response.json(), raw: response.rawPayload }
}
const draft = async (more: object = {}) =>
  call('POST', '/digests', { title: '科技情报简报（样例）', picks: [{ report }], ...more })

test('is drafted from the figures of articles, each statement with its source', async () => {
  const { status, body } = await draft()
  expect(status).toBe(201)
  const digest = body as DigestDetail
  expect(digest.sources.map(({ n, file, article }) => [n, file, article])).toEqual([
    [1, '样刊.txt', '湖南株洲：做强孵化载体'],
    [2, '样刊.txt', '江西赣州：激活技术市场'],
  ])
  const texts = digest.sections.flatMap(({ statements }) => statements.map(({ text }) => text))
  expect(texts.some((text) => /^2023年，.*12亿元，同比增长8%。$/.test(text))).toBe(true)
  expect(texts.some((text) => text.includes('9亿元'))).toBe(true)
  expect(
    digest.sections.every(({ statements }) => statements.every(({ sources }) => sources.length > 0)),
  ).toBe(true)
  const one = (await draft({ picks: [{ report, articles: ['江西赣州：激活技术市场'] }] }))
    .body as DigestDetail
  expect(one.sources).toHaveLength(1)
})

test('is edited, nobody’s words are written over, and what it was is kept', async () => {
  const { id, sections, revision } = (await draft()).body as DigestDetail
  const edited = sections.map((section, i) =>
    i === 0 ? { ...section, statements: [{ text: '改写的一句。', sources: [1] }] } : section,
  )
  const save = (title: string, of: number, given: object[] = edited) =>
    call('PUT', `/digests/${id}`, { title, sections: given, revision: of })
  expect((await save('第二稿', revision)).body).toMatchObject({ title: '第二稿', revision: 1 })
  expect(await save('别人的稿', revision)).toMatchObject({
    status: 409,
    body: { error: { code: 'digest.changed' } },
  })
  const stranger = [{ heading: '甲', statements: [{ text: '无据。', sources: [99] }] }]
  expect((await save('第三稿', 1, stranger)).body.error.code).toBe('digest.source')
  const revisions = (await call('GET', `/digests/${id}/revisions`)).body as DigestDetail[]
  expect(revisions.map(({ title }) => title)).toEqual(['第二稿', '科技情报简报（样例）'])
  expect(revisions[1]?.sections).toEqual(sections)
})

test('is a Word file whose text is read back, with footnotes', async () => {
  const { id } = (await draft()).body as DigestDetail
  const response = await app.inject({ url: `/api/v1/digests/${id}/file.docx`, headers: HEADERS })
  expect(response.headers['content-type']).toContain('wordprocessingml')
  const text = docxText(response.rawPayload)
  expect(text).toContain('科技情报简报（样例）')
  expect(text).toContain('同比增长8%')
  expect(text).toContain('〔2〕样刊.txt：江西赣州：激活技术市场')
})

test('is put away and brought back', async () => {
  const { id } = (await draft()).body as DigestDetail
  const listed = async () =>
    ((await call('GET', '/digests')).body as DigestList).items.some((item) => item.id === id)
  expect(await listed()).toBe(true)
  expect((await call('POST', `/digests/${id}/delete`)).status).toBe(200)
  expect(await listed()).toBe(false)
  expect((await call('POST', `/digests/${id}/delete`)).status).toBe(404)
  expect((await call('POST', `/digests/${id}/restore`)).status).toBe(200)
  expect(await listed()).toBe(true)
})

test('refusals: nothing chosen, nothing to use, a company', async () => {
  expect((await draft({ picks: [] })).status).toBe(400)
  expect((await draft({ checked: true })).body.error.code).toBe('digest.nothing')
  expect((await draft({ picks: [{ report, articles: ['没有的文章'] }] })).body.error.code).toBe(
    'digest.nothing',
  )
  expect((await call('GET', '/digests', undefined, 'manager')).status).toBe(403)
})
