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
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
    WHERE c.contype = 'f' AND c.confrelid = 'subject'::regclass AND NOT EXISTS (
      SELECT 1 FROM pg_index i
      WHERE i.indrelid = c.conrelid AND i.indkey[0] = c.conkey[1]
          -- What refers to nothing need not be found.
          AND (i.indpred IS NULL OR pg_get_expr(i.indpred, i.indrelid) = format('(%I IS NOT NULL)', a.attname))
    )`)
  expect(rows).toEqual([])
})
