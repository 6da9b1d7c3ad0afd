import { describe, expect, it } from 'vitest'
import { companyOf, interestingIn } from '../../packs/agreement/testing-companies.js'
import { programOf } from '../../packs/agreement/testing-disagreement.js'
import { sketchOf } from '../../packs/agreement/testing-programmes.js'
import { Random } from '../../packs/agreement/testing-random.js'
import { outcomeOf, withMachine } from '../answer/outcome.js'
import { situationOf } from '../answer/situation.js'
import { amountFen } from '../answer/trace.js'
import { isUnlimited } from '../answer/unlimited.js'
import { type BatchProgram, compileBatch } from '../batch/program.js'
import { tableOf } from '../batch/subject-table.js'
import type { Subject } from '../facts.js'
import { NO, type Truth, UNKNOWN, YES } from '../machine.js'
import { amountClasses } from './amounts.js'
import { changesBetween } from './changes.js'
import { figuresBy, figuresOf } from './figures.js'
import { WhatIf } from './what-if.js'

const COMPANIES = 9000
const GROUPS = 7

interface Answer {
  readonly truth: Truth
  readonly least: bigint
  readonly most: bigint
  readonly unlimited: boolean
  readonly checks: readonly Truth[]
}

/** What the interpreter says, one company after the other. */
function answers({ engine, plans }: BatchProgram, subjects: readonly Subject[], plan: number): Answer[] {
  const bound = plans[plan]?.bound
  if (!bound) throw new Error('There is no such programme')
  return subjects.map((subject) => {
    const { frame, rows } = situationOf(engine, subject)
    return withMachine(engine, frame, rows, (machine) => {
      const checks = bound.checks.map((check) => machine.truth(check.cond))
      const unlimited = bound.pay !== null && isUnlimited(machine, engine.tables.slots, bound.pay.amount)
      const { truth, amount } = outcomeOf(engine, bound, machine, rows)
      const ends = truth === NO || !bound.pay || !amount ? null : amountFen(amount)
      const least = truth === YES && bound.pay?.upper === false ? BigInt(ends?.min ?? 0) : 0n
      const most = BigInt(ends?.max ?? 0)
      return { truth, least, most, unlimited: unlimited && least !== most, checks }
    })
  })
}

function made(seed: number) {
  const random = new Random(seed)
  const sketches = [sketchOf(random, 'made.a'), sketchOf(random, 'made.b')]
  const program = programOf(sketches)
  if (!program) return null
  const interesting = interestingIn(
    program.plans.flatMap(({ bound }) => [bound.verdict, ...(bound.pay ? [bound.pay.amount] : [])]),
  )
  const subjects = Array.from({ length: COMPANIES }, (_, i) =>
    companyOf(program.engine, interesting, random, random.pick([0.7, 0.9, 0.98, 1]), `c${i}`),
  )
  const codes = Uint8Array.from(subjects, () => random.below(GROUPS))
  const mask = new Uint8Array((COMPANIES + 7) >> 3)
  for (let row = 0; row < COMPANIES; row += 1)
    if (random.below(5) > 0) mask[row >> 3] = (mask[row >> 3] ?? 0) | (1 << (row & 7))
  return { program, subjects, codes, mask, table: tableOf(program, subjects) }
}

const sum = (values: readonly bigint[]) => values.reduce((total, value) => total + value, 0n)

function figuresAmong(all: readonly Answer[], unlimitedAt: (answer: Answer) => boolean) {
  return {
    yes: all.filter(({ truth }) => truth === YES).length,
    open: all.filter(({ truth }) => truth === UNKNOWN).length,
    least: sum(all.map(({ least }) => least)),
    most: sum(all.flatMap((one) => (unlimitedAt(one) ? [] : [one.most]))),
  }
}

