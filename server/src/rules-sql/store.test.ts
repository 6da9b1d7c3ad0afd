import {
  batched,
  compileBatch,
  interpreted,
  libraryOf,
  madePack,
} from '@kehui/domain/packs/agreement/testing'
import {
  batchOf,
  decisionIn,
  type Library,
  type SqlPlan,
  type Subject,
  snapshotRow,
  sqlOf,
} from '@kehui/domain/rules'
import { parseDay } from '@kehui/domain/shared'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inTransaction } from '../database/pool.js'
import { type TestDatabase, testDatabase } from '../database/testing.js'
import { addToSnapshot, createSnapshot, decideInDatabase } from './store.js'
import { decidedBySql } from './testing-decisions.js'

const PART = { region: 1, on: '2026-11-24' }

/** A programme that pays a share of one fact. */
function library(range: string, share: string): Library {
  return libraryOf(
    madePack(
      `facts:\n  收入: {en: sales, of: any, unit: 元, range: ${range}, period: 当前}\n`,
      `id: made.p
title: {zh: 补助, en: Grant}
audience: enterprise
mode: 审核
benefit: cash
valid: unknown..
source: {document: 试验, verified: none}
need: [收入 >= 10 元]
pay: {lines: [{of: ${share} * 收入}], per: enterprise, round: 元 nearest}
`,
    ),
  )
}

function company(id: string, lo: bigint, hi = lo): Subject {
  const facts = new Map([['收入', { value: { kind: 'quantity', lo, hi } as const }]])
  return { id, name: id, audience: 'enterprise', facts, records: new Map() }
}

function planFor(table: string, range = '0 元..100 亿元', share = '10%'): SqlPlan {
  return sqlOf(library(range, share), parseDay(PART.on) ?? 0, { table })
}

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
})
afterAll(() => db.drop())

async function decided(plan: SqlPlan, part = PART): Promise<Map<unknown, string>> {
  const [query] = plan.queries
  const [programme] = query?.programmes ?? []
  if (!query || !programme) throw new Error('There is no query')
  const said = new Map<unknown, string>()
  await inTransaction(db.pool, async (client) => {
    for await (const rows of decideInDatabase(client, query, part))
      for (const row of rows) {
        const { verdict, amountFen } = decisionIn(row, programme)
        said.set(row[0], `${verdict} ${amountFen?.min}..${amountFen?.max}`)
      }
  })
  return said
}

describe('a snapshot', () => {
  it('refuses what a fact cannot be, and adds nothing', async () => {
    const { snapshot } = planFor('refusing')
    await createSnapshot(db.pool, snapshot, 'refusing')
    const add = (...values: (bigint | null)[][]) =>
      addToSnapshot(
        db.pool,
        snapshot,
        'refusing',
        PART,
        values.map((v, i) => ({ id: `c${i}`, values: v })),
      )
    await expect(add([1n, 1n], [-1n, 5n])).rejects.toThrow(/refusing_f0_lo_check/)
    await expect(add([0n, 10n ** 12n + 1n])).rejects.toThrow(/refusing_f0_hi_check/)
    await expect(add([5n, 4n])).rejects.toThrow(/violates check constraint/)
    await expect(add([5n, null])).rejects.toThrow(/violates check constraint/)
    const { rows } = await db.pool.query('SELECT count(*) AS held FROM refusing')
    expect(rows).toEqual([{ held: 0n }])
  })

  it('is decided one region and date at a time, in as many pieces as it needs', async () => {
    const plan = planFor('pieces')
    await createSnapshot(db.pool, plan.snapshot, 'pieces')
    const subjects = Array.from({ length: 4000 }, (_, i) => company(`c${i}`, BigInt(i)))
    const values = subjects.map((s) => ({ id: s.id, values: snapshotRow(plan, s) }))
    await addToSnapshot(db.pool, plan.snapshot, 'pieces', PART, values)
    await addToSnapshot(db.pool, plan.snapshot, 'pieces', { ...PART, region: 2 }, values.slice(0, 3))
    await addToSnapshot(db.pool, plan.snapshot, 'pieces', { ...PART, on: '2026-11-25' }, values.slice(0, 2))
    const said = await decided(plan)
    expect(said.size).toBe(4000)
    expect([said.get('c999'), said.get('c1000'), said.get('c3999')]).toEqual([
      'no undefined..undefined',
      'yes 100..100',
      'yes 400..400',
    ])
    expect((await decided(plan, { ...PART, region: 2 })).size).toBe(3)
    expect((await decided(plan, { ...PART, on: '2026-11-25' })).size).toBe(2)
  })

  it('tells more missing facts than one number has bits', async () => {
    const names = Array.from({ length: 70 }, (_, i) => `条件${i}`)
    const facts = names.map((n, i) => `  ${n}: {en: c${i}, of: any, type: yes-no, period: 当前}\n`)
    const made = libraryOf(
      madePack(
        `facts:\n${facts.join('')}`,
        `id: made.p
title: {zh: 称号, en: Title}
audience: enterprise
mode: 认定
benefit: title
valid: unknown..
source: {document: 试验, verified: none}
need:
${names.map((n) => `  - ${n}\n`).join('')}`,
      ),
    )
    const program = batchOf(made, parseDay(PART.on) ?? 0)
    const nobody = { id: 'a', name: 'A', audience: 'enterprise', records: new Map() } as const
    const companies: Subject[] = [
      { ...nobody, facts: new Map() },
      { ...nobody, id: 'b', facts: new Map([['条件3', { value: { kind: 'yes-no', value: true } }]]) },
    ]
    const said = await decidedBySql(db.pool, program, companies)
    expect(said).toEqual(interpreted(program, companies))
    expect(said).toEqual(batched(program, companies))
    expect(said[0]?.[0]?.split(', ')).toHaveLength(70)
  })

  it('holds facts that pass 64 bits, which a batch machine cannot', async () => {
    const plan = planFor('wide', '0 元..100000000000 亿元', '33.3%')
    const [query] = plan.queries
    const bounds = query?.programmes.map(({ bound }) => bound) ?? []
    expect(compileBatch(plan.program.engine, bounds).refused).toHaveLength(1)
    await createSnapshot(db.pool, plan.snapshot, 'wide')
    const companies = [
      company('a', 10n ** 21n),
      company('b', 10n ** 19n + 1n, 10n ** 20n + 7n),
      company('c', 3n),
      { ...company('d', 0n), facts: new Map() },
    ]
    const values = companies.map((s) => ({ id: s.id, values: snapshotRow(plan, s) }))
    await addToSnapshot(db.pool, plan.snapshot, 'wide', PART, values)
    const said = await decided(plan)
    expect(companies.map(({ id }) => said.get(id)?.replace(' undefined..undefined', ''))).toEqual(
      interpreted(plan.program, companies).map(([decision]) => decision?.replace(/ \|.*/, '')),
    )
    expect(said.get('a')).toBe('yes 333000000000000000000..333000000000000000000')
  })
})
