import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from './testing.js'

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
})
afterAll(() => db.drop())

/** Without one, each row that is deleted reads the whole of every table that could refer to it. */
test('every table that refers to a subject has an index that begins with the reference', async () => {
  const { rows } = await db.pool.query<{ table: string }>(`
    SELECT c.conrelid::regclass::text AS table FROM pg_constraint c
    WHERE c.contype = 'f' AND c.confrelid = 'subject'::regclass AND NOT EXISTS (
      SELECT 1 FROM pg_index i
      WHERE i.indrelid = c.conrelid AND i.indpred IS NULL AND i.indkey[0] = c.conkey[1]
    )`)
  expect(rows).toEqual([])
})
