import type { KindMapping, RelationMapping } from '@kehui/domain/registry/imports'
import { checkCharacter } from '@kehui/domain/shared'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { insertSubjects } from '../store-insert.js'
import { type TestRegistry, testRegistry } from './testing-imports.js'

let at: TestRegistry
beforeAll(async () => {
  at = await testRegistry()
})
afterAll(() => at.end())

function code(n: number): string {
  const first = `91520100MA${String(n).padStart(7, '0')}`
  return first + checkCharacter(first)
}

const companies: KindMapping = {
  kind: 'enterprise',
  source: { name: '登记库', standing: 'register', observedOn: '2026-11-01' },
  columns: {
    企业名称: 'name',
    信用代码: 'creditCode',
    注册地: 'place',
    '注册资本（万元）': { field: 'registeredCapital', unit: '万元' },
    员工: 'staff',
  },
}
const HEADER = '企业名称,信用代码,注册地,注册资本（万元）,员工'

async function subjects(kind: string): Promise<unknown[]> {
  const { rows } = await at.db.pool.query(
    `SELECT name, credit_code AS code, place FROM subject WHERE region_id = $1 AND kind = $2 ORDER BY name`,
    [at.region, kind],
  )
  return rows
}

test('a table is entered with its provenance, told again without writing, and taken back whole', async () => {
  const table = [
    HEADER,
    `云川甲科技有限公司,${code(1)},贵阳市南明区,"1,000",80`,
    `云川乙科技有限公司,${code(2)},520103,500,12`,
  ].join('\n')
  const before = await subjects('enterprise')
  const first = await at.load(table, companies)
  expect(first).toMatchObject({
    rows: 2,
    created: 2,
    updated: 0,
    unchanged: 0,
    refused: 0,
    partly: 0,
    problems: [],
  })
  expect(await subjects('enterprise')).toEqual([
    { name: '云川乙科技有限公司', code: code(2), place: '520103' },
    { name: '云川甲科技有限公司', code: code(1), place: '520102' },
  ])
  const { rows } = await at.db.pool.query('SELECT row, cells FROM imported_row ORDER BY row')
  expect(rows[0]).toEqual({ row: 2, cells: ['云川甲科技有限公司', code(1), '520102', 1_000_000_000, 80] })
  const again = await at.load(table, companies)
  expect(again).toMatchObject({ created: 0, updated: 0, unchanged: 2 })
  await at.undo(again.id)
  await at.undo(first.id)
  expect(await subjects('enterprise')).toEqual(before)
})

test('what is wrong is left out and named; what is good is kept', async () => {
  const bad = `${code(3).slice(0, 17)}${code(3).endsWith('0') ? '1' : '0'}`
  const table = [
    HEADER,
    `错码公司,${bad},贵阳市,1,1`,
    `好公司,${code(4)},亚特兰蒂斯,10,abc`,
    `重码公司,${code(4)},贵阳市,1,1`,
    `,,,,`,
    `长名${'长'.repeat(300)},${code(5)},贵阳市,1,1`,
    `=cmd|' /C calc'!A0,${code(6)},贵阳市,1,1`,
  ].join('\r\n')
  const result = await at.load(table, companies)
  expect(result).toMatchObject({ rows: 6, created: 2, refused: 4, partly: 1 })
  const told = result.problems.map(({ row, column, zh }) => [row, column, zh])
  expect(told).toEqual([
    [2, '信用代码', expect.stringContaining('校验位不符')],
    [3, '注册地', expect.stringContaining('“亚特兰蒂斯”不是已知的地区')],
    [3, '员工', '“abc”不是数字'],
    [4, '', expect.stringContaining('与第 3 行重复')],
    [5, '', '没有名称或编号'],
    [6, '企业名称', expect.stringContaining('内容有 302 个字符')],
  ])
  const errors = await at.app.inject({
    url: `/api/v1/resource-imports/${result.id}/errors.csv`,
    headers: { 'x-kehui-role': 'clerk' },
  })
  expect(errors.body).toMatch(/^\uFEFF行号,原因,企业名称/)
  expect(errors.body).toContain('2,信用代码：校验位不符')
  await at.undo(result.id)
})

