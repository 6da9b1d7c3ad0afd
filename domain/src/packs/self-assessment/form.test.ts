import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluate } from '../../rules/answer/evaluate.js'
import type { Subject } from '../../rules/facts.js'
import type { GivenFacts } from '../../rules/parse-facts.js'
import type { Library, Programme } from '../../rules/programme.js'
import type { TermTrace, Trace } from '../../rules/result.js'
import { libraryOf, packFiles, packIds, subjectWith } from '../testing.js'
import { selfAssessment } from './build.js'
import type { FormRow, SelfAssessment } from './schema.js'
import { formWorkbook } from './sheet/workbook.js'

const library = libraryOf(packFiles(...packIds()))
const forms = [...library.programmes.values()].filter((p) => p.form !== null)
const ON = '2026-06-15'

function filledIn(programme: Programme, subjects: readonly Subject[], on = ON): SelfAssessment {
  const columns = subjects.map((subject, i) => ({ id: `c${i}`, on, name: `${i}`, subject, supposed: null }))
  const form = selfAssessment(library, { programme: programme.id, columns, sources: {}, lang: 'zh' })
  if (!form) throw new Error(`${programme.id} has no form`)
  return form
}

function subjectOf({ audience }: Programme, facts: GivenFacts): Subject {
  return subjectWith(library, { facts, audience })
}

const rowsOf = (form: SelfAssessment, kind?: FormRow['kind']) =>
  form.sections.flatMap((s) => s.rows).filter((row) => kind === undefined || row.kind === kind)

const terms = (list: readonly TermTrace[]): TermTrace[] => list.flatMap((t) => [t, ...terms(t.children)])
const conditions = (list: readonly Trace[]): Trace[] =>
  list.flatMap((t) => [t, ...(t.kind === 'not' ? [] : conditions(t.children))])
const sorted = (texts: readonly (string | undefined)[]) => [...texts].map(String).sort()

/** Any part of what any example says. */
function someFacts({ examples }: Programme): fc.Arbitrary<GivenFacts> {
  const pairs = examples.flatMap((e) => Object.entries(e.facts))
  const keys = [...new Set(pairs.map(([key]) => key))]
  const values = (key: string) => [...new Set(pairs.filter(([k]) => k === key).map(([, value]) => value))]
  const model = Object.fromEntries(keys.map((key) => [key, fc.constantFrom(...values(key))]))
  return fc.record(model, { requiredKeys: [] }) as fc.Arbitrary<GivenFacts>
}

function readableBy(lib: Library, programme: Programme, facts: GivenFacts): Subject | null {
  try {
    return subjectWith(lib, { facts, audience: programme.audience })
  } catch {
    return null
  }
}

describe.each(forms.map((p) => [p.id, p] as const))('the form of %s', (_, programme) => {
  test('says what the answer says, whatever is known', () => {
    fc.assert(
      fc.property(someFacts(programme), (facts) => {
        const subject = readableBy(library, programme, facts)
        if (!subject) return
        const [result] = evaluate(library, subject, { on: ON, programmes: [programme.id], nearest: false })
        const form = filledIn(programme, [subject])
        const { verdict, points, amountFen, missing } = form.columns[0] ?? {}
        expect({ verdict, points, amountFen, missing }).toEqual({
          verdict: result?.verdict,
          points: result?.points,
          amountFen: result?.amountFen,
          missing: result?.missing,
        })
        const shown = rowsOf(form, 'condition').map((r) => r.cells[0]?.verdict)
        expect(sorted(shown.map(String))).toEqual(
          sorted(conditions(result?.trace.need ?? []).map((t) => t.verdict)),
        )
        const given = rowsOf(form, 'term').map((r) => JSON.stringify(r.cells[0]?.points))
        const traced = [...terms(result?.trace.points ?? []), ...terms(result?.trace.pay?.lines ?? [])]
        if (result?.verdict !== 'no')
          expect(sorted(given)).toEqual(sorted(traced.map((t) => JSON.stringify(t.points))))
      }),
      { numRuns: 60 },
    )
  })

  test('has every figure once and a clause for every condition and score', () => {
    const form = filledIn(programme, [subjectOf(programme, {})])
    const figures = rowsOf(form, 'fact').map((r) => r.id)
    expect(new Set(figures).size).toBe(figures.length)
    for (const row of [...rowsOf(form, 'condition'), ...rowsOf(form, 'term')])
      if (row.depth === 0 && !row.label.startsWith('注册地'))
        expect(row.cite?.article, row.label).toBeDefined()
  })

  test('can be written as formulas, with much known and with nothing', () => {
    const facts = [{}, ...programme.examples.slice(0, 12).map((e) => e.facts)]
    const columns = facts.map((given, i) => ({
      id: `c${i}`,
      on: ON,
      name: `${i}`,
      subject: subjectOf(programme, given),
      supposed: null,
    }))
    const book = formWorkbook(library, { programme: programme.id, columns, sources: {}, lang: 'zh' })
    expect(book?.sheets).toHaveLength(2)
    for (const { rows } of book?.sheets ?? [])
      for (const { formula = '' } of rows.flat().flatMap((c) => c ?? []))
        expect(formula.length).toBeLessThan(8000)
  })
})

