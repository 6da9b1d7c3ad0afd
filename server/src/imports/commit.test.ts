import { checkCharacter } from '@kehui/domain/shared'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, buildApp } from '../app.js'
import { ensureRegion } from '../database/region.js'
import { type TestDatabase, testDatabase } from '../database/testing.js'
import { loadLibrary } from '../pack-files.js'
import type { ImportPreview } from './schema.js'

const library = loadLibrary()
let db: TestDatabase
let app: App
let serial = 0

beforeAll(async () => {
  db = await testDatabase()
  const pack = library.packs.get('demo')
  if (!pack) throw new Error('there is no sample city')
  await ensureRegion(db.pool, pack)
  app = await buildApp({ pool: db.pool, library, today: () => '2026-11-24', report: () => {} })
})
afterAll(async () => {
  await app.close()
  await db.drop()
})

const headers = { host: 'localhost', 'x-kehui-role': 'service-team' }

/** A table of new companies, each with a code of its own. */
function table(count: number, staff = 80): string {
  const lines = Array.from({ length: count }, () => {
    serial += 1
    const first = `91990102MA${String(serial).padStart(7, '0')}`
    return `导入公司${serial},${first}${checkCharacter(first)},${staff + serial},90`
  })
  return `企业名称,信用代码,2025年职工总数,2025年研发费用（万元）\n${lines.join('\n')}\n`
}

async function upload(content: string): Promise<ImportPreview> {
  const answer = await app.inject({
    method: 'POST',
    url: '/api/v1/imports',
    headers: { ...headers, 'x-file-name': 'a.csv', 'content-type': 'application/octet-stream' },
    payload: content,
  })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}

function step(id: string, name: 'commit' | 'undo') {
  return app.inject({ method: 'POST', url: `/api/v1/imports/${id}/${name}`, headers })
}

async function commit(content: string): Promise<ImportPreview> {
  const answer = await step((await upload(content)).id, 'commit')
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}

/** Subjects and values that hold. */
async function held(): Promise<{ subjects: number; values: number }> {
  const { rows } = await db.pool.query<{ subjects: number; values: number }>(
    `SELECT (SELECT count(*) FROM subject)::int AS subjects,
            (SELECT count(*) FROM observation WHERE retracted_at IS NULL)::int AS values`,
  )
  return rows[0] ?? { subjects: -1, values: -1 }
}

describe('confirming', () => {
  test('writes companies and values with their source, exactly', async () => {
    const before = await held()
    const done = await commit(table(3))
    expect(done).toMatchObject({
      status: 'committed',
      result: { created: 3, updated: 0, unchanged: 0, skipped: 0 },
    })
    const after = await held()
    expect([after.subjects - before.subjects, after.values - before.values]).toEqual([3, 6])
    const { rows } = await db.pool.query(
      `SELECT value, source, observed_at AS day FROM observation WHERE batch = $1 AND key = '研发费用@2025'`,
      [done.id],
    )
    expect(rows[0]).toEqual({
      value: { kind: 'quantity', lo: '90000000', hi: '90000000' },
      source: 'a.csv',
      day: '2026-11-24',
    })
  })
  test('the same table again changes nothing', async () => {
    const content = table(4)
    await commit(content)
    const before = await held()
    expect((await commit(content)).result).toEqual({ created: 0, updated: 0, unchanged: 4, skipped: 0 })
    expect(await held()).toEqual(before)
  })
  test('a figure that differs is added beside the old one', async () => {
    const content = table(1)
    await commit(content)
    const before = await held()
    expect((await commit(content.replace(/,90\n/, ',91\n'))).result).toMatchObject({ updated: 1 })
    expect(await held()).toEqual({ ...before, values: before.values + 1 })
  })
  test('two at once enter a company once', async () => {
    const content = table(5)
    const previews = [await upload(content), await upload(content)]
    const answers = await Promise.all(previews.map(({ id }) => step(id, 'commit')))
    const results = answers.map((answer) => answer.json<ImportPreview>().result)
    expect(results.map((result) => result?.created).sort()).toEqual([0, 5])
  })
  test('one import is confirmed once, however often it is sent', async () => {
    const { id } = await upload(table(2))
    const answers = await Promise.all([step(id, 'commit'), step(id, 'commit')])
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([200, 409])
  })
  test('open questions come first', async () => {
    const { id } = await upload('企业名称,研发费用\n问题公司,90\n')
    const answer = await step(id, 'commit')
    expect(answer.statusCode).toBe(409)
    expect(answer.json().error).toMatchObject({ code: 'imports.questions-open', details: { count: 1 } })
  })
  test('a company that had no code is given the one of the table, and undoing takes it away', async () => {
    const content = table(1)
    const withoutCode = content.replace(/9199\w+/, '')
    await commit(withoutCode)
    const before = await held()
    const done = await commit(content)
    expect(done.result).toMatchObject({ created: 0, updated: 1 })
    expect(await held()).toEqual(before)
    expect((await commit(content)).result).toMatchObject({ unchanged: 1 })
    await step(done.id, 'undo')
    expect((await commit(content)).result).toMatchObject({ updated: 1 })
  })
  test('a failure half-way leaves nothing, and it can be confirmed afterwards', async () => {
    const { id } = await upload(table(3))
    const before = await held()
    await db.pool.query(
      `ALTER TABLE observation ADD CONSTRAINT broken CHECK (key <> '研发费用@2025') NOT VALID`,
    )
    expect((await step(id, 'commit')).statusCode).toBe(500)
    await db.pool.query('ALTER TABLE observation DROP CONSTRAINT broken')
    expect(await held()).toEqual(before)
    expect((await step(id, 'commit')).statusCode).toBe(200)
    expect((await held()).subjects).toBe(before.subjects + 3)
  })
  test('5,000 rows take seconds, not minutes', async () => {
    const content = table(5000)
    const start = performance.now()
    expect((await commit(content)).result?.created).toBe(5000)
    expect(performance.now() - start).toBeLessThan(15_000)
  }, 30_000)
})

describe('undoing', () => {
  test('takes back exactly what was written', async () => {
    const before = await held()
    const { id } = await commit(table(3))
    const answer = await step(id, 'undo')
    expect(answer.json()).toMatchObject({ status: 'undone' })
    expect(await held()).toEqual(before)
    expect((await step(id, 'undo')).json().error.code).toBe('imports.status')
    expect((await step(id, 'commit')).json().error.code).toBe('imports.status')
  })
  test('what held before an update holds again', async () => {
    const content = table(1)
    await commit(content)
    const before = await held()
    const { id } = await commit(content.replace(/,90\n/, ',91\n'))
    await step(id, 'undo')
    expect(await held()).toEqual(before)
    expect((await commit(content)).result).toMatchObject({ unchanged: 1 })
  })
  test('a company of which something else is known by now stays', async () => {
    const content = table(2)
    const first = await commit(content)
    const before = await held()
    const [head, one = ''] = content.split('\n')
    await commit(`${head}\n${one.replace(/,90$/, ',95')}\n`)
    await step(first.id, 'undo')
    const after = await held()
    expect(before.subjects - after.subjects).toBe(1)
  })
  test('is refused before it was confirmed', async () => {
    const { id } = await upload(table(1))
    expect((await step(id, 'undo')).json().error.code).toBe('imports.not-committed')
  })
})
