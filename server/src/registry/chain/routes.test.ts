import { randomUUID } from 'node:crypto'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, buildApp } from '../../app.js'
import { ensureRegion } from '../../database/region.js'
import { type TestDatabase, testDatabase } from '../../database/testing.js'
import { loadLibrary } from '../../pack-files.js'
import { insertRelations, undoRelations } from '../relations/store.js'
import { insertNodes, testNodes } from './testing-chain.js'

const library = loadLibrary()
const nodes = testNodes(
  '行业 传感链',
  '行业 材料段',
  '行业 器件段',
  '产品 硅片',
  '产品 芯片',
  '产品 压力芯片',
  '产品 模组',
  '企业 本地厂（示例）@990102',
  '企业 外地厂（示例）@110108',
  '成果 封装工艺',
  '专家 周舟（示例）@990103',
)
let db: TestDatabase
let app: App
let region: number

const id = (name: string) => nodes.get(name)?.id ?? ''
const end = (name: string) => ({ id: id(name), kind: nodes.get(name)?.kind ?? '' })
const related = (from: string, type: string, to: string, weight?: number) => ({
  type,
  from: end(from),
  to: end(to),
  weight: weight ?? null,
})

beforeAll(async () => {
  db = await testDatabase()
  const pack = library.packs.get('demo')
  if (!pack) throw new Error('the sample city is a pack')
  region = await ensureRegion(db.pool, pack)
  await insertNodes(db.pool, region, [...nodes.values()])
  const relations = [
    related('材料段', 'part-of', '传感链'),
    related('器件段', 'part-of', '传感链'),
    related('硅片', 'part-of', '材料段'),
    related('芯片', 'part-of', '器件段'),
    related('模组', 'part-of', '器件段'),
    related('硅片', 'input-of', '芯片'),
    related('芯片', 'input-of', '模组'),
    related('压力芯片', 'kind-of', '芯片'),
    related('本地厂（示例）', 'produces', '压力芯片', 0.4),
    related('外地厂（示例）', 'produces', '硅片', 0.8),
    related('封装工艺', 'applies-to', '模组'),
    related('周舟（示例）', 'expert-in', '硅片'),
  ]
  await insertRelations(db.pool, region, relations, { source: '产业链样例.csv' })
  app = await buildApp({ pool: db.pool, library, now: () => new Date('2026-11-25T04:00:00Z') })
})

afterAll(async () => {
  await app.close()
  await db.drop()
})

async function call(path: string, payload?: object, method?: 'POST' | 'DELETE', role = 'clerk') {
  const response = await app.inject({
    method: method ?? (payload ? 'POST' : 'GET'),
    url: `/api/v1${path}`,
    headers: { host: 'localhost', 'x-kehui-role': role },
    ...(payload ? { payload } : {}),
  })
  return { status: response.statusCode, body: response.json(), bytes: response.rawPayload }
}

describe('the chains of a region', () => {
  test('begin with the industries at the top', async () => {
    const { body } = await call('/chain')
    expect(body).toMatchObject({
      region: '云川市（示例）',
      industries: [{ name: '传感链', links: 4, held: 2, gaps: 2 }],
      totals: { products: 4, companies: 2, relations: 12 },
    })
  })

  test('are found by part of a name, whole names first', async () => {
    const { body } = await call(`/chain/find?q=${encodeURIComponent('芯片')}`)
    expect(body.items.map(({ name }: { name: string }) => name)).toEqual(['芯片', '压力芯片'])
    const companies = await call(`/chain/find?q=${encodeURIComponent('厂')}&kind=enterprise`)
    expect(companies.body.total).toBe(2)
  })

  test('an industry is shown from its first part to its last, blocks closed until one is drilled into', async () => {
    const { body } = await call(`/chain/${id('传感链')}/stages`)
    expect(body.within).toBe(true)
    expect(body.stages.map(({ part }: { part: { name: string } }) => part.name)).toEqual(['材料段', '器件段'])
    expect(body.places).toEqual([])
    const open = body.stages[1].blocks[0].key
    const drilled = await call(`/chain/${id('传感链')}/stages?open=${open}`)
    expect(drilled.body.places.map(({ name }: { name: string }) => name)).toEqual(['芯片', '压力芯片'])
    expect(drilled.body.arcs).toEqual([[1, 0]])
  })

  test('a company stands where its products do', async () => {
    const { body } = await call(`/chain/${id('外地厂（示例）')}/stages?depth=2&open=all`)
    expect(body.products.map(({ name }: { name: string }) => name)).toEqual(['硅片'])
    expect(body.stages.map(({ key }: { key: string }) => key)).toEqual([
      'wider-2',
      'wider-1',
      'focus',
      'down-1',
      'down-2',
    ])
  })

  test('a link names its partners here and elsewhere, and what is next to it', async () => {
    const { body } = await call(`/chain/${id('芯片')}`)
    expect(body.partners.makers).toMatchObject({
      local: 1,
      elsewhere: 0,
      items: [{ name: '本地厂（示例）', where: 'local', by: '压力芯片', place: '示例省云川市云麓区' }],
    })
    expect(body.next.up.map(({ name }: { name: string }) => name)).toEqual(['硅片'])
    expect(body.next.kinds.map(({ name }: { name: string }) => name)).toEqual(['压力芯片'])
  })

  test('gaps come with what is wanted here first', async () => {
    const { body } = await call(`/chain/${id('传感链')}/table?rows=gaps`)
    const told = body.rows.map((row: { name: string; lacking: string[]; wantedBy: number }) => [
      row.name,
      row.lacking,
      row.wantedBy,
    ])
    expect(told).toEqual([
      ['硅片', ['makers', 'works'], 1],
      ['模组', ['makers', 'experts'], 0],
      ['芯片', ['works', 'experts'], 0],
      ['压力芯片', ['works', 'experts'], 0],
    ])
  })

  test('the list has the links of the picture, and its file all of them', async () => {
    const { body } = await call(`/chain/${id('传感链')}/table`)
    expect(body.rows.map(({ name }: { name: string }) => name).sort()).toEqual([
      '压力芯片',
      '模组',
      '硅片',
      '芯片',
    ])
    const response = await app.inject({
      url: `/api/v1/chain/${id('传感链')}/table.xlsx`,
      headers: { host: 'localhost' },
    })
    const rows = await readSheet(Buffer.from(response.rawPayload), '产业链')
    expect(rows).toHaveLength(5)
    expect(rows[1]).toEqual(['材料段', '硅片', 0, 1, 0, 0, 1, '企业、成果', 1])
  })

  test('what is in no chain is told so', async () => {
    expect(await call(`/chain/${randomUUID()}`)).toMatchObject({
      status: 404,
      body: { error: { code: 'chain.not-found' } },
    })
    expect((await call('/chain/x/stages')).status).toBe(400)
    expect((await call(`/chain/${id('芯片')}/stages?depth=9`)).status).toBe(400)
  })
})

