import { batched, interpreted } from '@kehui/domain/packs/agreement/testing'
import { batchOf, parseFacts, type Subject } from '@kehui/domain/rules'
import { parseDay } from '@kehui/domain/shared'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { library, type TestRegion, TODAY, testRegion } from '../assessments/testing-region.js'
import { situationsOf } from '../registry/situations.js'
import { insertSubjects } from '../registry/store-insert.js'
import { insertObservations } from '../registry/store-observations.js'
import { fillRegion, isStale, type RegionColumns, readRegion, tableFor } from './index.js'
import { enterRandom } from './testing-companies.js'

const program = batchOf(library, parseDay(TODAY) ?? 0)
let at: TestRegion
beforeAll(async () => {
  at = await testRegion()
})
afterAll(() => at.db.drop())

async function filled(): Promise<RegionColumns> {
  const { region, db } = at
  expect(await fillRegion({ pool: db.pool, library, region, program })).toBe(true)
  return readRegion({ pool: db.pool, region, program })
}

async function subjectsOf({ rows, subjects }: RegionColumns): Promise<Subject[]> {
  const ids = Array.from({ length: rows }, (_, row) => subjects.at(row))
  const found = await situationsOf(at.db.pool, library, at.region, ids)
  const byId = new Map(found.map(({ situation }) => [situation.id, situation]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

describe('the columns of a region', () => {
  it('decide as single evaluation does, for random subjects with owners, records and unknowns', async () => {
    await enterRandom(at.db.pool, at.region, program, { seed: 5, count: 150 })
    const columns = await filled()
    expect(columns.rows).toBeGreaterThan(150)
    expect(columns.faults).toEqual([])
    const { table, lacking } = tableFor(columns, program)
    expect(lacking).toEqual([])
    const subjects = await subjectsOf(columns)
    expect(subjects).toHaveLength(columns.rows)
    expect(batched(program, subjects, {}, table)).toEqual(interpreted(program, subjects))
  })

  it('are filled anew only for subjects of which something was written', async () => {
    const before = await filled()
    expect(await isStale(at.db.pool, before)).toBe(false)
    const again = await filled()
    expect(again.version).toBe(before.version)
    const subject = before.subjects.at(3)
    const read = parseFacts(library, { facts: { 职工总数: '77 人' } })
    if (!read.ok) throw new Error('It reads')
    const values = [...read.facts].map(([key, { value }]) => ({ subject, key, value }))
    await insertObservations(at.db.pool, values)
    const seen: number[] = []
    await fillRegion({
      pool: at.db.pool,
      library,
      region: at.region,
      program,
      progress: (_, total) => seen.push(total),
    })
    // One, and what it may own.
    expect(Math.max(...seen)).toBeLessThan(5)
    expect(await isStale(at.db.pool, before)).toBe(true)
    const columns = await readRegion({ pool: at.db.pool, region: at.region, program })
    expect(columns.rows).toBe(before.rows)
    const subjects = await subjectsOf(columns)
    expect(batched(program, subjects, {}, tableFor(columns, program).table)).toEqual(
      interpreted(program, subjects),
    )
  })

  it('lose the rows of subjects that are gone', async () => {
    const before = await filled()
    await at.db.pool.query('DELETE FROM subject WHERE id = $1', [before.subjects.at(0)])
    const { rows } = await at.db.pool.query<{ count: number }>('SELECT count(*)::int AS count FROM subject')
    expect(rows[0]?.count).toBeLessThan(before.rows)
    expect((await filled()).rows).toBe(rows[0]?.count)
  })

  it('get new ones when programmes look at other facts, for those of whom something is known', async () => {
    const next = batchOf(library, parseDay('2027-02-01') ?? 0)
    const before = await filled()
    expect(tableFor(before, next).lacking.length).toBeGreaterThan(0)
    await fillRegion({ pool: at.db.pool, library, region: at.region, program: next })
    const columns = await readRegion({ pool: at.db.pool, region: at.region, program: next })
    const { table, lacking } = tableFor(columns, next)
    expect(lacking).toEqual([])
    const subjects = await subjectsOf(columns)
    expect(batched(next, subjects, {}, table)).toEqual(interpreted(next, subjects))
  })
})

describe('values that facts cannot have', () => {
  const raw = (value: unknown) => JSON.stringify(value)
  const cases: [string, string, string, string][] = [
    ['a fact out of its range', '职工总数', raw({ kind: 'quantity', lo: '-5', hi: '-5' }), 'range'],
    ['beyond 2^53', '职工总数', raw({ kind: 'quantity', lo: `${2n ** 53n}`, hi: `${2n ** 53n}` }), 'range'],
    ['no whole number', '职工总数', raw({ kind: 'quantity', lo: '1.5', hi: '1.5' }), 'type'],
    ['a unit that does not fit', '职工总数', raw({ kind: 'date', day: 3 }), 'type'],
    ['a date before 1949', '注册日期', raw({ kind: 'date', day: -8000 }), 'range'],
    ['an option that is gone', '行业门类', raw({ kind: 'choice', value: '无此行业' }), 'range'],
    ['a place without a code', '注册地', raw({ kind: 'place', code: '云川' }), 'range'],
  ]

  it.each(cases)(
    '%s: named with subject and fact, not known, and all else goes on',
    async (...[, key, value, misfit]) => {
      const { db, region } = at
      const facts = parseFacts(library, { facts: { 居民企业: '是' } })
      if (!facts.ok) throw new Error('It reads')
      const [id = ''] = await insertSubjects(db.pool, region, [
        { name: '有误样例有限公司（示例）', audience: 'enterprise', facts: facts.facts },
      ])
      await db.pool.query(
        `INSERT INTO observation (subject_id, key, value, batch) VALUES ($1, $2, $3, gen_random_uuid())`,
        [id, key, value],
      )
      const columns = await filled()
      const { rows } = await db.pool.query('SELECT fact, misfit FROM region_fault WHERE subject_id = $1', [
        id,
      ])
      expect(rows).toEqual([{ fact: key, misfit }])
      const subjects = await subjectsOf(columns)
      const row = columns.subjects.rowOf(id)
      expect(subjects[row]?.facts.has(key)).toBe(false)
      const decided = batched(program, subjects, {}, tableFor(columns, program).table)
      expect(decided[row]).toEqual(interpreted(program, subjects)[row])
      await db.pool.query('DELETE FROM subject WHERE id = $1', [id])
    },
  )

  it('in the snapshot itself are refused when it is read', async () => {
    const before = await filled()
    const subject = before.subjects.at(7)
    const { rows } = await at.db.pool.query<{ id: number; name: string }>(
      `SELECT id, name FROM region_column WHERE name IN ('年销售收入.科小@2025', '职工总数@2025', '居民企业')`,
    )
    expect(rows.length).toBeGreaterThan(1)
    for (const { id, name } of rows) {
      const bad = name === '居民企业' ? 7 : name.startsWith('职工') ? -3 : -(2n ** 60n)
      await at.db.pool.query(`UPDATE region_row SET f${id} = ${bad} WHERE subject_id = $1`, [subject])
    }
    const columns = await readRegion({ pool: at.db.pool, region: at.region, program })
    const named = columns.faults.map(({ row, column }) => `${columns.subjects.at(row)} ${column.name}`)
    expect(named.sort()).toEqual(rows.map(({ name }) => `${subject} ${name}`).sort())
    batched(program, await subjectsOf(columns), {}, tableFor(columns, program).table)
  })
})
