import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Programme } from '../../rules/programme.js'
import { libraryOf, packFiles, packIds } from '../testing.js'
import { compareProgrammes } from './compare.js'

const library = libraryOf(packFiles(...packIds()))
const programmes = [...library.programmes.values()]

/** Set by loading, never by hand; `round.text` is where rounding is written; nothing is in an absent label. */
const DERIVED = new Set(['at', 'id', 'pack', 'version', 'step', 'nodes', 'stated'])

/** Fields that know only certain words. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  verified: ['official', 'none'],
  kind: ['licence', 'uploaded'],
}

/** Every value of a file, changed alone. */
function* mutants(value: unknown, key = ''): Generator<{ path: string; value: unknown }> {
  if (DERIVED.has(key)) return
  const words = WORDS[key]
  if (words && typeof value === 'string') yield { path: key, value: words.find((word) => word !== value) }
  else if (typeof value === 'string') yield { path: key, value: `${value}改` }
  else if (typeof value === 'number') yield { path: key, value: value + 1 }
  else if (typeof value === 'bigint') yield { path: key, value: value + 1000n }
  else if (typeof value === 'boolean') yield { path: key, value: !value }
  else if (value instanceof Map)
    for (const [name, one] of value)
      for (const made of mutants(one, String(name)))
        yield {
          path: `${key}.${made.path}`,
          value: new Map([...value].map(([k, v]) => [k, k === name ? made.value : v])),
        }
  else if (Array.isArray(value))
    for (const [i, one] of value.entries())
      for (const made of mutants(one, String(i)))
        yield { path: `${key}.${made.path}`, value: value.with(i, made.value) }
  else if (typeof value === 'object' && value !== null)
    for (const [name, one] of Object.entries(value)) {
      if (key === 'round' && name !== 'text') continue
      // A band of a grade has one text: its lower end.
      if (key === 'from' && name === 'value') continue
      if (name === 'kind' && 'at' in value) continue
      if ((key === 'share' || key === 'shares') && name === 'd') continue
      for (const made of mutants(one, name))
        yield { path: `${key}.${made.path}`, value: { ...value, [name]: made.value } }
    }
}

describe('two versions of a programme', () => {
  test('one compared with itself has no changes', () => {
    for (const programme of programmes) expect(compareProgrammes(programme, programme)).toEqual([])
  })

  test.each(programmes.map((programme) => [programme.id, programme] as const))(
    '%s: any one field that is changed is told exactly once',
    (_, programme) => {
      // Each example is read like every other: two stand for all of them.
      // Each example is read like every other: two stand for all of them.
      const short = { ...programme, examples: programme.examples.slice(0, 2) }
      const all = [...mutants(short)]
      fc.assert(
        fc.property(fc.nat(all.length - 1), (i) => {
          const { path = '', value } = all[i] ?? {}
          const both = [
            compareProgrammes(short, value as Programme),
            compareProgrammes(value as Programme, short),
          ]
          expect(
            both.map((changes) => changes.length),
            path,
          ).toEqual([1, 1])
        }),
        { numRuns: 40 },
      )
    },
  )

  test('a field for which there are no words yet is told under its name', () => {
    const one = library.programmes.get('demo.rd-subsidy')
    const more = { ...one, novelty: { depth: 3n } } as unknown as Programme
    expect(compareProgrammes(one ?? null, more)).toMatchObject([
      { part: 'programme', kind: 'added', what: { zh: '政策 › novelty' }, after: { zh: '{"depth":"3"}' } },
    ])
  })

  test.each(programmes.map((programme) => [programme.id, programme] as const))(
    '%s: a member that is gone is told as removed, and as added the other way round',
    (_, programme) => {
      for (const list of ['need', 'calls', 'excludes', 'requires', 'standing'] as const)
        for (const i of programme[list].keys()) {
          const less = { ...programme, [list]: programme[list].filter((__, j) => j !== i) }
          const kinds = (changes: { kind: string }[]) => changes.map(({ kind }) => kind)
          expect(kinds(compareProgrammes(programme, less)), `${list}.${i}`).toEqual(['removed'])
          expect(kinds(compareProgrammes(less, programme)), `${list}.${i}`).toEqual(['added'])
        }
    },
  )
})

/** The programme after a text of its file is written otherwise. */
function rewritten(file: string, ...texts: readonly (readonly [string, string])[]): Programme {
  const made = packFiles('national', file.split('/')[0] ?? '').map((source) => {
    if (source.path !== file) return source
    const text = texts.reduce((said, [from, to]) => {
      if (!said.includes(from)) throw new Error(`${file} does not say ${from}`)
      return said.replace(from, to)
    }, source.text)
    return { ...source, text }
  })
  const found = [...libraryOf(made).programmes.values()].find(({ at }) => at.file === file)
  if (!found) throw new Error(`${file} holds no programme`)
  return found
}

const RD = 'demo/programmes/rd-subsidy.yaml'

