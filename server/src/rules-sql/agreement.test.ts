import { FOUND, foundCase, fuzz, interpreted } from '@kehui/domain/packs/agreement/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../database/testing.js'
import { decidedBySql } from './testing-decisions.js'

const PACKS = 12
const COMPANIES = 500

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
})
afterAll(() => db.drop())

describe('interpreter, batch machine and SQL', () => {
  it('decide alike on random programmes and companies', { timeout: 120_000 }, async () => {
    let decisions = 0
    for (let seed = 201; seed <= 200 + PACKS; seed += 1)
      await fuzz(seed, COMPANIES, (program, subjects) =>
        decidedBySql(db.pool, program, subjects, (count) => {
          decisions += count
        }),
      )
    expect(decisions).toBeGreaterThanOrEqual(100_000)
  })

  it.each(FOUND)('decide alike where they once did not: %s', async (_, sketch, subject, decision) => {
    const { program, who } = foundCase(sketch, subject)
    expect(interpreted(program, who)).toEqual([[decision]])
    expect(await decidedBySql(db.pool, program, who)).toEqual([[decision]])
  })
})
