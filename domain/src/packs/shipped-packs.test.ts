import { describe, expect, it } from 'vitest'
import type { TermTrace, Trace } from '../rules/result.js'
import { parseDay } from '../shared/day.js'
import { checkExamples } from './check.js'
import { callsOn, mainCall } from './package/index.js'
import { answerOf, libraryOf, packFiles, packIds } from './testing.js'

const library = libraryOf(packFiles(...packIds()))

describe('the packs of this repository', () => {
  it.each(packIds())('%s: every example comes out, every threshold has both sides', (id) => {
    const { programmes, failures, uncovered } = checkExamples(library, { packs: [id] })
    expect(programmes).toBeGreaterThan(0)
    expect([...failures, ...uncovered].map((d) => `${d.file}:${d.line} ${d.message}`)).toEqual([])
  })

  it('say everything in English too', () => {
    const lacking = [...library.programmes.values()].filter((p) => !p.title.en || !p.summary?.en)
    const unasked = [...library.facts.values()].filter((f) => f.derived === null && !f.ask.en)
    expect([...lacking.map((p) => p.id), ...unasked.map((f) => f.name)]).toEqual([])
  })

  it.each([
    ['cn.tech-sme', /^第[六七八]条/],
    ['cn.high-tech', /^(第二条|第十一条（.）|(指引)?三（七）)/],
    ['cn.innovative-sme', /^(附件1|申报基本要求)/],
    ['cn.specialised', /^附件(1（.）|3)/],
    ['cn.little-giant', /^(附件(2（.）|3)|推荐要求（四）)/],
  ])('cite the numbered item of each condition and score of %s', (id, item) => {
    const { trace } = answerOf(library, id, {}, { on: '2026-06-15' })
    const whole = (t: Trace): string[] => [
      t.cite?.article ?? t.text,
      ...(t.kind === 'not' ? [] : t.children.flatMap(whole)),
    ]
    const scored = (t: TermTrace): string[] => [
      ...(t.label === undefined ? [] : [t.cite?.article ?? t.text]),
      ...t.children.flatMap(scored),
    ]
    const articles = [...trace.need.flatMap(whole), ...trace.points.flatMap(scored)]
    expect(articles.length).toBeGreaterThan(10)
    expect(articles.filter((article) => !item.test(article))).toEqual([])
  })

  it('show every mode and benefit in the sample city', () => {
    const sample = [...library.programmes.values()].filter((p) => p.pack === 'demo')
    expect(new Set(sample.map((p) => p.mode)).size).toBe(8)
    expect(new Set(sample.map((p) => p.benefit)).size).toBe(8)
  })

  it('keep calls open, coming and closed in the sample city as the years go by', () => {
    const sample = [...library.programmes.values()].filter((p) => p.pack === 'demo')
    for (const year of [2026, 2027, 2030, 2035])
      for (const month of ['01', '03', '05', '07', '09', '11']) {
        const on = parseDay(`${year}-${month}-25`) ?? 0
        const seen = sample
          .filter((p) => p.audience === 'enterprise')
          .map((p) => mainCall(callsOn(p, on, 'zh'))?.status)
        const count = (status: string) => seen.filter((s) => s === status).length
        const closed = on > (parseDay('2026-07-31') ?? 0) ? 1 : 0
        expect(count('open'), `open on ${year}-${month}-25`).toBeGreaterThanOrEqual(4)
        expect(count('coming'), `coming on ${year}-${month}-25`).toBeGreaterThanOrEqual(2)
        expect(count('closed'), `closed on ${year}-${month}-25`).toBeGreaterThanOrEqual(closed)
      }
  })
})