const tech = library.programmes.get('cn.tech-sme') as Programme
const WORKED = tech.examples.find((e) => e.name === '44 分不足')?.facts ?? {}

describe('the score sheet of technology SMEs', () => {
  const points = (form: SelfAssessment, k: number) =>
    rowsOf(form, 'term')
      .filter((r) => r.depth === 0)
      .map((r) => r.cells[k]?.points?.min)

  test('shows 12 + 20 + 12 = 44 in the worked case, and 24–74 without the R&D cost', () => {
    const { 研发费用: _, ...without } = WORKED
    const form = filledIn(tech, [subjectOf(tech, WORKED), subjectOf(tech, without)])
    expect(points(form, 0)).toEqual([12, 20, 12])
    expect(form.columns.map((c) => [c.verdict, c.points])).toEqual([
      ['no', { min: 44, max: 44 }],
      ['unknown', { min: 24, max: 74 }],
    ])
  })

  test('stands in the order of the articles, the good standing among them', () => {
    const articles = rowsOf(filledIn(tech, [subjectOf(tech, {})]))
      .filter((r) => r.depth === 0 && r.cite)
      .map((r) => r.cite?.article)
    expect(articles.slice(0, 7)).toEqual([
      '第六条（一）',
      '第六条（二）',
      '第六条（二）',
      '第六条（二）',
      '第六条（三）',
      '第六条（四）',
      '第六条（五）、第八条',
    ])
  })

  test('tells what gives how much', () => {
    const form = filledIn(tech, [subjectOf(tech, {})])
    const row = rowsOf(form, 'term').find((r) => r.label === '科技人员占职工总数')
    expect(row?.table.slice(0, 2)).toEqual([
      { when: '≥ 10%', gives: '4 分' },
      { when: '≥ 15%', gives: '8 分' },
    ])
    expect(row?.table.at(-1)).toEqual({ when: '其他', gives: '0 分' })
  })

  test('puts years side by side, each with the figures of its own year', () => {
    const subject = subjectOf(tech, { ...WORKED, '研发费用@2024': '180 万元', '研发费用@2025': '90 万元' })
    const columns = ['2025-06-15', '2026-06-15'].map((on) => ({
      id: on,
      on,
      name: on,
      subject,
      supposed: null,
    }))
    const form = selfAssessment(library, { programme: tech.id, columns, sources: {}, lang: 'zh' })
    const cells = rowsOf(form as SelfAssessment).find((r) => r.fact?.name === '研发费用')?.cells
    expect(cells?.map((c) => [c.year, c.value])).toEqual([
      [2024, '180 万元'],
      [2025, '90 万元'],
    ])
  })

  test('a year before the rule was in force is computed and said to be', () => {
    const giant = library.programmes.get('cn.little-giant') as Programme
    const facts = giant.examples[0]?.facts ?? {}
    const form = filledIn(giant, [subjectOf(giant, facts)], '2025-06-15')
    expect(form.columns[0]).toMatchObject({ inForce: false, verdict: 'unknown' })
  })

  test('there is no form where the programme names none, nor for another kind of subject', () => {
    const columns = [{ id: 'a', on: ON, name: '', subject: subjectOf(tech, {}), supposed: null }]
    const ask = { columns, sources: {}, lang: 'zh' as const }
    expect(selfAssessment(library, { ...ask, programme: 'demo.rd-subsidy' })).toBeNull()
    expect(selfAssessment(library, { ...ask, programme: 'nx.national-grade-up' })).toBeNull()
  })
})
