import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { AUDIENCES } from '../../rules/facts.js'
import { date, identifier, text } from '../fields/index.js'
import { fieldOf, KINDS, kind, qualityOf } from './index.js'

const OTHER_FILES = ['fed', 'feed', 'index', 'kind', 'quality', 'shipped']

test('every file of a kind is shipped, and its kind has the name of its file', () => {
  const files = readdirSync(new URL('.', import.meta.url))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => name.slice(0, -3))
    .filter((name) => !OTHER_FILES.includes(name))
  expect(KINDS.map(({ id }) => id).sort()).toEqual(files.sort())
})

test('whoever programmes can be for is a kind', () => {
  const ids = KINDS.flatMap(({ audience }) => audience ?? [])
  expect([...ids].sort()).toEqual([...AUDIENCES].sort())
})

test('every field has both names and a header belongs to one field of its kind', () => {
  for (const { id, fields } of KINDS) {
    const headers = fields.flatMap(({ name, label, headers }) => [name, label.zh, ...headers])
    const twice = headers.filter((header, i) => headers.indexOf(header) !== i)
    // A field's own name is often its header too.
    const own = new Set(fields.flatMap(({ name, label }) => [name, label.zh]))
    expect([id, twice.filter((header) => !own.has(header))]).toEqual([id, []])
    for (const { label, name } of fields) expect([name, label.en]).not.toEqual([name, undefined])
  }
})

test('a kind that names a field it does not have is refused when it is loaded', () => {
  const fields = [text('name', '名称', 'Name')]
  expect(() => kind('vessel', '船', 'Vessel', { code: 'imo' }, fields)).toThrow('“imo”')
  expect(() => kind('vessel', '船', 'Vessel', {}, [...fields, ...fields])).toThrow('one name')
  expect(() => kind('vessel', '船', 'Vessel', {}, [])).toThrow('“name”')
})

const vessel = kind('vessel', '科考船', 'Research vessel', { code: 'number', freshForMonths: 12 }, [
  text('name', '船名', 'Name', { weight: 5 }),
  identifier('number', '编号', 'Number', 'own-code', { weight: 3 }),
  date('builtOn', '建造日期', 'Built on', { weight: 2 }),
])

test('quality counts what is filled in by weight, and less for what is old or in dispute', () => {
  const cells = new Map<string, string>([
    ['name', '远望示例号'],
    ['number', 'Y-1'],
  ])
  const known = { cells, observedOn: '2026-01-01', differing: [] }
  expect(qualityOf(vessel, known, '2026-11-25')).toEqual({
    score: 80,
    completeness: 80,
    fresh: true,
    missing: [{ field: 'builtOn', adds: 20 }],
    differing: [],
  })
  expect(qualityOf(vessel, known, '2027-02-01').score).toBe(70)
  expect(qualityOf(vessel, { ...known, differing: ['name'] }, '2026-11-25').score).toBe(77)
  expect(qualityOf(vessel, { cells: new Map(), observedOn: null, differing: [] }, '2026-11-25').score).toBe(0)
  expect(fieldOf(vessel, 'builtOn')?.type).toBe('date')
})
