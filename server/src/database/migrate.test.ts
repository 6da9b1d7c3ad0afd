import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrate } from './migrate.js'
import { createPool } from './pool.js'
import { type TestDatabase, testDatabase } from './testing.js'

let db: TestDatabase
let path: string
let folder: URL

beforeAll(async () => {
  db = await testDatabase()
  await db.pool.query('DROP TABLE migration')
  path = mkdtempSync(join(tmpdir(), 'kehui-migrations-'))
  folder = pathToFileURL(`${path}/`)
})

afterAll(async () => {
  await db.drop()
  rmSync(path, { recursive: true })
})

test('the template has every migration, and applying them again does nothing', async () => {
  const fresh = await testDatabase()
  expect(await migrate(fresh.pool)).toBe(0)
  expect((await fresh.pool.query('SELECT * FROM region')).rows).toEqual([])
  await fresh.drop()
})

test('two servers that start at once apply each migration once', async () => {
  writeFileSync(join(path, '0001_first.sql'), 'CREATE TABLE first (id int); SELECT pg_sleep(0.1);')
  const second = createPool(db.url)
  const counts = await Promise.all([migrate(db.pool, folder), migrate(second, folder)])
  await second.end()
  expect(counts.sort()).toEqual([0, 1])
})

test('a migration that fails leaves nothing behind', async () => {
  writeFileSync(join(path, '0002_second.sql'), 'CREATE TABLE second (id int); SELECT 1 / 0;')
  await expect(migrate(db.pool, folder)).rejects.toThrow('0002_second.sql failed: division by zero')
  await expect(db.pool.query('SELECT * FROM second')).rejects.toThrow('does not exist')
  writeFileSync(join(path, '0002_second.sql'), 'CREATE TABLE second (id int)')
  expect(await migrate(db.pool, folder)).toBe(1)
})

test('a changed migration, a gap and a newer database are refused', async () => {
  writeFileSync(join(path, '0001_first.sql'), 'CREATE TABLE other (id int)')
  await expect(migrate(db.pool, folder)).rejects.toThrow('0001_first.sql was changed')
  writeFileSync(join(path, '0004_fourth.sql'), '')
  await expect(migrate(db.pool, folder)).rejects.toThrow('should be named 0003_')
  rmSync(join(path, '0004_fourth.sql'))
  writeFileSync(join(path, '0001_first.sql'), 'CREATE TABLE first (id int); SELECT pg_sleep(0.1);')
  rmSync(join(path, '0002_second.sql'))
  await expect(migrate(db.pool, folder)).rejects.toThrow('written by a newer Kehui')
})
