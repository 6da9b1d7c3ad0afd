import { readdirSync, readFileSync } from 'node:fs'
import { ImportMapping } from '@kehui/domain/registry/imports'
import { Value } from 'typebox/value'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { type TestRegistry, testRegistry } from './testing-imports.js'

let at: TestRegistry
beforeAll(async () => {
  at = await testRegistry()
})
afterAll(() => at.end())

const FOLDER = new URL('samples/', import.meta.url)

function mappingOf(name: string): ImportMapping {
  const mapping: unknown = parse(readFileSync(new URL(`${name}.yaml`, FOLDER), 'utf8'))
  return Value.Parse(ImportMapping, mapping)
}

/** In an order in which what is referred to comes first. */
const FILES: readonly [string, object][] = [
  ['listed-companies.jsonl', { rows: 3, created: 3, refused: 0, partly: 0 }],
  ['industries.jsonl', { rows: 3, created: 3, refused: 0 }],
  ['products.jsonl', { rows: 4, created: 4, refused: 0 }],
  ['company-industry.jsonl', { rows: 2, created: 2, refused: 0 }],
  ['company-product.jsonl', { rows: 3, created: 2, refused: 1, partly: 1 }],
  ['product-product.jsonl', { rows: 4, created: 3, refused: 1 }],
  ['industry-industry.jsonl', { rows: 2, created: 2, refused: 0 }],
  ['achievements.jsonl', { rows: 2, created: 2, refused: 0, partly: 0 }],
  ['villages.csv', { rows: 2, created: 2, refused: 0, partly: 0 }],
  ['industry-codes.json', { rows: 2, created: 2, refused: 0 }],
]

test('every mapping file has its sample', () => {
  const mappings = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'))
  expect(FILES.map(([name]) => name.replace(/\.\w+$/, '.yaml')).sort()).toEqual(mappings.sort())
})

test.each(FILES)(
  '%s is imported by its mapping, and once more without writing anything',
  async (name, expected) => {
    const content = readFileSync(new URL(name, FOLDER))
    const mapping = mappingOf(name.replace(/\.\w+$/, ''))
    expect(await at.load(content, mapping)).toMatchObject(expected)
    expect(await at.load(content, mapping)).toMatchObject({ created: 0, updated: 0 })
  },
)

test('a list of words stays the words that it was', async () => {
  const { rows } = await at.db.pool.query<{ cells: unknown[] }>(
    `SELECT r.cells FROM imported_row r JOIN subject s ON s.id = r.subject_id WHERE s.name = '样例轴承的寿命预测方法'`,
  )
  expect(rows[0]?.cells).toContainEqual(['寿命,预测', '轴承'])
})
