import {
  batched,
  boundOf,
  companyOf,
  compileBatch,
  interestingIn,
  interpreted,
  libraryOf,
  newEngine,
  packFiles,
  packIds,
  Random,
} from '@kehui/domain/packs/agreement/testing'
import { compileSql, inForce, readingOf } from '@kehui/domain/rules'
import { parseDay } from '@kehui/domain/shared'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../database/testing.js'
import { decidedBySql } from './testing-decisions.js'

const library = libraryOf(packFiles(...packIds()))
const on = parseDay('2026-11-24') ?? 0
const engine = newEngine(library, on)
const bounds = [...library.programmes.values()]
  .filter((p) => inForce(p, on))
  .map((p) => boundOf(engine, p, readingOf(p, {})))
const program = compileBatch(engine, bounds)

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
})
afterAll(() => db.drop())

describe('SQL on the packs of this repository', () => {
  it('leaves to the interpreter only what has a quotient within a number', () => {
    const { left } = compileSql(engine, bounds, { table: 'facts' })
    expect(left.length).toBeLessThanOrEqual(2)
    for (const { reason } of left) expect(reason).toMatch(/quotient is part/)
  })

  it('reads one table of one region, and says nothing of what is not known by an ELSE', () => {
    const { queries } = compileSql(engine, bounds, { table: 'facts' })
    for (const { text } of queries) {
      expect(text.match(/"facts".{0,50}/g)?.map((found) => found.slice(0, 50))).toEqual([
        '"facts" WHERE region_id = $1 AND decided_on = $2 O',
      ])
      expect(text.match(/\b(ELSE|WITH|UNION|OVER|JOIN)\b/g)).toBeNull()
    }
  })

  it('halves a group that has more columns than PostgreSQL takes', () => {
    const many = Array.from({ length: 8 }, () => bounds).flat()
    const { queries } = compileSql(engine, many, { table: 'facts', group: 1000 })
    expect(queries.length).toBeGreaterThan(1)
    expect(Math.max(...queries.map(({ width }) => width))).toBeLessThanOrEqual(1600)
    expect(queries.flatMap((q) => q.programmes)).toHaveLength(8 * (bounds.length - 1))
  })

  it('decides as interpreter and batch machine do', { timeout: 120_000 }, async () => {
    const random = new Random(3)
    const interesting = interestingIn(bounds.flatMap((b) => [b.verdict, ...(b.pay ? [b.pay.amount] : [])]))
    const companies = Array.from({ length: 200 }, (_, i) =>
      companyOf(engine, interesting, random, random.pick([0.3, 0.7, 0.9, 1]), `c${i}`),
    )
    const expected = interpreted(program, companies)
    const [bySql, byBatch] = [await decidedBySql(db.pool, program, companies), batched(program, companies)]
    const seen = new Set<string>()
    for (const [row, decisions] of expected.entries())
      for (const [i, decision] of decisions.entries()) {
        seen.add(decision.split(' ')[0] ?? '')
        const id = bounds[i]?.programme.id
        expect(`${row} ${id}: ${bySql[row]?.[i]}`).toBe(`${row} ${id}: ${decision}`)
        expect(`${row} ${id}: ${byBatch[row]?.[i]}`).toBe(`${row} ${id}: ${decision}`)
      }
    expect([...seen].sort()).toEqual(['no', 'unknown', 'yes'])
  })
})
