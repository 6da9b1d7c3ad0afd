import { evaluate, settle } from '@kehui/domain/rules'
import { parseSocialCreditCode } from '@kehui/domain/shared'
import { expect, test } from 'vitest'
import { loadLibrary } from '../pack-files.js'
import { sampleSubjects, samples } from './samples.js'

const TODAY = '2026-11-24'
const library = loadLibrary()
const all = samples(TODAY)

test('the same samples every time, marked as such, of no real company', () => {
  expect(samples(TODAY)).toEqual(all)
  expect(new Set(all.map((s) => s.name)).size).toBe(all.length)
  expect(all.length).toBeGreaterThan(350)
  for (const { name, creditCode } of all) {
    expect(name).toContain('示例')
    if (creditCode === null) continue
    expect(parseSocialCreditCode(creditCode).ok).toBe(true)
    expect(creditCode.slice(2, 8)).toMatch(/^99010[23]$/)
  }
  const codes = all.flatMap((s) => s.creditCode ?? [])
  expect(new Set(codes).size).toBe(codes.length)
})

test.each([TODAY, '2027-01-05', '2029-07-01', '2034-03-31'])(
  'on %s every programme of the sample city has samples that may, may not and might',
  (today) => {
    const programmes = [...library.programmes.values()].filter(
      (p) => p.pack === 'demo' || p.id === 'cn.tech-sme',
    )
    const seen = new Map(programmes.map((p) => [p.id, new Set<string>()]))
    for (const subject of sampleSubjects(library, today)) {
      const results = evaluate(library, subject, {
        on: today,
        programmes: [...seen.keys()],
        nearest: false,
      })
      for (const result of settle(library, results)) seen.get(result.programme)?.add(result.verdict)
    }
    const lacking = [...seen].flatMap(([id, verdicts]) =>
      ['yes', 'no', 'unknown'].filter((v) => !verdicts.has(v)).map((v) => `${id}: ${v}`),
    )
    expect(lacking).toEqual([])
  },
)

test('none of their days lies in the future, and books begin when the company does', () => {
  for (const { facts, records } of samples('2026-02-10')) {
    const days = [facts, ...Object.values(records).flat()].flatMap((row) => Object.values(row))
    for (const day of days) if (/^\d{4}-/.test(day)) expect(day <= '2026-02-10').toBe(true)
    const founded = facts['注册日期']?.slice(0, 4)
    for (const key of Object.keys(facts))
      if (founded && key.includes('@')) expect(key.slice(-4) >= founded).toBe(true)
  }
})
