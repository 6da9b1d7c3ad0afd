import { randomUUID } from 'node:crypto'
import type { PackSource } from '@kehui/domain/packs'
import { textHash } from '@kehui/domain/packs/publishing'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { ensureRegion } from '../database/region.js'
import { type TestDatabase, testDatabase } from '../database/testing.js'
import { readPackFiles } from '../pack-files.js'
import { libraryAt } from './library-at.js'
import { startLibrary } from './start.js'
import { keepTexts, latestSnapshot, publicationsOf, snapshotOn } from './store-snapshots.js'

const PATH = 'demo/programmes/high-tech-award.yaml'
const ID = 'demo.high-tech-award'
// A part of the packs: every start loads them anew.
const files = readPackFiles().filter(({ path }) => /^(national|demo)\//.test(path))
vi.setConfig({ testTimeout: 40_000 })
const original = textAt(PATH)
const said: string[] = []
let db: TestDatabase

beforeAll(async () => {
  db = await testDatabase()
})
afterAll(() => db.drop())

function textAt(path: string, from: readonly PackSource[] = files): string {
  return from.find((file) => file.path === path)?.text ?? ''
}

function withText(path: string, text: string): PackSource[] {
  return files.map((file) => (file.path === path ? { path, text } : file))
}

function start(packFiles: readonly PackSource[], now = '2026-11-24T04:00:00Z') {
  return startLibrary({ pool: db.pool, packFiles, now: new Date(now), progress: (line) => said.push(line) })
}

async function publishOnPages(text: string): Promise<void> {
  const hash = textHash(text)
  await keepTexts(db.pool, [{ hash, text }])
  const region = await ensureRegion(db.pool, {
    id: 'demo',
    title: { zh: '云川市', en: 'Yunchuan' },
    level: '市',
    extends: null,
    appliesTo: null,
    appliesCode: null,
    department: null,
    sample: true,
    chain: [],
  })
  await db.pool.query('DELETE FROM programme_draft')
  await db.pool.query(
    `INSERT INTO programme_draft
       (region_id, id, programme, title, pack, path, state, source_hash, created_by, published_by, file_hash)
     VALUES ($1, $2, $3, '{"zh": "一号"}', 'demo', $4, 'published', $5, '林晓（示例）', '陈一诺（示例）', $6)`,
    [region, randomUUID(), ID, PATH, hash, textHash(original)],
  )
}

test('the first start records all files and every programme as come with the packs', async () => {
  const { snapshot, library, held } = await start(files)
  expect(held).toBeNull()
  expect(await latestSnapshot(db.pool)).toMatchObject({ id: snapshot, cause: 'start' })
  expect(await publicationsOf(db.pool, ID)).toMatchObject([
    { origin: 'file', version: library.programmes.get(ID)?.version, byName: null, snapshot },
  ])
})

test('a start that changes nothing writes nothing', async () => {
  const before = await latestSnapshot(db.pool)
  expect((await start(files.toReversed())).snapshot).toBe(before?.id)
  expect(await latestSnapshot(db.pool)).toEqual(before)
})

test('a changed file is a new snapshot, and the earlier library can be had again exactly', async () => {
  const first = await start(files)
  const changed = await start(withText(PATH, original.replace('10 万元', '11 万元')), '2026-11-25T04:00:00Z')
  expect(changed.snapshot).toBeGreaterThan(first.snapshot)
  const versions = await publicationsOf(db.pool, ID)
  expect(versions.map(({ version }) => version)).toEqual([
    changed.library.programmes.get(ID)?.version,
    first.library.programmes.get(ID)?.version,
  ])
  const rebuilt = await libraryAt(db.pool, first.snapshot)
  expect(rebuilt.programmes).toEqual(first.library.programmes)
  expect(await libraryAt(db.pool, first.snapshot)).toBe(rebuilt)
  expect((await snapshotOn(db.pool, new Date('2026-11-24T12:00:00Z')))?.id).toBe(first.snapshot)
  expect(await snapshotOn(db.pool, new Date('2026-01-01T00:00:00Z'))).toBeNull()
})

test('a programme whose file is gone left force, and comes back with its file', async () => {
  const gone = await start(files.filter(({ path }) => path !== 'demo/programmes/village.yaml'))
  const id = 'demo.village'
  const [latest] = await publicationsOf(db.pool, id)
  expect(latest).toMatchObject({ version: null, snapshot: gone.snapshot })
  await start(files)
  expect((await publicationsOf(db.pool, id))[0]?.version).not.toBeNull()
})

test('what is published on the pages stands over the file, also where the file changes', async () => {
  await publishOnPages(original.replace('10 万元', '12 万元'))
  const over = await start(withText(PATH, original.replace('10 万元', '11 万元')))
  expect((await publicationsOf(db.pool, ID))[0]).toMatchObject({
    origin: 'web',
    byName: '陈一诺（示例）',
    snapshot: over.snapshot,
  })
  const again = await start(files)
  expect(again.library.programmes.get(ID)).toEqual(over.library.programmes.get(ID))
})

test('what no longer loads with new files keeps the last library in force, and says where and what to do', async () => {
  const before = await start(files)
  said.length = 0
  // The pages name a fact that the new files do not know any more.
  const facts = files.map((file) => ({ ...file, text: file.text.replaceAll('高新技术企业', '高企称号') }))
  const held = await start(facts)
  expect(held.held).toMatchObject({ waiting: 'files' })
  expect(held.snapshot).toBe(before.snapshot)
  expect(held.library.programmes).toEqual(before.library.programmes)
  expect(said.join('\n')).toMatch(/high-tech-award\.yaml:\d+:\d+ /)
  expect(said.join('\n')).toContain('/workbench/publishing')
})

test('where the last library cannot be read any more, the text at fault waits and the rest is in force', async () => {
  await publishOnPages(`${original}old-key: 1\n`)
  // As an older Kehui wrote it, whose form had that key.
  const hash = textHash(`${original}old-key: 1\n`)
  await db.pool.query(
    `INSERT INTO library_snapshot (hash, files, cause)
     SELECT 'old', jsonb_set(files, $1, to_jsonb($2::text)), 'publish' FROM library_snapshot ORDER BY id DESC LIMIT 1`,
    [[PATH], hash],
  )
  said.length = 0
  const { held, library, snapshot } = await start(files)
  expect(held).toMatchObject({ waiting: 'published', paths: [PATH] })
  expect(library.programmes.has(ID)).toBe(true)
  expect((await publicationsOf(db.pool, ID))[0]).toMatchObject({ origin: 'file', snapshot })
  expect(said.join('\n')).toContain('cannot be read any more')
  const { rows } = await db.pool.query("SELECT 1 FROM programme_draft WHERE state = 'published'")
  expect(rows).toHaveLength(1)
  await expect(libraryAt(db.pool, snapshot - 1)).rejects.toMatchObject({ code: 'snapshot.unreadable' })
})

test('wrong files refuse the start and write nothing', async () => {
  const before = await latestSnapshot(db.pool)
  const wrong = withText(PATH, 'id: 1')
  await db.pool.query('DELETE FROM programme_draft')
  await expect(start(wrong)).rejects.toMatchObject({ next: 'Correct these files and start again.' })
  expect(await latestSnapshot(db.pool)).toEqual(before)
})

test('two servers that start at once on an empty database write one snapshot', async () => {
  const other = await testDatabase()
  const options = { pool: other.pool, packFiles: files, now: new Date(), progress: () => {} }
  const [one, two] = await Promise.all([startLibrary(options), startLibrary(options)])
  expect(one.snapshot).toBe(two.snapshot)
  await other.drop()
})
