import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../database/testing.js'
import { loadLibrary } from '../pack-files.js'
import { situationsOf } from './situations.js'
import { insertSubjects } from './store-insert.js'
import { insertObservations, observationsOf } from './store-observations.js'

let db: TestDatabase
const library = loadLibrary()
const subject = randomUUID()

beforeAll(async () => {
  db = await testDatabase()
  await db.pool.query(
    `INSERT INTO region (id, pack, title_zh, title_en) VALUES (1, 'demo', '云川', 'Yunchuan')`,
  )
  await insertSubjects(db.pool, 1, [{ id: subject, name: '云川样例科技有限公司', audience: 'enterprise' }])
})
afterAll(() => db.drop())

async function importRow(
  source: string,
  standing: string,
  observedOn: string,
  staff: number,
): Promise<string> {
  const { rows } = await db.pool.query<{ no: string }>(
    `WITH s AS (
       INSERT INTO resource_source (region_id, name, standing) VALUES (1, $1, $2) RETURNING id
     ), i AS (
       INSERT INTO resource_import (region_id, source_id, target, form, status, layout, observed_on, committed_at)
       SELECT 1, id, 'enterprise', 'file', 'committed', $3, $4, now() FROM s RETURNING no, source_id
     )
     INSERT INTO imported_row (region_id, import_no, row, subject_id, source_id, cells)
     SELECT 1, no, 2, $5, source_id, $6 FROM i RETURNING import_no::text AS no`,
    [
      source,
      standing,
      JSON.stringify([
        { key: 'name', type: 'text' },
        { key: 'staff', type: 'quantity', fact: '职工总数@2025' },
      ]),
      observedOn,
      subject,
      JSON.stringify(['云川样例科技有限公司', staff]),
    ],
  )
  return rows[0]?.no ?? ''
}

async function staff(): Promise<string[]> {
  const all = await observationsOf(db.pool, [subject])
  return all
    .filter(({ key }) => key === '职工总数@2025')
    .map((o) => `${(o.value as { lo: string }).lo} ${o.source}`)
}

test('sources that differ are all kept; the later, then the more reliable, then what a person corrected counts', async () => {
  await importRow('年报', 'declaration', '2026-03-01', 70)
  await importRow('登记库', 'register', '2026-03-01', 80)
  expect(await staff()).toEqual(['80 登记库', '70 年报'])
  const latest = await importRow('调查表', 'declaration', '2026-04-01', 90)
  expect(await staff()).toEqual(['90 调查表', '80 登记库', '70 年报'])
  const value = { kind: 'quantity' as const, lo: 91n, hi: 91n }
  await insertObservations(db.pool, [{ subject, key: '职工总数@2025', value }], {
    source: '企业填写',
    observedAt: '2026-04-01',
  })
  expect((await staff())[0]).toBe('91 企业填写')
  await db.pool.query(`UPDATE resource_import SET status = 'undone' WHERE no = $1`, [latest])
  expect(await staff()).toEqual(['91 企业填写', '80 登记库', '70 年报'])
})

test('rules see what was imported', async () => {
  const [found] = await situationsOf(db.pool, library, 1, [subject])
  expect(found?.situation.facts.get('职工总数@2025')?.value).toEqual({ kind: 'quantity', lo: 91n, hi: 91n })
})