describe('relations', () => {
  test('stand with their source, read from either side', async () => {
    const { body } = await call(`/subjects/${id('压力芯片')}/relations`)
    const items = body.items.sort((a: { label: string }, b: { label: string }) =>
      a.label < b.label ? -1 : 1,
    )
    expect(items).toMatchObject([
      { label: '是一种', inverse: false, other: { name: '芯片' }, source: '产业链样例.csv' },
      { label: '的生产者', inverse: true, other: { name: '本地厂（示例）' }, weight: 0.4 },
    ])
  })

  test('are entered by hand, seen in the chain at once, and taken back', async () => {
    const given = { type: 'produces', from: id('本地厂（示例）'), to: id('模组') }
    const made = await call('/relations', given)
    expect(made).toMatchObject({ status: 201, body: { items: [{ source: '人工登记' }] } })
    expect((await call(`/chain/${id('模组')}`)).body.makers).toBe('held')
    const [relation] = made.body.items
    expect((await call(`/relations/${relation.id}`, undefined, 'DELETE')).body).toEqual({ retracted: 1 })
    expect((await call(`/chain/${id('模组')}`)).body.makers).toBe('none')
    expect((await call(`/relations/${relation.id}`, undefined, 'DELETE')).status).toBe(404)
  })

  test.each([
    ['a circle of kinds', () => ({ type: 'kind-of', from: id('芯片'), to: id('压力芯片') }), 422, /循环/],
    [
      'kinds that do not fit',
      () => ({ type: 'produces', from: id('芯片'), to: id('模组') }),
      422,
      /enterprise/,
    ],
    ['itself', () => ({ type: 'input-of', from: id('芯片'), to: id('芯片') }), 422, /自己/],
    ['what is not there', () => ({ type: 'produces', from: randomUUID(), to: id('模组') }), 422, /没有编号/],
    ['an unknown type', () => ({ type: 'makes', from: id('芯片'), to: id('模组') }), 400, /./],
  ])('%s is refused', async (_, body, status, message) => {
    const answer = await call('/relations', body())
    expect(answer.status).toBe(status)
    expect(answer.body.error.message).toMatch(message)
  })

  test('a company does not enter them', async () => {
    const body = { type: 'produces', from: id('本地厂（示例）'), to: id('硅片') }
    expect((await call('/relations', body, 'POST', 'manager')).status).toBe(403)
  })
})

test('what an import wrote and what was undone is seen, new names too', async () => {
  const more = testNodes('产品 光刻胶', '企业 新厂（示例）@990103')
  await call('/chain')
  await insertNodes(db.pool, region, [...more.values()])
  const glue = more.get('光刻胶')
  const maker = more.get('新厂（示例）')
  if (!glue || !maker) throw new Error('they were made')
  expect((await call(`/chain/${glue.id}`)).body.makers).toBe('none')
  const { batch } = await insertRelations(db.pool, region, [{ type: 'produces', from: maker, to: glue }], {
    source: '另一份.csv',
  })
  expect((await call(`/chain/${glue.id}`)).body.makers).toBe('held')
  await undoRelations(db.pool, region, batch)
  expect((await call(`/chain/${glue.id}`)).body.makers).toBe('none')
  expect((await call(`/chain/${maker.id}`)).status).toBe(404)
})
