import { describe, expect, it } from 'vitest'
import { companyOf, interestingIn } from './testing-companies.js'
import { batched } from './testing-decisions.js'
import { type BackEnd, firstDifference, programOf, smallestCase } from './testing-disagreement.js'
import { sketchOf } from './testing-programmes.js'
import { Random } from './testing-random.js'

const PACKS = 36
const PROGRAMMES = 24
const COMPANIES = 1000
/** More than two blocks of the batch machine. */
const MANY = 9500

/** Random programmes for random companies; a difference fails with the smallest case that shows it. */
function fuzz(seed: number, companies: number, other: BackEnd): number {
  const random = new Random(seed)
  const sketches = Array.from({ length: PROGRAMMES }, (_, i) => sketchOf(random, `made.p${i}`))
  const program = programOf(sketches)
  if (!program) throw new Error(`The programmes of seed ${seed} do not load`)
  const { plans, engine } = program
  const interesting = interestingIn(
    plans.flatMap(({ bound }) => [bound.verdict, ...(bound.pay ? [bound.pay.amount] : [])]),
  )
  const subjects = Array.from({ length: companies }, (_, i) =>
    companyOf(engine, interesting, random, random.pick([0.3, 0.7, 0.9, 0.98, 1]), `c${i}`),
  )
  const different = firstDifference(program, subjects, other)
  const subject = different && subjects[different.row]
  const sketch = different && sketches.find((s) => s.id === plans[different.plan]?.bound.programme.id)
  if (different && subject && sketch)
    throw new Error(`Seed ${seed}:\n${smallestCase(sketch, subject, other)}`)
  return companies * plans.length
}

describe('interpreter and batch machine', () => {
  it('decide alike in a million decisions on random programmes and companies', { timeout: 180_000 }, () => {
    const machine: BackEnd = (program, subjects) => batched(program, subjects)
    let decisions = fuzz(50, MANY, machine)
    for (let seed = 1; seed <= PACKS; seed += 1) decisions += fuzz(seed, COMPANIES, machine)
    expect(decisions).toBeGreaterThanOrEqual(1_000_000)
  })

  it('decide alike without SIMD', { timeout: 60_000 }, () => {
    for (let seed = 101; seed <= 104; seed += 1)
      fuzz(seed, 200, (program, subjects) => batched(program, subjects, { simd: false }))
  })

  it('prints the smallest case when they do not', () => {
    const forgetful: BackEnd = (program, subjects) =>
      batched(
        program,
        subjects.map((s) => ({ ...s, facts: new Map([...s.facts].filter(([key]) => key !== '专利')) })),
      )
    const told = () => fuzz(7, 300, forgetful)
    expect(told).toThrow(/Seed 7:\nid: made\.p\d+\n/)
    expect(told).toThrow(/facts of \w+:\n {2}专利: \{"kind":"quantity".*\}\ninterpreter: .+\nthe other: .+/)
  })
})
