import { interpreted, libraryOf, madePack, packFiles, packIds } from '@kehui/domain/packs/agreement/testing'
import { batchOf, compileSql, quoted, type Subject, sqlOf } from '@kehui/domain/rules'
import { parseDay } from '@kehui/domain/shared'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../database/testing.js'
import { addToSnapshot, createSnapshot } from './store.js'
import { decidedBySql } from './testing-decisions.js'

const on = parseDay('2026-11-24') ?? 0
const OPTIONS = [`'; DROP TABLE region; --`, '"quoted"', '\\\\', '$1', '/* */', `E'\\\\'' OR 1=1`]
const TABLE = `x"; DROP TABLE region; --`

const hostile = libraryOf(
  madePack(
    `facts:
  subject_id: {en: region_id, of: any, unit: 元, range: 0 元..1 亿元, period: 当前}
  选择: {en: select, of: any, type: choice, options: ${JSON.stringify(OPTIONS)}, period: 当前}
`,
    `id: made.hostile
title: {zh: "'; DROP TABLE region; --", en: hostile}
audience: enterprise
mode: 审核
benefit: cash
valid: unknown..
source: {document: 试验, verified: none}
need: [subject_id >= 5 元]
pay:
  lines: [{of: subject_id}, {judged: 1..2 元, label: "'); DROP TABLE region; --"}]
  per: enterprise
  round: 元 down
`,
  ),
)

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
})
afterAll(() => db.drop())

describe('what packs and callers say never becomes SQL', () => {
  it.each([
    ['hostile ones', hostile],
    ['those of this repository', libraryOf(packFiles(...packIds()))],
  ])('queries hold no text of packs: %s', (_, library) => {
    for (const { text } of sqlOf(library, on, { table: 'facts' }).queries) {
      expect(text).toMatch(/^[\w\s"().,:*+/<>=$[\]-]+$/)
      expect(text).not.toMatch(/--|\/\*|DROP/)
      expect([...text.matchAll(/"([^"]*)"/g)].map(([, name]) => name).join(' ')).toMatch(
        /^((founded|facts|[fr]\d+(_lo|_hi)?)( |$))+$/,
      )
    }
  })

  it('decides on them as the interpreter does', async () => {
    const program = batchOf(hostile, on)
    const company = (id: string, facts: Subject['facts']): Subject => ({
      id,
      name: id,
      audience: 'enterprise',
      facts,
      records: new Map(),
    })
    const companies = [
      company(`'; DROP TABLE region; --`, new Map()),
      company('"', new Map([['subject_id', { value: { kind: 'quantity', lo: 700n, hi: 700n } }]])),
    ]
    expect(await decidedBySql(db.pool, program, companies)).toEqual(interpreted(program, companies))
  })

  it('quotes the name of the table', async () => {
    const { engine, plans } = batchOf(hostile, on)
    const plan = compileSql(
      engine,
      plans.map(({ bound }) => bound),
      { table: TABLE },
    )
    await createSnapshot(db.pool, plan.snapshot, TABLE)
    const values = plan.snapshot.columns.map(() => null)
    const part = { region: 1, on: '2026-11-24' }
    await addToSnapshot(db.pool, plan.snapshot, TABLE, part, [{ id: 'a', values }])
    for (const { text } of plan.queries)
      expect((await db.pool.query(text, [1, '2026-11-24'])).rows).toHaveLength(1)
    const { rows } = await db.pool.query(`SELECT to_regclass('region') IS NOT NULL AS stands`)
    expect(rows).toEqual([{ stands: true }])
  })

  it.each(['', 'a\0b'])('refuses %j as a name', (name) => {
    expect(() => quoted(name)).toThrow(/not empty and holds no zero byte/)
  })
})
