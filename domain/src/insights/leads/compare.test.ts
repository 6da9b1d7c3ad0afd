import { expect, test } from 'vitest'
import { compareLists, type ListedEntry } from './compare.js'
import { repeatedOf } from './twice.js'

function entry(subject: string, given: Partial<ListedEntry> = {}): ListedEntry {
  const amountFen = { min: '100', max: '100' }
  const facts = [{ key: '注册地', value: '云麓区', observedAt: '2026-10-01' }]
  return { subject, excluded: null, amountFen, facts, ...given }
}

const before = { version: 'v1', on: '2026-11-01' }
const after = { version: 'v1', on: '2026-11-25' }

test('a list compared with itself: nobody came, nobody went', () => {
  const list = { ...before, entries: [entry('甲'), entry('乙', { excluded: [{ kind: 'no-code' }] })] }
  expect(compareLists(list, list)).toEqual({ came: [], went: [], changed: [], stayed: 1 })
})

test('who went because of an exclusion, and who because nothing of it is known any more', () => {
  const barred = entry('甲', { excluded: [{ kind: 'barred', fact: '重大事故或失信' }] })
  const { went } = compareLists(
    { ...before, entries: [entry('甲'), entry('乙')] },
    { ...after, entries: [barred] },
  )
  expect(went).toMatchObject([
    { before: { subject: '甲' }, why: [{ kind: 'excluded', reasons: [{ kind: 'barred' }] }] },
    { before: { subject: '乙' }, after: null, why: [{ kind: 'date', from: '2026-11-01', to: '2026-11-25' }] },
  ])
})

test('who came: cleared, by a fact learnt since, or by another rule', () => {
  const excluded = entry('甲', { excluded: [{ kind: 'no-code' }] })
  const learnt = { key: '首次认定高企', value: '是', observedAt: '2026-11-20' }
  const news = entry('乙', { facts: [...entry('乙').facts, learnt] })
  const { came } = compareLists(
    { ...before, entries: [excluded] },
    { ...after, version: 'v2', entries: [entry('甲'), news] },
  )
  const rule = { kind: 'rule', from: 'v1', to: 'v2' }
  expect(came.map(({ why }) => why)).toEqual([
    [{ kind: 'cleared', reasons: [{ kind: 'no-code' }] }, rule],
    [{ kind: 'fact', key: '首次认定高企', from: null, to: '是' }, rule],
  ])
})

test('whose amount is another, and by which value', () => {
  const moved = entry('甲', {
    amountFen: { min: '50', max: '50' },
    facts: [{ key: '注册地', value: '临江区', observedAt: '2026-11-20' }],
  })
  const { changed, stayed } = compareLists(
    { ...before, entries: [entry('甲'), entry('乙')] },
    { ...after, entries: [moved, entry('乙')] },
  )
  expect(stayed).toBe(1)
  expect(changed.map(({ why }) => why)).toEqual([
    [{ kind: 'fact', key: '注册地', from: '云麓区', to: '临江区' }],
  ])
})

test('the same one entered twice, by code or by a name written otherwise', () => {
  const all = [
    { name: '云川云澄（集团）有限公司', creditCode: 'A' },
    { name: '云川云澄(集团)有限公司', creditCode: 'B' },
    { name: '另一家', creditCode: 'A' },
    { name: '云川禾田有限公司', creditCode: null },
  ]
  const repeats = repeatedOf(all)
  expect([...repeats].map(([one, first]) => [all.indexOf(one), all.indexOf(first)])).toEqual([
    [1, 0],
    [2, 0],
  ])
})
