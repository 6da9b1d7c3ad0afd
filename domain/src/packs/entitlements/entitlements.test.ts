import { describe, expect, it } from 'vitest'
import { ColumnBuilder } from '../../rules/batch/column.js'
import { batchOf, tableOf } from '../../rules/batch/index.js'
import { columnsOf } from '../../rules/region/index.js'
import { parseDay } from '../../shared/day.js'
import { batched, companyOf, interestingIn, Random } from '../agreement/testing.js'
import { libraryOf, packFiles, packIds } from '../testing.js'
import { type Differences, decide, InputHash, OpenSets, runReasons, settleGroups } from './index.js'

const library = libraryOf(packFiles(...packIds()))
const on = parseDay('2026-11-24') ?? 0
const program = batchOf(library, on)

describe('programmes that are settled together', () => {
  it('stand in one group, directly or through others, each programme in one', () => {
    const all = [...library.programmes.values()]
    const groups = settleGroups(all)
    expect(groups.flat().map(({ id }) => id)).toHaveLength(all.length)
    const of = (id: string) => groups.find((group) => group.some((p) => p.id === id))?.map((p) => p.id)
    expect(of('demo.voucher')).toContain('demo.instruments')
    expect(of('demo.rd-centre-award')).toContain('demo.rd-subsidy')
    expect(of('cn.tech-sme')).toEqual(['cn.tech-sme'])
    for (const { id, excludes } of all)
      for (const { with: others } of excludes)
        for (const other of others) if (library.programmes.has(other)) expect(of(id)).toContain(other)
  })
})

describe('the hash of what was read', () => {
  const def = { name: 'x', lo: 0n, hi: 1n << 40n }
  const column = (...values: (bigint | [bigint, bigint] | null)[]) => {
    const builder = new ColumnBuilder(def, values.length)
    for (const [row, value] of values.entries())
      if (Array.isArray(value)) builder.put(row, ...value)
      else if (value !== null) builder.put(row, value, value)
    return builder.finish()
  }
  const hashes = (entries: [string, ReturnType<typeof column>][], rows: number) => {
    const hash = new InputHash(new Map(entries))
    return Array.from({ length: rows }, (_, row) => hash.of(row))
  }

  it('differs with every value, with what is unknown, and with which column says it', () => {
    const values = [0n, 1n, null, 1n << 33n, [1n, 2n], [1n, 3n]] as const
    const a = column(
      ...values.map((v) => (Array.isArray(v) ? ([...v] as [bigint, bigint]) : (v as bigint | null))),
    )
    const one = hashes([['aaaaaaaa', a]], values.length)
    expect(new Set(one).size).toBe(values.length)
    const other = hashes([['bbbbbbbb', a]], values.length)
    expect(other[0]).not.toBe(one[0])
    // Where nothing is known, nothing was read.
    expect(other[2]).toBe(one[2])
  })

  it('does not depend on the order in which columns come', () => {
    const [a, b] = [column(1n, 5n), column(7n, null)]
    expect(
      hashes(
        [
          ['aaaaaaaa', a],
          ['bbbbbbbb', b],
        ],
        2,
      ),
    ).toEqual(
      hashes(
        [
          ['bbbbbbbb', b],
          ['aaaaaaaa', a],
        ],
        2,
      ),
    )
  })
})

describe('sets of what is missing', () => {
  it('are one for the same facts in any order, and part what experts decide', () => {
    const bound = program.plans.find((plan) => plan.bound.head.id === 'cn.tech-sme')?.bound
    if (!bound) throw new Error('It is in force')
    const sets = new OpenSets(program.engine, bound)
    const word = (index: number) => sets.word({ kind: 'slot', index })
    const expert = sets.word({ kind: 'judged', text: '专家评分' })
    const [a, b] = bound.slots as readonly [number, number]
    const one = sets.with(sets.with(sets.with(0, word(a)), expert), word(b))
    const two = sets.with(sets.with(sets.with(0, word(b)), word(a)), expert)
    expect(one).toBe(two)
    expect(sets.sets[one]).toMatchObject({ judged: ['专家评分'] })
    expect(sets.sets[one]?.missing).toHaveLength(2)
    expect(sets.setOf([...(sets.sets[one]?.missing ?? [])].reverse(), ['专家评分'])).toBe(one)
  })
})

