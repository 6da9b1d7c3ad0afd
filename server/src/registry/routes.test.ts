import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, buildApp } from '../app.js'
import { ensureRegion } from '../database/region.js'
import { type TestDatabase, testDatabase } from '../database/testing.js'
import { loadLibrary } from '../pack-files.js'

const library = loadLibrary()
const NOW = new Date('2026-11-24T04:00:00Z')
const CODE = '91420100MA4KABCD1'
let db: TestDatabase
let app: App

beforeAll(async () => {
  db = await testDatabase()
  const pack = library.packs.get('demo')
  if (!pack) throw new Error('the sample city is a pack')
  await ensureRegion(db.pool, pack)
  app = await buildApp({ pool: db.pool, library, now: () => NOW })
})

afterAll(async () => {
  await app.close()
  await db.drop()
})

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

async function call(method: Method, path: string, payload?: object) {
  const response = await app.inject({
    method,
    url: `/api/v1${path}`,
    headers: { host: 'localhost' },
    ...(payload ? { payload } : {}),
  })
  return { status: response.statusCode, body: response.json() }
}

async function company(name: string, more: object = {}): Promise<string> {
  const made = await call('POST', '/subjects', {
    name,
    audience: 'enterprise',
    place: '云川市云麓区',
    ...more,
  })
  expect(made.status).toBe(201)
  return made.body.id
}

async function tableOf(id: string, fact: string) {
  const { body } = await call('GET', `/subjects/${id}/facts`)
  return body.rows.find((row: { fact: string }) => row.fact === fact)
}

describe('subjects', () => {
  test('are entered and found by name, credit code, audience and region', async () => {
    const code = '91990102MADEM90016'
    const { checkCharacter } = await import('@kehui/domain/shared')
    const creditCode = code.slice(0, 17) + checkCharacter(code.slice(0, 17))
    const id = await company('寻找科技有限公司', { creditCode: creditCode.toLowerCase() })
    expect((await call('GET', `/subjects/${id}`)).body).toEqual({
      id,
      name: '寻找科技有限公司',
      audience: 'enterprise',
      place: '示例省云川市云麓区',
      creditCode,
      sample: false,
      packs: [],
      owner: null,
    })
    for (const query of [`q=${encodeURIComponent('寻找')}`, `q=${creditCode.slice(0, 17)}`]) {
      const { body } = await call('GET', `/subjects?${query}&audience=enterprise&region=demo`)
      expect(body).toMatchObject({ total: 1, items: [{ id }] })
    }
    expect((await call('GET', `/subjects?q=${encodeURIComponent('寻找')}&region=wuhan`)).body.total).toBe(0)
    expect((await call('GET', `/subjects?q=${encodeURIComponent('寻找')}&audience=person`)).body.total).toBe(
      0,
    )
    const again = await call('POST', '/subjects', { name: 'x', audience: 'enterprise', creditCode })
    expect(again).toMatchObject({
      status: 409,
      body: { error: { code: 'subject.exists', details: { field: 'creditCode', id } } },
    })
  })

  test.each<[string, object, number, string, string]>([
    ['a mistyped credit code', { creditCode: CODE }, 422, 'subject.credit-code', 'creditCode'],
    ['an unknown place', { place: '云麓曲' }, 422, 'subject.place', 'place'],
    ['an ambiguous place', { place: '鼓楼区' }, 422, 'subject.place', 'place'],
    ['an empty name', { name: ' ' }, 422, 'subject.name', 'name'],
    ['an unknown owner', { owner: '00000000-0000-4000-8000-000000000000' }, 422, 'subject.owner', 'owner'],
  ])('%s is refused and nothing entered', async (_what, given, status, code, field) => {
    const before = (await call('GET', '/subjects')).body.total
    const refused = await call('POST', '/subjects', { name: '甲', audience: 'enterprise', ...given })
    expect(refused).toMatchObject({ status, body: { error: { code, details: { field } } } })
    expect((await call('GET', '/subjects')).body.total).toBe(before)
  })

  test('a district of another city is answered by those of the city that is named', async () => {
    const refused = await call('POST', '/subjects', {
      name: '甲',
      audience: 'enterprise',
      place: '云川市东城区',
    })
    expect(refused.body.error.details.suggestions).toEqual(['示例省云川市云麓区', '示例省云川市临江区'])
    expect(refused.body.error.message).toContain('是不是：示例省云川市云麓区、')
  })

  test('a name keeps its full-width brackets', async () => {
    const made = await call('POST', '/subjects', { name: '云川括号（示例）有限公司', audience: 'enterprise' })
    expect((await call('GET', `/subjects/${made.body.id}`)).body.name).toBe('云川括号（示例）有限公司')
  })

  test('what is no subject is refused', async () => {
    const nobody = '/subjects/00000000-0000-4000-8000-000000000000'
    for (const path of [nobody, `${nobody}/facts`, `${nobody}/package`])
      expect(await call('GET', path)).toMatchObject({
        status: 404,
        body: { error: { code: 'subject.not-found' } },
      })
    expect((await call('GET', '/subjects/1')).body.error.code).toBe('request.invalid')
    expect((await call('GET', '/subjects?region=atlantis')).body.error.code).toBe('pack.not-found')
    expect((await call('POST', '/subjects', { audience: 'enterprise' })).body.error.code).toBe(
      'request.invalid',
    )
  })

  test('can look at more regions', async () => {
    const id = await company('地区科技有限公司')
    const set = await call('PUT', `/subjects/${id}/packs`, { packs: ['wuhan', 'wuhan'] })
    expect(set).toEqual({ status: 200, body: { packs: ['wuhan'] } })
    const { regions } = (await call('GET', `/subjects/${id}/package`)).body
    expect(regions.map((r: { id: string; home: boolean }) => [r.id, r.home])).toEqual(
      expect.arrayContaining([
        ['national', true],
        ['demo', true],
        ['wuhan', false],
      ]),
    )
    expect(await call('PUT', `/subjects/${id}/packs`, { packs: ['atlantis'] })).toMatchObject({
      status: 422,
      body: { error: { code: 'pack.not-found', details: { packs: ['atlantis'] } } },
    })
    expect((await call('PUT', `/subjects/${id}/packs`, { packs: [] })).body).toEqual({ packs: [] })
  })
})

