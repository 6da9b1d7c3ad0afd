import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, buildApp } from '../app.js'
import { createContext } from '../context.js'
import { ensureRegion } from '../database/region.js'
import { type TestDatabase, testDatabase } from '../database/testing.js'
import { docxText } from '../ingest/docx.js'
import { loadLibrary } from '../pack-files.js'
import type { DigestDetail, DigestList, Redrafted } from './schema.js'

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
    i === 0
      ? {
          ...section,
          statements: section.statements.slice(0, 1).map((one) => ({ ...one, text: '改写的一句。' })),
        }
      : section,
  )
  const save = (title: string, of: number, given: object[] = edited) =>
    call('PUT', `/digests/${id}`, { title, sections: given, revision: of })
  expect((await save('第二稿', revision)).body).toMatchObject({
    title: '第二稿',
    revision: 1,
    sections: edited,
  })
  expect(await save('别人的稿', revision)).toMatchObject({
    status: 409,
    body: { error: { code: 'digest.changed' } },
  })
  const stranger = sections.map((section) => ({
    ...section,
    statements: section.statements.map((one) => ({ ...one, sources: [99] })),
  }))
  expect((await save('第三稿', 1, stranger)).body.error.code).toBe('digest.source')
  const revisions = (await call('GET', `/digests/${id}/revisions`)).body as DigestDetail[]
  expect(revisions.map(({ title }) => title)).toEqual(['第二稿', '科技情报简报（样例）'])
  expect(revisions[1]?.sections).toEqual(sections)
})

test('single articles and single figures can be chosen', async () => {
  const of = async (pick: object) => {
    const { sections } = (await draft({ picks: [{ report, ...pick }] })).body as DigestDetail
    return sections.flatMap(({ statements }) => statements.flatMap(({ facts }) => facts))
  }
  expect(await of({ articles: ['江西赣州：激活技术市场'] })).toEqual([`${report}/3`])
  expect(await of({ facts: [0] })).toEqual([`${report}/0`])
  expect(await of({ articles: ['江西赣州：激活技术市场'], facts: [1, 2] })).toEqual([
    `${report}/1`,
    `${report}/2`,
    `${report}/3`,
  ])
})

test('is drafted anew of another choice and of corrected figures, and no word of a person is lost', async () => {
  const first = (await draft({ picks: [{ report, articles: ['湖南株洲：做强孵化载体'] }] }))
    .body as DigestDetail
  const sections = first.sections.map((section) => ({
    ...section,
    statements: section.statements.map((one, i) => ({ ...one, text: i === 0 ? '改写的一句。' : one.text })),
  }))
  const ask = { title: '第二稿', sections, revision: 0, picks: [{ report }], checked: false }
  const anew = (more: object = {}) => call('POST', `/digests/${first.id}/redraft`, { ...ask, ...more })
  const tried = (await anew({ dry: true })).body as Redrafted
  expect(tried.summary).toEqual({ added: 1, updated: 0, removed: 0, kept: 1, newer: 0 })
  expect(((await call('GET', `/digests/${first.id}`)).body as DigestDetail).revision).toBe(0)

  const { digest } = (await anew()).body as Redrafted
  expect(digest).toMatchObject({ revision: 1, title: '第二稿', picks: [{ report }] })
  expect(digest.sources.map(({ n, article }) => [n, article])).toEqual([
    [1, '湖南株洲：做强孵化载体'],
    [2, '江西赣州：激活技术市场'],
  ])
  expect(digest.sections[0]?.statements[0]?.text).toBe('改写的一句。')
  expect(digest.sections[1]?.statements[0]?.sources).toEqual([2])
  expect((await anew()).body.error.code).toBe('digest.changed')

  // Gone back to, the first draft has its own sources and its own choice again.
  const back = { title: first.title, sections: first.sections, revision: 1, take: 0 }
  const old = (await call('PUT', `/digests/${first.id}`, back)).body as DigestDetail
  expect(old.sources).toEqual(first.sources)
  expect(old.picks).toEqual(first.picks)
  await call('PUT', `/digests/${first.id}`, { ...back, sections: digest.sections, revision: 2, take: 1 })

  const correction = { value: '18', unit: '家', subject: '建成孵化器数', period: '2023' }
  await call('PUT', `/reports/${report}/facts/0`, { state: 'corrected', correction })
  const again = { sections: digest.sections, revision: 3 }
  const corrected = (await anew({ ...again, dry: true })).body as Redrafted
  expect(corrected.summary).toMatchObject({ kept: 1, newer: 1 })
  expect(corrected.digest.sections[0]?.statements[0]?.newer).toContain('18家')
  await call('PUT', `/reports/${report}/facts/0`, { state: 'read' })
  const stranger = await anew({ ...again, picks: [{ report, facts: [99] }] })
  expect(stranger.body.error.code).toBe('digest.nothing')
})

test('is a Word file whose text is read back, with footnotes', async () => {
  const { id } = (await draft()).body as DigestDetail
  const response = await app.inject({ url: `/api/v1/digests/${id}/file.docx`, headers: HEADERS })
  expect(response.headers['content-type']).toContain('wordprocessingml')
  const text = docxText(response.rawPayload)
  expect(text).toContain('科技情报简报（样例）')
  expect(text).toContain('同比增长8%')
  expect(text).toContain('〔2〕样刊.txt：江西赣州：激活技术市场')
  const notes = strFromU8(unzipSync(response.rawPayload)['word/footnotes.xml'] ?? new Uint8Array())
  expect(notes).toContain('〔2〕样刊.txt：江西赣州：激活技术市场“2023年，全市技术合同成交金额9亿元。”')
})

test('what was left out is not in the Word file, nor is a source that nothing else rests on', async () => {
  const { id, title, sections, revision } = (await draft()).body as DigestDetail
  const left = sections.map((section, i) => ({
    ...section,
    statements: section.statements.map((one) => ({ ...one, out: i === 0 })),
  }))
  await call('PUT', `/digests/${id}`, { title, sections: left, revision })
  const { rawPayload } = await app.inject({ url: `/api/v1/digests/${id}/file.docx`, headers: HEADERS })
  const text = docxText(rawPayload)
  expect(text).not.toContain('株洲')
  expect(text).toContain('〔1〕样刊.txt：江西赣州：激活技术市场')
})

test('one that was saved before statements knew their figures is read, and what stands in it is kept', async () => {
  const { id } = (await draft()).body as DigestDetail
  const old = {
    sections: [{ heading: '湖南省株洲市', statements: [{ text: '早先写的一句。', sources: [1] }] }],
    sources: [{ n: 1, report, file: '样刊.txt', article: '湖南株洲：做强孵化载体' }],
  }
  await db.pool.query('UPDATE digest_revision SET content = $2 WHERE digest_id = $1', [
    id,
    JSON.stringify(old),
  ])
  const digest = (await call('GET', `/digests/${id}`)).body as DigestDetail
  expect(digest.picks).toEqual([{ report }])
  const { body } = await call('POST', `/digests/${id}/redraft`, {
    title: digest.title,
    sections: digest.sections,
    revision: 0,
    picks: digest.picks,
    dry: true,
  })
  expect((body as Redrafted).digest.sections[0]?.statements[0]?.text).toBe('早先写的一句。')
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
