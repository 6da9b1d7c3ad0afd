import { setTimeout as sleep } from 'node:timers/promises'
import type { KindMapping } from '@kehui/domain/registry/imports'
import { checkCharacter } from '@kehui/domain/shared'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestRegistry, testRegistry } from './testing-imports.js'

let at: TestRegistry
beforeAll(async () => {
  at = await testRegistry()
})
afterAll(() => at.end())

/** So many that indexes are made anew. */
const ROWS = 201_000

function code(n: number): string {
  const first = `91520100MA${String((n * 7_654_321) % 9_999_991).padStart(7, '0')}`
  return first + checkCharacter(first)
}

const mapping: KindMapping = {
  kind: 'enterprise',
  source: { name: '登记库', standing: 'register', observedOn: '2026-11-01' },
  columns: { 企业名称: 'name', 信用代码: 'creditCode', 状态: 'status' },
}

async function standing(): Promise<unknown> {
  const read = async (sql: string) => (await at.db.pool.query(sql)).rows
  return {
    subjects: await read(
      'SELECT name, credit_code, place FROM subject WHERE import_no IS DISTINCT FROM 2 ORDER BY name',
    ),
    indexes: await read(
      `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition, indisvalid
       FROM pg_index WHERE indrelid IN ('subject'::regclass, 'imported_row'::regclass) ORDER BY 1`,
    ),
    references: await read(
      `SELECT conname, pg_get_constraintdef(oid) AS definition, convalidated
       FROM pg_constraint WHERE conrelid = 'subject'::regclass AND contype = 'f' ORDER BY 1`,
    ),
  }
}

test('a file that outnumbers the registry is entered, found, told again and taken back whole', {
  timeout: 240_000,
}, async () => {
  const header = '企业名称,信用代码,状态'
  await at.load(`${header}\n云川先有企业,${code(7)},存续`, mapping)
  const before = await standing()
  const lines = Array.from({ length: ROWS }, (_, n) => `云川大文件企业${n},${code(n)},存续`)
  lines[10] = `云川校验位有误企业,${code(10).slice(0, 17)}?,存续`
  lines[20] = `云川重复企业,${code(19)},存续`
  lines[30] = `"云川，""引号""企业",${code(30)},`
  const result = await at.load(`${header}\n${lines.join('\n')}\n`, mapping)
  expect(result).toMatchObject({ rows: ROWS, created: ROWS - 3, updated: 1, refused: 2 })
  expect(result.problems.map(({ row }) => row)).toEqual([12, 22])
  const now = (await standing()) as { indexes: unknown; references: unknown }
  expect(now).toMatchObject({ ...(before as object), subjects: [{ name: '云川大文件企业7' }] })
  const { rows } = await at.db.pool.query(
    `SELECT s.name, r.row, r.cells FROM subject s JOIN imported_row r ON r.subject_id = s.id
     WHERE s.credit_code = ANY ($1) ORDER BY r.row`,
    [[code(30), code(ROWS - 1)]],
  )
  expect(rows).toEqual([
    { name: '云川，"引号"企业', row: 32, cells: ['云川，"引号"企业', code(30), null] },
    {
      name: `云川大文件企业${ROWS - 1}`,
      row: ROWS + 1,
      cells: [`云川大文件企业${ROWS - 1}`, code(ROWS - 1), 'active'],
    },
  ])
  await at.undo(result.id)
  expect(await standing()).toEqual(before)
  const { rows: left } = await at.db.pool.query('SELECT count(*)::int AS n FROM subject WHERE import_no = 2')
  expect(left).toEqual([{ n: 0 }])
})

test('an import that is large does not wait for ever for who reads one table and wants the other', {
  timeout: 240_000,
}, async () => {
  const reader = new pg.Client({ connectionString: at.db.url })
  await reader.connect()
  await reader.query('BEGIN')
  await reader.query('SELECT FROM subject LIMIT 1')
  const lines = Array.from({ length: ROWS }, (_, n) => `云川又一企业${n},${code(ROWS + n)},存续`)
  const loaded = at.load(`企业名称,信用代码,状态\n${lines.join('\n')}\n`, mapping)
  await sleep(1500)
  await reader.query('SELECT FROM imported_row LIMIT 1')
  await reader.query('COMMIT')
  await reader.end()
  expect(await loaded).toMatchObject({ rows: ROWS, created: ROWS, refused: 0 })
})