test('a company that is there already is matched by its code, then by its name, and is as before when taken back', async () => {
  const [coded = '', named = ''] = await insertSubjects(at.db.pool, at.region, [
    { name: '旧名公司', audience: 'enterprise', creditCode: code(10) },
    { name: '无码公司', audience: 'enterprise' },
  ])
  const before = await subjects('enterprise')
  const table = [HEADER, `新名公司,${code(10)},520102,,5`, `无码公司,${code(11)},520103,,6`].join('\n')
  const result = await at.load(table, companies)
  expect(result).toMatchObject({ created: 0, updated: 2, refused: 0 })
  const { rows } = await at.db.pool.query(
    'SELECT id, name, credit_code, place FROM subject WHERE id = ANY ($1)',
    [[coded, named]],
  )
  // Whoever entered a company by hand named it; the code that it lacked is learned.
  expect(new Map(rows.map((r) => [r.id, r]))).toEqual(
    new Map([
      [coded, { id: coded, name: '旧名公司', credit_code: code(10), place: '520102' }],
      [named, { id: named, name: '无码公司', credit_code: code(11), place: '520103' }],
    ]),
  )
  await at.undo(result.id)
  expect(await subjects('enterprise')).toEqual(before)
})

test('figures of several years are rows of one company', async () => {
  const yearly: KindMapping = {
    kind: 'enterprise',
    source: { name: '年报' },
    year: '年度',
    columns: {
      名称: 'name',
      信用代码: 'creditCode',
      '研发费用（万元）': { field: '研发费用', unit: '万元' },
    },
  }
  const table = [
    '名称,信用代码,年度,研发费用（万元）',
    `多年公司,${code(20)},2023,100`,
    `多年公司,${code(20)},2024,120`,
    `多年公司,${code(20)},2024,130`,
  ].join('\n')
  const result = await at.load(table, yearly)
  expect(result).toMatchObject({ created: 1, updated: 1, refused: 1 })
  const { items } = await at.get<{ items: { id: string; name: string }[] }>('/subjects?q=%E5%A4%9A%E5%B9%B4')
  const facts = await at.get<{ rows: { fact: string; cells: { key: string; value: string }[] }[] }>(
    `/subjects/${items[0]?.id}/facts`,
  )
  const spent = facts.rows.find(({ fact }) => fact === '研发费用')
  expect(spent?.cells.map(({ key, value }) => `${key} ${value}`).sort()).toEqual([
    '研发费用@2023 100 万元',
    '研发费用@2024 120 万元',
  ])
  await at.undo(result.id)
})

test('relations join what is there, and those that close a circle or name nothing are left out', async () => {
  const products = await at.load('{"name":"面粉"}\n{"name":"面包"}\n{"name":"面包"}\n{"name":"吐司"}\n', {
    kind: 'product',
    source: { name: '图谱' },
    columns: { name: 'name' },
  })
  expect(products).toMatchObject({ created: 3, refused: 1 })
  const links: RelationMapping = {
    relation: {
      column: 'rel',
      as: { 上游材料: { type: 'input-of', reversed: true }, 产品小类: 'kind-of', 其他: null },
    },
    source: { name: '图谱' },
    from: { column: 'from', kind: 'product', by: 'name' },
    to: { column: 'to', kind: 'product', by: 'name' },
  }
  const table = [
    '{"from":"面包","to":"面粉","rel":"上游材料"}',
    '{"from":"吐司","to":"面包","rel":"产品小类"}',
    '{"from":"面包","to":"吐司","rel":"产品小类"}',
    '{"from":"面包","to":"馒头","rel":"上游材料"}',
    '{"from":"面包","to":"面包","rel":"上游材料"}',
    '{"from":"面包","to":"吐司","rel":"其他"}',
    '{"from":"面包","to":"吐司","rel":"谜"}',
    'not json',
  ].join('\n')
  const result = await at.load(table, links)
  expect(result).toMatchObject({ rows: 8, created: 2, refused: 5 })
  expect(result.problems.map(({ row }) => row).sort()).toEqual([3, 4, 5, 7, 8])
  expect(await at.load(table, links)).toMatchObject({ created: 0, unchanged: 2 })
})

test('a mapping that does not fit its file is refused with all that is wrong', async () => {
  const id = await at.upload('名称,代码\n甲,1\n')
  const refused = await at.post<{ error: { code: string; message: string } }>(
    `/resource-imports/${id}/commit`,
    {
      mapping: { kind: 'enterprise', source: { name: '甲' }, columns: { 名字: 'name', 代码: 'creditcode' } },
    },
  )
  expect(refused.status).toBe(422)
  expect(refused.body.error.message).toContain('是不是“名称”')
  expect(refused.body.error.message).toContain('是不是“creditCode”')
})
