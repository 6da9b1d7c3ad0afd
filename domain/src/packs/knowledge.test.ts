import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluate } from '../rules/answer/evaluate.js'
import { parseFacts } from '../rules/parse-facts.js'
import type { Library } from '../rules/programme.js'
import type { Result } from '../rules/result.js'
import { libraryOf, madePack, packFiles, packIds, subjectWith } from './testing.js'
import { FACTS } from './testing-programme.js'
import { type Knowledge, moreAndLess, randomProgramme } from './testing-random.js'

const ON = '2026-11-24'

function answers(library: Library, known: Knowledge): Map<string, Result> {
  const results = evaluate(library, subjectWith(library, known), { on: ON, nearest: false })
  return new Map(results.map((r) => [r.programme, r]))
}

/** What was said with less known must hold with more; what is left open may only narrow. */
function holdsFor(less: Result, more: Result): void {
  if (less.verdict !== 'unknown') expect(more.verdict).toBe(less.verdict)
  if (less.verdict === 'unknown') expect([...less.missing, ...less.judged]).not.toEqual([])
  if (more.verdict !== 'no' && more.amountFen && less.amountFen) {
    expect(BigInt(more.amountFen.min)).toBeGreaterThanOrEqual(BigInt(less.amountFen.min))
    expect(BigInt(more.amountFen.max)).toBeLessThanOrEqual(BigInt(less.amountFen.max))
  }
  if (more.points && less.points) {
    expect(more.points.min).toBeGreaterThanOrEqual(less.points.min)
    expect(more.points.max).toBeLessThanOrEqual(less.points.max)
  }
  for (const grade of more.grades ?? []) expect(less.grades).toContain(grade)
}

describe('more knowledge never contradicts', () => {
  it('over random programmes', () => {
    const seen = { yes: 0, no: 0, unknown: 0, settled: 0 }
    const companies = fc.array(moreAndLess, { minLength: 8, maxLength: 8 })
    fc.assert(
      fc.property(randomProgramme, companies, ({ text, capFen }, all) => {
        const library = libraryOf(madePack(FACTS, text))
        for (const { more, less } of all) {
          const [a, b] = [
            answers(library, less).get('made.random'),
            answers(library, more).get('made.random'),
          ]
          if (!a || !b) throw new Error('The programme was left out')
          holdsFor(a, b)
          seen[a.verdict] += 1
          if (a.verdict === 'unknown' && b.verdict !== 'unknown') seen.settled += 1
          for (const { amountFen } of [a, b])
            if (amountFen && capFen !== null) expect(BigInt(amountFen.max) <= capFen).toBe(true)
        }
      }),
      { numRuns: 250, seed: 20261124 },
    )
    // The property says something only where verdicts of every kind come up, and open ones are settled.
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(50)
  }, 120_000)

  it('over the packs of this repository, with facts from all their examples', () => {
    const library = libraryOf(packFiles(...packIds()))
    const pool = new Map<string, Set<string>>()
    for (const { examples } of library.programmes.values())
      for (const { facts } of examples)
        for (const [key, value] of Object.entries(facts))
          pool.set(key, (pool.get(key) ?? new Set()).add(value))
    const places = [...library.packs.values()].flatMap((p) =>
      p.appliesCode ? [library.places.path(p.appliesCode)] : [],
    )
    pool.set('注册地', new Set(places))
    const facts = fc.record(
      Object.fromEntries([...pool].map(([key, values]) => [key, fc.constantFrom(...values)])),
    )
    let settled = 0
    fc.assert(
      fc.property(facts, fc.func(fc.integer({ min: 0, max: 3 })), (all, order) => {
        const whole = withoutContradictions(library, all)
        const parts = [1, 2, 3].map((n) =>
          Object.fromEntries(Object.entries(whole).filter(([key]) => order(key) < n)),
        )
        const steps = [...parts, whole].map((given) => answers(library, { facts: given, records: {} }))
        for (const [i, less] of steps.slice(0, -1).entries())
          for (const [id, result] of less) {
            const more = steps[i + 1]?.get(id)
            if (!more) throw new Error(`${id} was left out with more known`)
            holdsFor(result, more)
            if (result.verdict === 'unknown' && more.verdict !== 'unknown') settled += 1
          }
      }),
      { numRuns: 60, seed: 20261124 },
    )
    expect(settled).toBeGreaterThan(200)
  }, 120_000)
})

/**
 * Values of different examples may contradict one another: such facts are left out, and so are undated ones beside dated
 * ones, and years before the founding.
 */
function withoutContradictions(library: Library, given: Record<string, string>): Record<string, string> {
  const founded = given['注册日期']?.slice(0, 4) ?? ''
  const dated = new Set(Object.keys(given).flatMap((key) => key.match(/^(.*)@/)?.[1] ?? []))
  const facts = Object.fromEntries(
    Object.entries(given).filter(([key]) => {
      const year = /@(\d+)$/.exec(key)?.[1]
      return year === undefined ? !dated.has(key) : year >= founded
    }),
  )
  const parsed = parseFacts(library, { facts })
  if (parsed.ok) return facts
  const wrong = new Set(parsed.errors.map((e) => e.key))
  return withoutContradictions(
    library,
    Object.fromEntries(Object.entries(facts).filter(([key]) => !wrong.has(key))),
  )
}
