import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Ladder } from '../../rules/ladder.js'
import type { Verdict } from '../../rules/result.js'
import { packageFor } from '../package/build.js'
import { libraryOf, packFiles, packIds, subjectWith } from '../testing.js'
import { completenessOf, laddersFor, nextSteps } from './index.js'

const library = libraryOf(packFiles(...packIds()))

function packageOf(facts: Record<string, string>) {
  const situation = subjectWith(library, { facts: { 注册地: '云川市', ...facts } })
  const pkg = packageFor(library, {
    subject: { id: 'a', name: '甲', audience: 'enterprise', place: null, creditCode: null, sample: true },
    situation,
    place: '990100',
    packs: [],
    on: '2026-11-24',
    lang: 'zh',
    readings: {},
    known: {},
    records: [],
  })
  return { situation, pkg }
}

function standing(facts: Record<string, string>, ladder: string) {
  const { situation, pkg } = packageOf(facts)
  const found = laddersFor(library, situation, pkg).find(({ id }) => id === ladder)
  if (!found) throw new Error(`there is a ladder ${ladder}`)
  return found.steps
}

const TITLES = { 科技型中小企业: '否', 高新技术企业: '否', 瞪羚企业: '否', 独角兽企业: '否', 上市企业: '否' }

describe('where a company stands', () => {
  test.each([
    [{ ...TITLES, 赋权初创企业: '否' }, ['granted-rights', 'tech-sme']],
    [{ ...TITLES, 科技型中小企业: '是' }, ['high-tech']],
    [{ ...TITLES, 高新技术企业: '是' }, ['gazelle']],
    [{ ...TITLES, 独角兽企业: '是' }, ['listed']],
    [{ ...TITLES, 上市企业: '是' }, []],
  ])('%j has before it %j', (facts, next) => {
    expect(standing(facts, 'growth').flatMap(({ id, next: is }) => (is ? [id] : []))).toEqual(next)
  })

  test('what is not known is not denied', () => {
    const steps = standing({}, 'quality')
    expect(steps.map(({ held }) => held)).toEqual(['unknown', 'unknown', 'unknown', 'unknown'])
    expect(steps[0]).toMatchObject({ ask: '创新型中小企业', next: true })
  })

  test('a next step says which programme grants it and what that still wants, with the article', () => {
    const [, step] = standing({ ...TITLES, 居民企业: '否' }, 'growth')
    expect(step?.programmes.map(({ programme }) => programme)).toEqual(['cn.tech-sme'])
    const [programme] = step?.programmes ?? []
    expect(programme?.verdict).toBe('no')
    expect(programme?.lacking[0]).toMatchObject({ verdict: 'no', article: expect.stringMatching(/^第六条/) })
  })
})

test('steps before one have the same result whatever is written first, and none that is held is next', () => {
  const verdict = fc.constantFrom<Verdict>('yes', 'no', 'unknown')
  const arcs = fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 9 })
  fc.assert(
    fc.property(
      arcs,
      fc.array(verdict, { minLength: 6, maxLength: 6 }),
      fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
      (pairs, states, granted) => {
        const steps = states.map((_, i) => ({
          id: String(i),
          title: { zh: String(i) },
          held: ['x'],
          grants: granted[i] ? ['t'] : [],
          after: [...new Set(pairs.flatMap(([a, b]) => (b === i && a < b ? [String(a)] : [])))],
          cite: { document: null, article: null, url: null, verified: null },
          at: { file: '', line: 1, column: 1 },
        }))
        const ladder: Ladder = {
          id: 'l',
          pack: 'p',
          title: { zh: '' },
          cite: { document: null, article: null, url: null, verified: null },
          steps,
        }
        const held = new Map(states.map((state, i) => [String(i), state]))
        const next = nextSteps(ladder, held)
        for (const id of next) {
          expect(held.get(id)).not.toBe('yes')
          // Nothing that is held stands above it.
          const above = new Set([id])
          for (const step of steps) if (step.after.some((before) => above.has(before))) above.add(step.id)
          for (const other of above) expect(held.get(other)).not.toBe('yes')
        }
      },
    ),
  )
})

describe('completeness', () => {
  test('grows with what is known, and says what would decide most', () => {
    const less = completenessOf(packageOf({}).pkg)
    const more = completenessOf(packageOf({ ...TITLES, 职工总数: '80 人', 年销售收入: '3000 万元' }).pkg)
    expect(less.percent).toBeLessThan(more.percent)
    expect(less.useful.length).toBeGreaterThan(3)
    const counts = less.useful.map(({ programmes }) => programmes)
    expect(counts).toEqual(counts.toSorted((a, b) => b - a))
    expect(BigInt(less.useful[0]?.moneyFen ?? '0') >= 0n).toBe(true)
  })

  test('is never whole while something is lacking', () => {
    const { percent, known, needed } = completenessOf(packageOf({}).pkg)
    expect(known).toBeLessThan(needed)
    expect(percent).toBeLessThan(100)
  })
})