describe.each([1, 2, 3, 4, 5, 6])('what a programme would do to a region (seed %i)', (seed) => {
  const given = made(seed)
  if (!given) throw new Error(`The programmes of seed ${seed} do not load`)
  const { program, subjects, codes, mask, table } = given
  const isIn = (row: number) => ((mask[row >> 3] ?? 0) & (1 << (row & 7))) !== 0
  const machine = new WhatIf(COMPANIES)
  const [before, after] = machine.standings(program, table, mask)
  if (!before || !after) throw new Error('Both programmes are in the batch')
  const [old, now] = [answers(program, subjects, 0), answers(program, subjects, 1)]

  it.each([
    ['the one', before, old],
    ['the other', after, now],
  ] as const)('counts and adds up as the interpreter does, in all and by group: %s', (_, standing, told) => {
    const within = told.filter((_, row) => isIn(row))
    const { unlimited, ...figures } = figuresOf(standing)
    const free = new Set<Answer>()
    for (const [hit, row] of standing.rows.entries())
      if (standing.unlimited?.[hit] === 1) free.add(told[row] as Answer)
    expect(figures).toEqual(figuresAmong(within, (one) => free.has(one)))
    // Where the text guards a line by a condition, a row may be told unlimited that is not; never the other way.
    for (const one of within) if (one.unlimited && one.truth !== NO) expect(free.has(one)).toBe(true)
    const groups = figuresBy(standing, { codes, size: GROUPS })
    for (const [code, group] of groups.entries()) {
      const own = told.filter((_, row) => isIn(row) && codes[row] === code)
      const { unlimited: _ignored, ...rest } = group
      expect(rest).toEqual(figuresAmong(own, (one) => free.has(one)))
    }
    const classes = amountClasses(standing)
    if (standing.least) expect(classes.reduce((n, { count }) => n + count, 0)).toBe(figures.yes)
    for (const { from, below, count } of classes) {
      const inside = ({ truth, least }: Answer) =>
        truth === YES && least >= BigInt(from) && (below === null || least < BigInt(below))
      expect(within.filter(inside).length).toBe(count)
    }
  })

  it('says who gains and who loses', () => {
    const rank = (one: Answer) => (one.truth === YES ? 2 : one.truth === UNKNOWN ? 1 : 0)
    const signs = old.map((was, row) => {
      const is = now[row] as Answer
      if (!isIn(row)) return 0
      if (rank(is) !== rank(was)) return rank(is) - rank(was)
      if (is.least !== was.least) return is.least > was.least ? 1 : -1
      return is.most === was.most ? 0 : is.most > was.most ? 1 : -1
    })
    const [up, down] = [
      signs.flatMap((s, row) => (s > 0 ? row : [])),
      signs.flatMap((s, row) => (s < 0 ? row : [])),
    ]
    const found = changesBetween(before, after, 20)
    expect([found.gaining, found.losing]).toEqual([up.length, down.length])
    const certain = (rows: readonly number[]) =>
      sum(rows.map((row) => (now[row]?.least ?? 0n) - (old[row]?.least ?? 0n)))
    expect([found.gained, found.lost]).toEqual([certain(up), certain(down)])
    for (const [was, line] of found.moves.entries())
      for (const [is, count] of line.entries())
        if (was + is > 0)
          expect(
            old.filter((one, row) => isIn(row) && rank(one) === was && rank(now[row] as Answer) === is)
              .length,
          ).toBe(count)
    const all = changesBetween(before, after, Number.POSITIVE_INFINITY)
    expect(new Set(all.gains.map(({ row }) => row))).toEqual(new Set(up))
    expect(all.gains.slice(0, 20)).toEqual(found.gains)
    expect(all.losses.slice(0, 20)).toEqual(found.losses)
  })

  it('says what each condition excludes, also when another text asked before', () => {
    for (const [plan, told] of [
      [0, old],
      [1, now],
      [0, old],
    ] as const) {
      const { rows, steps } = machine.funnel(program, table, mask, plan)
      const within = told.filter((_, row) => isIn(row))
      expect(rows).toBe(within.length)
      for (const { check, refused, open, only, sure, may } of steps) {
        const count = (meets: (answer: Answer) => boolean) => within.filter(meets).length
        const upTo = ({ checks }: Answer) => checks.slice(0, check + 1)
        expect({ refused, open, only, sure, may }).toEqual({
          refused: count(({ checks }) => checks[check] === NO),
          open: count(({ checks }) => checks[check] === UNKNOWN),
          only: count(({ checks }) => checks.every((truth, i) => (truth === NO) === (i === check))),
          sure: count((one) => upTo(one).every((truth) => truth === YES)),
          may: count((one) => upTo(one).every((truth) => truth !== NO)),
        })
      }
    }
  })

  it('says the same where the rows that are left are gathered as where whole columns are read', () => {
    for (const [i, standing] of [before, after].entries()) {
      const alone = compileBatch(
        program.engine,
        [program.plans[i]?.bound].flatMap((b) => b ?? []),
      )
      expect(new WhatIf(COMPANIES, COMPANIES).standings(alone, table, mask)).toEqual([standing])
      expect(new WhatIf(COMPANIES, -1).standings(alone, table, mask)).toEqual([standing])
    }
  })

  it('takes over the memory of the run before', () => {
    const alone = compileBatch(
      program.engine,
      [program.plans[1]?.bound].flatMap((b) => b ?? []),
    )
    const [again] = machine.standings(alone, table, mask)
    expect(again).toEqual(after)
  })
})
