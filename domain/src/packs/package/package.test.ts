import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluate } from '../../rules/answer/evaluate.js'
import { settle } from '../../rules/answer/settle.js'
import type { Result } from '../../rules/result.js'
import { type Known, libraryOf, packFiles, subjectWith } from '../testing.js'
import { buildPackage, packageFor } from './build.js'
import { entryOf, isNow, isOver } from './entry.js'
import { obtainableTitles } from './obtainable.js'
import { labelOf } from './questions.js'
import { homePacks } from './regions.js'
import type { Entry } from './schema.js'
import { type Counted, countedFen, totalsOf } from './totals.js'

const library = libraryOf(packFiles('national', 'demo'))
const ON = '2026-11-24'
const about = {
  id: 'a',
  name: 'A',
  audience: 'enterprise',
  place: null,
  creditCode: null,
  sample: true,
} as const

function packageOf(known: Known, more: { on?: string; packs?: string[] } = {}) {
  return packageFor(library, {
    subject: about,
    situation: subjectWith(library, known),
    place: '990102',
    packs: more.packs ?? [],
    on: more.on ?? ON,
    lang: 'zh',
    readings: {},
    known: {},
    records: [],
  })
}

const base = evaluate(library, subjectWith(library, {}), { on: ON, nearest: false })
const first = base[0] as Result
const entry = (given: Partial<Entry>): Entry => ({
  ...entryOf({ library, on: 20781, lang: 'zh' }, first),
  settled: null,
  trace: { ...first.trace, pay: null },
  ...given,
})
const fen = (min: number, max = min) => ({ min: `${min}`, max: `${max}` })

describe('totals', () => {
  const counted = ({ unlimited = false, ...given }: Partial<Counted>) =>
    countedFen({ ...entry({ mode: '审核', amountFen: fen(10, 20), ...given }), unlimited })
  test.each<[string, Partial<Counted>, [bigint, bigint]]>([
    ['what is promised counts', {}, [10n, 20n]],
    ['a cut amount counts as cut', { settled: { kept: true, amountFen: fen(3, 4) } }, [3n, 4n]],
    ['what was dropped does not count', { settled: { kept: false, amountFen: null } }, [0n, 0n]],
    ['a contest promises nothing', { mode: '择优' }, [0n, 0n]],
    ['nor does a limited recommendation', { mode: '限额推荐' }, [0n, 0n]],
    ['a title is only reached by self-assessment', { mode: '认定' }, [0n, 0n]],
    ['what waits for a title does not count', { hypothetical: true }, [0n, 0n]],
    ['without a maximum only what is certain counts', { unlimited: true }, [10n, 10n]],
    ['without an amount there is nothing to count', { amountFen: null }, [0n, 0n]],
  ])('%s', (_what, given, [min, max]) => {
    expect(counted(given)).toEqual({ min, max })
  })

  test('unlike benefits are never added together, and closed calls are no possibility', () => {
    const call = { ...(entry({}).calls[0] as Entry['calls'][number]), status: 'closed' as const }
    const open = { mode: '审核' as const, call: null }
    const totals = totalsOf(
      [
        entry({ ...open, benefit: 'cash', amountFen: fen(5) }),
        entry({ ...open, benefit: 'credit', amountFen: fen(100) }),
      ],
      [
        entry({ ...open, benefit: 'cash', amountFen: fen(0, 7) }),
        entry({ ...open, call, benefit: 'cash', amountFen: fen(0, 1000) }),
      ],
    )
    expect(totals.cash).toEqual({ certain: fen(5), possible: fen(0, 7) })
    expect(totals.byBenefit.map(({ benefit, count }) => [benefit, count])).toEqual([
      ['cash', 2],
      ['credit', 1],
    ])
  })

  test('are the sum of the kept entries, each in one part only', () => {
    const some = fc.record({
      benefit: fc.constantFrom<Entry['benefit']>('cash', 'tax', 'voucher'),
      mode: fc.constantFrom<Entry['mode']>('普惠', '审核', '择优', '认定'),
      kept: fc.boolean(),
      min: fc.nat(1_000_000),
      more: fc.nat(1_000_000),
    })
    const make = (
      list: { benefit: Entry['benefit']; mode: Entry['mode']; kept: boolean; min: number; more: number }[],
    ) =>
      list.map(({ benefit, mode, kept, min, more }) => {
        const amountFen = fen(min, min + more)
        return entry({
          benefit,
          mode,
          call: null,
          amountFen,
          settled: { kept, amountFen: kept ? amountFen : null },
        })
      })
    fc.assert(
      fc.property(fc.array(some), fc.array(some), (met, open) => {
        const [can, needs] = [make(met), make(open)]
        const { byBenefit, cash } = totalsOf(can, needs)
        for (const part of ['certain', 'possible'] as const) {
          const list = part === 'certain' ? met : open
          const expected = list
            .filter((e) => e.kept && (e.mode === '普惠' || e.mode === '审核'))
            .reduce((n, e) => n + e.min + e.more, 0)
          expect(byBenefit.reduce((n, b) => n + Number(b[part].max), 0)).toBe(expected)
          expect(byBenefit.filter((b) => b.benefit === 'cash').map((b) => b[part])).toEqual(
            byBenefit.some((b) => b.benefit === 'cash') ? [cash[part]] : [],
          )
        }
        const kept = [...met, ...open].filter((e) => e.kept).length
        expect(byBenefit.reduce((n, b) => n + b.count, 0)).toBe(kept)
      }),
    )
  })
})