describe('what a file says otherwise is told in the words of the field', () => {
  test.each([
    [
      '研发费用 >= 50 万元',
      '研发费用 >= 30 万元',
      {
        part: 'condition',
        kind: 'changed',
        parameter: { before: '50 万元', after: '30 万元' },
        clause: '第三条（一）',
      },
    ],
    [
      '5%: 15 万元',
      '5%: 20 万元',
      {
        part: 'pay',
        what: { zh: '支付标准 › 强度分档补助 › 达到 5%' },
        parameter: { before: '15 万元', after: '20 万元' },
      },
    ],
    ['8%: 30 万元', '9%: 30 万元', { part: 'pay', parameter: { before: '8%', after: '9%' } }],
    [
      '{enterprise-year: 100 万元}',
      '{enterprise-year: 80 万元}',
      { part: 'cap', parameter: { before: '100 万元', after: '80 万元' } },
    ],
    ['round: 元 down', 'round: 千元 down', { part: 'round', before: { zh: '元 down', en: '元 down' } }],
    [
      'valid: 2025-01-01..',
      'valid: 2025-01-01..2027-12-31',
      {
        part: 'valid',
        after: { zh: '2025-01-01 起，至 2027-12-31', en: 'from 2025-01-01, until 2027-12-31' },
      },
    ],
    [
      'from: 2026-11-01, to: 2026-12-20',
      'from: 2026-11-01, to: 2026-12-31',
      {
        part: 'window',
        what: { zh: '申报时间 › 年度申报 › 企业填报', en: 'Window › Yearly call › Filing by companies' },
      },
    ],
    ['promise: 30', 'promise: 20', { part: 'call', before: { zh: '30 个工作日', en: '30 working days' } }],
    ['resolve: {合计: 60%}', 'resolve: 就高', { part: 'excludes', kind: 'changed' }],
    ['cap: 120 万元', 'cap: 150 万元', { part: 'stack' }],
    ['cite: 第三条（二）', 'cite: 第三条（三）', { part: 'citation', clause: '第三条（三）' }],
    ['verified: none', 'verified: official', { part: 'verified', area: 'text' }],
    [
      '  - {that: 强度 >= 3%',
      '  - 职工总数 >= 10 人\n  - {that: 强度 >= 3%',
      { part: 'condition', kind: 'added' },
    ],
    [
      '强度: 研发费用 / 年销售收入 若为零 0%',
      '强度: 研发费用 / 年销售收入 若为零 1%',
      { part: 'definition' },
    ],
    [
      'en: R&D subsidy (sample)',
      'en: Subsidy of R&D (sample)',
      { part: 'title', after: { zh: 'Subsidy of R&D (sample)' } },
    ],
    ['{when: 公示结束, share: 70%}', '{when: 公示结束后, share: 70%}', { part: 'schedule', kind: 'changed' }],
    ['name: 少一元到 3%', 'name: 差一元到 3%', { part: 'examples' }],
  ])('%s → %s', (from, to, expected) => {
    const changes = compareProgrammes(
      library.programmes.get('demo.rd-subsidy') ?? null,
      rewritten(RD, [from, to]),
    )
    expect(changes).toHaveLength(1)
    expect(changes[0]).toMatchObject(expected)
  })

  test('a number written into the condition and its label is one change', () => {
    const now = rewritten(
      RD,
      ['研发费用 >= 50 万元', '研发费用 >= 30 万元'],
      ['研发费用不低于 50 万元', '研发费用不低于 30 万元'],
    )
    const changes = compareProgrammes(library.programmes.get('demo.rd-subsidy') ?? null, now)
    expect(changes).toMatchObject([
      {
        part: 'condition',
        kind: 'changed',
        parameter: { before: '50 万元', after: '30 万元' },
        before: { zh: '研发费用不低于 50 万元（研发费用 >= 50 万元）' },
      },
    ])
  })

  test('the reading that is taken', () => {
    const now = rewritten('guizhou/programmes/first-finance.yaml', ['default: either', 'default: both'])
    const changes = compareProgrammes(library.programmes.get('gz.first-finance') ?? null, now)
    expect(changes).toMatchObject([{ part: 'readings', before: { zh: 'either' }, after: { zh: 'both' } }])
  })

  test('rules come first, then money, calls, and the wording', () => {
    const now = rewritten(
      RD,
      ['verified: none', 'verified: official'],
      ['promise: 30', 'promise: 20'],
      ['5%: 15 万元', '5%: 20 万元'],
      ['研发费用 >= 50 万元', '研发费用 >= 30 万元'],
    )
    const changes = compareProgrammes(library.programmes.get('demo.rd-subsidy') ?? null, now)
    expect(changes.map(({ area }) => area)).toEqual(['rule', 'money', 'call', 'text'])
  })

  test('a programme that is new, or gone', () => {
    const one = library.programmes.get('demo.rd-subsidy') ?? null
    expect(compareProgrammes(null, one)).toMatchObject([{ part: 'programme', kind: 'added' }])
    expect(compareProgrammes(one, null)).toMatchObject([{ part: 'programme', kind: 'removed' }])
    expect(compareProgrammes(null, null)).toEqual([])
  })
})
