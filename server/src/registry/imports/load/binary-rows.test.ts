import type { Cell } from '@kehui/domain/registry/fields'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../database/testing.js'
import { CopyTarget, connectAlone } from '../store-copy.js'

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
  await db.pool.query(
    'CREATE TABLE written (n integer, small smallint, no bigint, id uuid, text text, cells json)',
  )
})
afterAll(() => db.drop())

const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      'a',
      '中',
      '"',
      '\\',
      '\n',
      '\t',
      '\u0001',
      '\u007f',
      'é',
      '😀',
      '　',
      '\u2028',
      '\uffff',
    ),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }).filter((c) => !c.includes('\0')),
  ),
  maxLength: 40,
})
const cell: fc.Arbitrary<Cell | null> = fc.oneof(
  text,
  fc.constant(null),
  fc.boolean(),
  fc.maxSafeInteger(),
  fc.array(text, { maxLength: 3 }),
)
const row = fc.record({
  n: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
  small: fc.integer({ min: -32_768, max: 32_767 }),
  no: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  id: fc.uuid(),
  text: fc.option(text),
  cells: fc.array(cell, { maxLength: 9 }),
})

test('what is written is what the server has then', async () => {
  const client = await connectAlone(db.url)
  try {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 30 }), async (rows) => {
        await client.query('TRUNCATE written')
        const target = new CopyTarget(client, 'written')
        for (const { n, small, no, id, text, cells } of rows) {
          target.rows.fields(6)
          target.rows.int4(n)
          target.rows.int2(small)
          target.rows.int8(no)
          target.rows.uuid(id)
          target.rows.text(text)
          target.rows.cells(cells)
        }
        await target.end()
        const { rows: read } = await client.query('SELECT *, no::text FROM written ORDER BY ctid')
        expect(read).toEqual(rows.map((one) => ({ ...one, no: String(one.no) })))
      }),
      { numRuns: 40 },
    )
  } finally {
    await client.end()
  }
})

test('a text of ten million characters is written whole', async () => {
  const client = await connectAlone(db.url)
  const long = '长'.repeat(10_000_000)
  const target = new CopyTarget(client, 'written (text)')
  target.rows.fields(1)
  target.rows.text(long)
  await target.end()
  const { rows } = await client.query('SELECT text = $1 AS same FROM written WHERE length(text) > 1000', [
    long,
  ])
  await client.end()
  expect(rows).toEqual([{ same: true }])
})