describe('a package', () => {
  const pkg = packageOf({ facts: { 注册地: '云川市云麓区' } })

  test('has every programme of its regions in exactly one list', () => {
    const ids = [...pkg.can, ...pkg.later, ...pkg.needs, ...pkg.not].map((e) => e.programme)
    expect(new Set(ids).size).toBe(ids.length)
    const results = evaluate(library, subjectWith(library, { facts: { 注册地: '云川市云麓区' } }), { on: ON })
    expect([...ids].sort()).toEqual(results.map((r) => r.programme).sort())
  })

  test('asks once for every open fact: first what most programmes wait for, then what is quick', () => {
    const keys = pkg.questions.map((q) => q.key)
    expect(new Set(keys).size).toBe(keys.length)
    const asked = [...pkg.can, ...pkg.later, ...pkg.needs].flatMap((e) => e.asks.map((a) => a.key))
    expect([...new Set(asked)].sort()).toEqual([...keys].sort())
    for (const [i, q] of pkg.questions.entries()) {
      const next = pkg.questions[i + 1]
      if (!next) continue
      expect(q.affects.length).toBeGreaterThanOrEqual(next.affects.length)
      if (q.affects.length === next.affects.length) expect(q.minutes).toBeLessThanOrEqual(next.minutes)
    }
  })

  test('never counts a closed call as now', () => {
    expect(pkg.can.every(isNow)).toBe(true)
    expect(pkg.later.some(isNow)).toBe(false)
    expect(pkg.can.some(isOver)).toBe(false)
  })

  test('is built from settled results alone', () => {
    const results = settle(library, base)
    const built = buildPackage(library, {
      subject: about,
      on: ON,
      lang: 'en',
      regions: [],
      known: {},
      records: [],
      results,
    })
    expect(built.needs.length + built.not.length + built.can.length + built.later.length).toBe(results.length)
    expect(() =>
      buildPackage(library, {
        subject: about,
        on: 'today',
        lang: 'en',
        regions: [],
        known: {},
        records: [],
        results,
      }),
    ).toThrow('is no date')
  })
})

test('the packs of a place are those of all that hold it', () => {
  expect(homePacks(library, '990102').map((p) => p.id)).toEqual(['national', 'demo'])
  expect(homePacks(library, '420100').map((p) => p.id)).toEqual(['national'])
  expect(homePacks(library, null).map((p) => p.id)).toEqual(['national'])
})

test('a key is told with its calibre and year', () => {
  const yearly = [...library.facts.values()].find((f) => f.calibres.size > 0)
  if (!yearly) throw new Error('some fact has calibres')
  const [calibre] = [...yearly.calibres.keys()]
  expect(labelOf(yearly, null, null, 'zh')).toBe(yearly.label.zh)
  expect(labelOf(yearly, calibre ?? null, 2025, 'zh')).toBe(
    `${yearly.label.zh}（${yearly.calibres.get(calibre ?? '')?.zh}，2025 年）`,
  )
  expect(labelOf(yearly, null, 2025, 'en')).toMatch(/ \(2025\)$/)
})

test('a title that is within reach opens what requires it, and adds nothing to a total', () => {
  const results = settle(library, base)
  const [award] = results.filter((r) => r.programme === 'demo.rd-centre-award')
  const [centre] = results.filter((r) => r.programme === 'demo.rd-centre')
  if (!award || !centre) throw new Error('the sample city has both')
  const met = { ...centre, verdict: 'yes' as const, settled: { kept: true, amountFen: null } }
  const grants = { title: '市级企业研发中心' }
  expect(obtainableTitles(library, new Map(), [{ ...met, grants }])).toEqual(['市级企业研发中心'])
  const held = new Map([['市级企业研发中心', { value: { kind: 'yes-no' as const, value: true } }]])
  expect(obtainableTitles(library, held, [{ ...met, grants }])).toEqual([])
  const refused = { ...award, verdict: 'no' as const, amountFen: null }
  const would = { ...award, verdict: 'yes' as const, amountFen: fen(100, 200) }
  const { needs, totals } = buildPackage(library, {
    subject: about,
    on: ON,
    lang: 'zh',
    regions: [],
    known: {},
    records: [],
    results: [refused],
    opened: new Map([[award.programme, { result: would, titles: ['市级企业研发中心'] }]]),
  })
  expect(needs).toMatchObject([
    { hypothetical: true, ifTitles: ['市级企业研发中心'], verdict: 'unknown', amountFen: fen(0, 200) },
  ])
  expect(totals.cash).toEqual({ certain: fen(0), possible: fen(0) })
})
