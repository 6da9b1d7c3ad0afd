import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkRelations, findRelationType, RELATION_TYPES, type RelationDraft } from './index.js'

const product = (id: string) => ({ id, kind: 'product', name: `产品${id}` })
const draft = (type: string, from: string, to: string): RelationDraft => ({
  type,
  from: product(from),
  to: product(to),
  weight: null,
})

describe('names of relations', () => {
  test.each([
    ['part-of', 'part-of', false],
    ['属于', 'part-of', false],
    ['上游材料', 'input-of', true],
    ['产品小类', 'kind-of', true],
    ['is made with', 'input-of', true],
    [' UPSTREAM ', 'input-of', true],
    ['主营产品', 'produces', false],
  ])('%s is %s', (text, id, inverse) => {
    expect(findRelationType(text)).toEqual({ type: RELATION_TYPES.get(id), inverse })
  })

  test('what is no name is none', () => {
    expect(findRelationType('constructor')).toBeNull()
    expect(findRelationType('')).toBeNull()
  })

  test('no two types share a name', () => {
    const names = [...RELATION_TYPES.values()].flatMap(({ label, inverse }) => [label.zh, inverse.zh])
    expect(new Set(names).size).toBe(names.length)
  })
})

describe('what is wrong with a relation', () => {
  test.each<[string, RelationDraft, string]>([
    ['an unknown type', draft('makes', 'a', 'b'), 'type'],
    ['kinds that it does not join', draft('invested-by', 'a', 'b'), 'type'],
    ['kinds', { ...draft('produces', 'a', 'b') }, 'kind'],
    ['itself', draft('input-of', 'a', 'a'), 'self'],
    ['a weight', { ...draft('input-of', 'a', 'b'), weight: 1.2 }, 'weight'],
    ['no number', { ...draft('input-of', 'a', 'b'), weight: Number.NaN }, 'weight'],
  ])('%s is refused', (_, given, code) => {
    expect(checkRelations([given], [])).toMatchObject([{ index: 0, code }])
  })

  test('a misspelt type is told what may be meant', () => {
    expect(checkRelations([draft('prodces', 'a', 'b')], [])[0]?.message).toContain('produces')
  })

  test('a circle of parts names its way, and what is good is kept', () => {
    const rows = [draft('part-of', 'a', 'b'), draft('part-of', 'b', 'c'), draft('part-of', 'c', 'a')]
    const more = [...rows, draft('part-of', 'c', 'd')]
    expect(checkRelations(more, [])).toEqual([
      { index: 2, code: 'circle', message: '形成循环，不能互为组成部分：产品c → 产品a → 产品b → 产品c' },
    ])
  })

  test('a circle is closed with what is there already', () => {
    const known = [{ type: 'part-of', from: 'b', to: 'a' }]
    expect(checkRelations([draft('part-of', 'a', 'b')], known, 'en')).toMatchObject([{ code: 'circle' }])
    expect(checkRelations([draft('input-of', 'a', 'b')], known)).toEqual([])
  })

  test('materials may go round', () => {
    expect(checkRelations([draft('input-of', 'a', 'b'), draft('input-of', 'b', 'a')], [])).toEqual([])
  })
})

test('rows are refused exactly where one after the other each would be', () => {
  const arc = fc.tuple(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 7 }))
  fc.assert(
    fc.property(fc.array(arc, { maxLength: 30 }), (arcs) => {
      const rows = arcs.map(([from, to]) => draft('kind-of', String(from), String(to)))
      const refused = new Set(checkRelations(rows, []).map(({ index }) => index))
      const kept: [number, number][] = []
      arcs.forEach(([from, to], i) => {
        const closes = from === to || connected(kept, to, from)
        expect(refused.has(i)).toBe(closes)
        if (!closes) kept.push([from, to])
      })
    }),
  )
})

function connected(arcs: readonly (readonly [number, number])[], from: number, to: number): boolean {
  const seen = new Set([from])
  for (const at of seen) for (const [a, b] of arcs) if (a === at) seen.add(b)
  return seen.has(to)
}

test('a hundred thousand rows are checked in one pass', () => {
  const rows = Array.from({ length: 100_000 }, (_, i) =>
    draft('kind-of', String(i + 1), String(Math.floor(i / 2))),
  )
  expect(checkRelations(rows, [])).toEqual([])
})
