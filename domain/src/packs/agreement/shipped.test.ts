import { describe, expect, it } from 'vitest'
import { inForce, readingOf } from '../../rules/answer/evaluate.js'
import { compileBatch } from '../../rules/batch/program.js'
import { boundOf, newEngine } from '../../rules/bind/engine.js'
import { parseDay } from '../../shared/day.js'
import { libraryOf, packFiles, packIds } from '../testing.js'
import { companyOf, interestingIn } from './testing-companies.js'
import { batched, interpreted } from './testing-decisions.js'
import { Random } from './testing-random.js'

const library = libraryOf(packFiles(...packIds()))
const on = parseDay('2026-11-24') ?? 0

describe('the batch machine on the packs of this repository', () => {
  const engine = newEngine(library, on)
  const bounds = [...library.programmes.values()]
    .filter((p) => inForce(p, on))
    .map((p) => boundOf(engine, p, readingOf(p, {})))
  const program = compileBatch(engine, bounds)

  it('refuses no programme, and leaves to the interpreter only what passes 64 bits', () => {
    expect(program.refused).toEqual([])
    expect(program.hosted.map((h) => h.programme).length).toBeLessThanOrEqual(3)
    for (const { reason } of program.hosted) expect(reason).toMatch(/passes 64 bits|quotient is part/)
  })

  it.each([true, false])('decides as the interpreter does (SIMD %s)', { timeout: 30_000 }, (simd) => {
    const random = new Random(simd ? 1 : 2)
    const interesting = interestingIn(bounds.flatMap((b) => [b.verdict, ...(b.pay ? [b.pay.amount] : [])]))
    const companies = Array.from({ length: 200 }, (_, i) =>
      companyOf(engine, interesting, random, random.pick([0.3, 0.7, 0.9, 1]), `c${i}`),
    )
    const [expected, actual] = [interpreted(program, companies), batched(program, companies, { simd })]
    const seen = new Set<string>()
    for (const [row, decisions] of expected.entries())
      for (const [i, decision] of decisions.entries()) {
        seen.add(decision.split(' ')[0] ?? '')
        const id = bounds[i]?.programme.id
        expect(`${row} ${id}: ${actual[row]?.[i]}`).toBe(`${row} ${id}: ${decision}`)
      }
    expect([...seen].sort()).toEqual(['no', 'unknown', 'yes'])
  })
})