describe('facts', () => {
  test('are added with their source, corrected without being overwritten, and taken back', async () => {
    const id = await company('数据科技有限公司')
    const first = await call('POST', `/subjects/${id}/facts`, {
      facts: { '研发费用@2025': '300 万元' },
      source: '研发费用辅助账',
    })
    expect(first).toMatchObject({
      status: 200,
      body: { changed: [{ key: '研发费用@2025', from: null, to: '300 万元' }], unchanged: [] },
    })
    const same = await call('POST', `/subjects/${id}/facts`, { facts: { '研发费用@2025': '3000000 元' } })
    expect(same.body).toMatchObject({ changed: [], unchanged: ['研发费用@2025'] })
    const second = await call('POST', `/subjects/${id}/facts`, { facts: { '研发费用@2025': '320 万元' } })
    expect(await tableOf(id, '研发费用')).toMatchObject({
      yearly: true,
      cells: [
        {
          key: '研发费用@2025',
          value: '320 万元',
          observedAt: '2026-11-24',
          others: [{ value: '300 万元', source: '研发费用辅助账' }],
        },
      ],
    })
    const undone = await call('DELETE', `/subjects/${id}/facts/${second.body.undo}`)
    expect(undone).toEqual({ status: 200, body: { retracted: 1 } })
    const { cells } = await tableOf(id, '研发费用')
    expect(cells).toMatchObject([{ value: '300 万元', others: [] }])
    const one = await call('DELETE', `/subjects/${id}/facts/${cells[0].observation}`)
    expect(one.body).toEqual({ retracted: 1 })
    expect((await tableOf(id, '研发费用')).cells).toEqual([])
    const kept = await db.pool.query('SELECT 1 FROM observation WHERE subject_id = $1 AND key = $2', [
      id,
      '研发费用@2025',
    ])
    expect(kept.rowCount).toBe(2)
  })

  test('are refused together where one is wrong, each with a reason and what may be meant', async () => {
    const id = await company('错误科技有限公司')
    const refused = await call('POST', `/subjects/${id}/facts`, {
      facts: { 研发费拥: '1 万元', '研发费用@2025': '很多' },
    })
    expect(refused).toMatchObject({ status: 422, body: { error: { code: 'facts.invalid' } } })
    expect(refused.body.error.details.errors).toMatchObject([
      { key: '研发费拥', code: 'facts.unknown', suggestion: '研发费用' },
      { key: '研发费用@2025', code: 'facts.value' },
    ])
    expect((await tableOf(id, '研发费用')).cells).toEqual([])
    expect((await call('POST', `/subjects/${id}/facts`, {})).body.error.code).toBe('facts.nothing')
  })

  test('of another subject cannot be taken back', async () => {
    const [own, other] = [await company('自己科技有限公司'), await company('别人科技有限公司')]
    const saved = await call('POST', `/subjects/${own}/facts`, { facts: { '研发费用@2025': '1 万元' } })
    const [cell] = (await tableOf(own, '研发费用')).cells
    for (const token of [saved.body.undo, cell.observation])
      expect(await call('DELETE', `/subjects/${other}/facts/${token}`)).toMatchObject({
        status: 404,
        body: { error: { code: 'facts.not-found' } },
      })
    expect((await call('DELETE', `/subjects/${own}/facts/x`)).body.error.code).toBe('request.invalid')
  })

  test('move the subject to where it is registered, and back', async () => {
    const id = await company('迁移科技有限公司')
    const moved = await call('POST', `/subjects/${id}/facts`, { facts: { 注册地: '云川市临江区' } })
    expect((await call('GET', `/subjects/${id}`)).body.place).toBe('示例省云川市临江区')
    await call('DELETE', `/subjects/${id}/facts/${moved.body.undo}`)
    expect((await call('GET', `/subjects/${id}`)).body.place).toBe('示例省云川市云麓区')
  })

  test('of the owner are filed with it, and taken back with the rest', async () => {
    const owner = await company('所有科技有限公司')
    const made = await call('POST', '/subjects', { name: '技术合同一', audience: 'contract', owner })
    expect(made.body.owner).toEqual({ id: owner, name: '所有科技有限公司' })
    const saved = await call('POST', `/subjects/${made.body.id}/facts`, {
      facts: { '研发费用@2025': '5 万元' },
    })
    expect(saved.body.changed).toHaveLength(1)
    expect((await tableOf(owner, '研发费用')).cells).toMatchObject([{ value: '5 万元' }])
    await call('DELETE', `/subjects/${made.body.id}/facts/${saved.body.undo}`)
    expect((await tableOf(owner, '研发费用')).cells).toEqual([])
  })

  test('records are listed each in its row, and taken back together', async () => {
    const id = await company('记录科技有限公司')
    const [def] = library.records.values()
    const date = [...(def?.fields.values() ?? [])].find((f) => f.type === 'date')
    if (!def || !date) throw new Error('some record has a date')
    const saved = await call('POST', `/subjects/${id}/facts`, {
      records: { [def.name]: [{ [date.name]: '2025-03-01' }, { [date.name]: '2025年4月2日' }] },
      source: '合同台账',
    })
    const { records } = (await call('GET', `/subjects/${id}/facts?lang=en`)).body
    expect(records).toMatchObject([
      {
        name: def.name,
        rows: [
          { cells: { [date.name]: '2025-03-01' }, source: '合同台账' },
          { cells: { [date.name]: '2025-04-02' } },
        ],
      },
    ])
    expect((await call('DELETE', `/subjects/${id}/facts/${saved.body.undo}`)).body).toEqual({ retracted: 2 })
  })
})
