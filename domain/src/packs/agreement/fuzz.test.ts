import { describe, expect, it } from 'vitest'
import { batched } from './testing-decisions.js'
import type { BackEnd } from './testing-disagreement.js'
import { fuzz } from './testing-fuzz.js'

const PACKS = 36
const COMPANIES = 1000
/** More than two blocks of the batch machine. */
const MANY = 9500

describe('interpreter and batch machine', () => {
  it('decide alike in a million decisions on random programmes and companies', {
    timeout: 180_000,
  }, async () => {
    const machine: BackEnd = (program, subjects) => batched(program, subjects)
    let decisions = await fuzz(50, MANY, machine)
    for (let seed = 1; seed <= PACKS; seed += 1) decisions += await fuzz(seed, COMPANIES, machine)
    expect(decisions).toBeGreaterThanOrEqual(1_000_000)
  })

  it('decide alike without SIMD', { timeout: 60_000 }, async () => {
    for (let seed = 101; seed <= 104; seed += 1)
      await fuzz(seed, 200, (program, subjects) => batched(program, subjects, { simd: false }))
  })

  it('prints the smallest case when they do not', { timeout: 30_000 }, async () => {
    const forgetful: BackEnd = (program, subjects) =>
      batched(
        program,
        subjects.map((s) => ({ ...s, facts: new Map([...s.facts].filter(([key]) => key !== '专利')) })),
      )
    const told = fuzz(7, 300, forgetful)
    await expect(told).rejects.toThrow(/Seed 7:\nid: made\.p\d+\n/)
    await expect(told).rejects.toThrow(
      /facts of \w+:\n {2}专利: \{"kind":"quantity".*\}\ninterpreter: .+\nthe other: .+/,
    )
  })
})
