import { findTable, readTable, type TableReading } from '@kehui/domain/ingest/tables'
import { checkCharacter } from '@kehui/domain/shared'
import { expect, test } from 'vitest'
import { loadLibrary } from '../pack-files.js'
import { type KnownSubject, planCommit } from './plan.js'

const library = loadLibrary()
const code = (n: number): string => {
  const first = `91990102MA${String(n).padStart(7, '0')}`
  return first + checkCharacter(first)
}

function read(...rows: string[][]): TableReading {
  const table = findTable(library, [['企业名称', '信用代码', '职工总数', '高新技术企业'], ...rows])
  if (!table) throw new Error('no table')
  return readTable(library, table)
}

/** The subjects as they are once a plan is carried out. */
function after(reading: TableReading): KnownSubject[] {
  return reading.rows.map((row) => ({
    id: `s${row.row}`,
    name: row.name,
    creditCode: row.creditCode,
    facts: new Map([...row.facts].map(([key, { value }]) => [key, value])),
  }))
}

test('importing a table again changes nothing', () => {
  const reading = read(['甲', code(1), '80', '是'], ['乙', '', '5', '否'])
  expect(planCommit(reading, []).result).toEqual({ created: 2, updated: 0, unchanged: 0, skipped: 0 })
  expect(planCommit(reading, after(reading))).toEqual({
    create: [],
    update: [],
    result: { created: 0, updated: 0, unchanged: 2, skipped: 0 },
  })
})

test('only what differs is written', () => {
  const known = after(read(['甲', code(1), '80', '是']))
  const plan = planCommit(read(['甲（更名）', code(1), '81', '是']), known)
  expect(plan.update.map((u) => [u.subject, [...u.facts.keys()]])).toEqual([['s2', ['职工总数']]])
})

test('a blank cell takes nothing away', () => {
  const known = after(read(['甲', code(1), '80', '是']))
  expect(planCommit(read(['甲', code(1), '', '']), known).result.unchanged).toBe(1)
})

test('without a code the exact name matches; another code is another company', () => {
  const known = after(read(['甲', code(1), '80', '是']))
  expect(planCommit(read(['甲', '', '80', '']), known).result.unchanged).toBe(1)
  expect(planCommit(read(['甲', code(2), '80', '']), known).result.created).toBe(1)
})

test('a name that several have, and a code without a name that nobody has, are left out', () => {
  const known = after(read(['甲', code(1), '80', ''], ['甲', code(2), '90', '']))
  expect(planCommit(read(['甲', '', '80', '']), known).result.skipped).toBe(1)
  expect(planCommit(read(['', code(3), '80', '']), known).result.skipped).toBe(1)
})