describe('the columns of a region', () => {
  it('have keys of their own, which do not depend on what else is compiled', () => {
    const all = columnsOf(program)
    expect(new Set(all.slots.map(({ key }) => key)).size).toBe(all.slots.length)
    const alone = batchOf(library, on, ({ id }) => id === 'cn.tech-sme')
    const keys = new Set(all.slots.map(({ key }) => key))
    for (const { key } of columnsOf(alone).slots) expect(keys).toContain(key)
  })
})

describe('why a result came out otherwise', () => {
  const base: Differences = {
    programme: 'cn.tech-sme',
    on: { from: '2026-11-24', to: '2026-11-24' },
    version: { from: 'a', to: 'a' },
    subject: 'stayed',
    columns: [],
    received: { from: [], to: [] },
    packs: { from: [], to: [] },
  }
  const staff = columnsOf(program).slots.find(({ name }) => name === '职工总数@2025')
  if (!staff) throw new Error('A programme looks at it')
  const people = (n: bigint) => ({ kind: 'quantity', lo: n, hi: n })

  it.each([
    ['a subject that came', { subject: 'came' }, [{ kind: 'subject', came: true }]],
    ['one that is gone', { subject: 'gone' }, [{ kind: 'subject', came: false }]],
    [
      'a fact',
      { columns: [{ column: staff, from: [1n, 1n], to: null }] },
      [{ kind: 'fact', key: '职工总数@2025', from: people(1n), to: null }],
    ],
    ['a rule', { version: { from: 'a', to: 'b' } }, [{ kind: 'rule', from: 'a', to: 'b' }]],
    ['a rule that is new', { version: { from: null, to: 'b' } }, [{ kind: 'rule', from: null, to: 'b' }]],
    [
      'its own award',
      { received: { from: [], to: ['cn.tech-sme'] } },
      [{ kind: 'awards', programmes: ['cn.tech-sme'] }],
    ],
    [
      'regions looked at',
      { packs: { from: [], to: ['wuhan'] } },
      [{ kind: 'regions', from: [], to: ['wuhan'] }],
    ],
    [
      'the date alone',
      { on: { from: '2026-11-24', to: '2027-01-01' } },
      [{ kind: 'date', from: '2026-11-24', to: '2027-01-01' }],
    ],
    ['nothing of its own', {}, [{ kind: 'settling' }]],
  ] as [string, Partial<Differences>, unknown][])('%s', (_, differences, expected) => {
    expect(runReasons(library, { ...base, ...differences })).toEqual(expected)
  })
})

describe('deciding more rows than a block has', () => {
  it('gives each row once, by rising row, though memory grows while hits are read', () => {
    const random = new Random(3)
    const interesting = interestingIn(program.plans.map(({ bound }) => bound.verdict))
    const companies = Array.from({ length: 4500 }, (_, i) =>
      companyOf(program.engine, interesting, random, 0.9, `c${i}`),
    )
    const all = new Uint8Array(Math.ceil(companies.length / 8)).fill(0xff)
    const table = tableOf(program, companies)
    const expected = batched(program, companies, {}, table)
    for (const [plan, decided] of decide(program, table, () => all).entries()) {
      const rows = Array.from({ length: decided.count }, (_, at) => decided.rows.at(at))
      const hits = expected.flatMap((row, i) => (row[plan] === 'no' ? [] : [i]))
      expect(rows).toEqual(hits)
      const met = rows.filter((_, at) => decided.met.at(at) === 1)
      expect(met).toEqual(hits.filter((row) => expected[row]?.[plan]?.startsWith('yes')))
    }
  })
})
