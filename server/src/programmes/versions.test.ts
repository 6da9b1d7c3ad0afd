import type { PackSource } from '@kehui/domain/packs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, buildApp } from '../app.js'
import { type TestDatabase, testDatabase } from '../database/testing.js'
import { readPackFiles } from '../pack-files.js'
import { startLibrary } from '../publishing/start.js'
import type { VersionComparison, VersionList } from './versions.js'

const ID = 'demo.rd-subsidy'
const PATH = 'demo/programmes/rd-subsidy.yaml'
const files = readPackFiles()
let db: TestDatabase
let app: App

function rewritten(path: string, from: string, to: string, texts = files): PackSource[] {
  return texts.map((file) => {
    if (file.path !== path) return file
    expect(file.text).toContain(from)
    return { path, text: file.text.replace(from, to) }
  })
}

beforeAll(async () => {
  db = await testDatabase()
  const start = (packFiles: readonly PackSource[], day: string) =>
    startLibrary({ pool: db.pool, packFiles, now: new Date(`${day}T04:00:00Z`), progress: () => undefined })
  await start(rewritten(PATH, '研发费用 >= 50 万元', '研发费用 >= 80 万元'), '2026-03-01')
  await start(files, '2026-06-01')
  // Only what the programme's facts are: its own text stays.
  const { library } = await start(
    rewritten('national/facts.yaml', 'held-by: 市场监管', 'held-by: 登记机关', files),
    '2026-09-01',
  )
  app = await buildApp({ pool: db.pool, library, today: () => '2026-11-24' })
})
afterAll(async () => {
  await app.close()
  await db.drop()
})

const get = (path: string, query: Record<string, string> = {}) =>
  app.inject({ url: `/api/v1/programmes${path}`, query, headers: { host: 'localhost' } })

describe('the versions of a programme', () => {
  test('are listed with date and what each says otherwise, the latest first', async () => {
    const { title, versions } = (await get(`/${ID}/versions`)).json<VersionList>()
    expect(title).toBe('研发投入后补助（示例）')
    expect(versions.map(({ since, current }) => [since.slice(0, 10), current])).toEqual([
      ['2026-09-01', true],
      ['2026-06-01', false],
      ['2026-03-01', false],
    ])
    expect(versions[0]?.changes).toEqual([])
    expect(versions[1]?.changes).toEqual([
      {
        part: 'condition',
        area: 'rule',
        kind: 'changed',
        what: '条件 › 研发费用不低于 50 万元',
        before: '研发费用 >= 80 万元',
        after: '研发费用 >= 50 万元',
        parameter: { before: '80 万元', after: '50 万元' },
        clause: '第三条（一）',
      },
    ])
    expect(versions[2]).toMatchObject({ changes: null, origin: 'file', by: null })
  })

  test('are told in English', async () => {
    const { versions } = (await get(`/${ID}/versions`, { lang: 'en' })).json<VersionList>()
    expect(versions[1]?.changes).toMatchObject([{ what: 'Condition › R&D of at least 500,000 yuan' }])
  })

  test('any two are compared, either way round, with both texts', async () => {
    const { versions } = (await get(`/${ID}/versions`)).json<VersionList>()
    const [latest, , first] = versions.map(({ snapshot }) => String(snapshot))
    const compare = async (from = '', to = '') =>
      (await get(`/${ID}/versions/compare`, { from, to })).json<VersionComparison>()
    const forth = await compare(first, latest)
    expect(forth.path).toBe(PATH)
    expect(forth.before.text).toContain('80 万元')
    expect(forth.after.text).not.toContain('研发费用 >= 80 万元')
    expect(forth.changes).toMatchObject([{ parameter: { before: '80 万元', after: '50 万元' } }])
    const back = await compare(latest, first)
    expect(back.changes).toMatchObject([{ parameter: { before: '50 万元', after: '80 万元' } }])
    expect((await compare(latest, latest)).changes).toEqual([])
  })

  test.each([
    ['/demo.rd-subsidi/versions', {}, 'programme.not-found'],
    [`/${ID}/versions/compare`, { from: '1', to: '999999' }, 'version.not-found'],
    ['/demo.none/versions/compare', { from: '1', to: '2' }, 'version.not-found'],
  ])('%s %o is not found', async (path, query, code) => {
    const answer = await get(path, query as Record<string, string>)
    expect(answer.statusCode).toBe(404)
    expect(answer.json().error.code).toBe(code)
  })

  test('a version is named by a number', async () => {
    expect((await get(`/${ID}/versions/compare`, { from: 'a', to: '1' })).statusCode).toBe(400)
  })
})
