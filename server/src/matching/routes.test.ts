import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { NEED, published, type Sides, twoSides } from '../introductions/testing-sides.js'
import { insertNodes, testNodes } from '../registry/chain/testing-chain.js'
import { insertRelations } from '../registry/relations/store.js'
import type { NeedMatches, OfferMatch, OfferMatches } from './schema.js'

let at: Sides
let need: string
beforeAll(async () => {
  at = await twoSides()
  await feed('achievement', [
    {
      key: 'a-1',
      name: '铝合金薄板激光焊接工艺（示例）',
      abstract: '针对薄板激光焊接焊缝强度不足，提出摆动光束与送丝协同控制。',
      discipline: '焊接技术',
      readiness: '7',
      price: '80万元',
      place: '云麓区',
    },
    { key: 'a-2', name: '水稻育种方法（示例）', abstract: '杂交水稻制种。', discipline: '农学' },
    { key: 'a-3', name: '厚板电弧焊装备（示例）', abstract: '厚板焊接自动化装备，焊缝跟踪。' },
  ])
  await feed('person', [{ key: 'p-1', name: '苏示例', disciplines: '焊接技术', keywords: '激光焊接;薄板' }])
  need = await published(at)
})
afterAll(() => at.close())

async function feed(kind: string, rows: object[]): Promise<void> {
  const { status, body } = await at.send(
    'clerk',
    'POST',
    `/feeds/${encodeURIComponent('成果库（示例）')}/${kind}`,
    {
      rows,
    },
  )
  if (status !== 200) throw new Error(JSON.stringify(body))
}
const matches = async (query = `as=${at.seeker}`, id = need) => {
  const { status, body } = await at.send('manager', 'GET', `/demands/${id}/matches?${query}`)
  expect(status).toBe(200)
  return body as OfferMatches
}
const names = ({ items }: OfferMatches) => items.map(({ resource }) => resource.name)

describe('who may answer a need', () => {
  test('the closest goes first, with the words and all features', async () => {
    const found = await matches()
    expect(names(found)[0]).toBe('铝合金薄板激光焊接工艺（示例）')
    expect(names(found)).toContain('苏示例')
    expect(names(found)).not.toContain('水稻育种方法（示例）')
    expect(found.kinds).toEqual([
      { kind: 'achievement', label: '科技成果', count: 2 },
      { kind: 'person', label: expect.any(String), count: 1 },
    ])
    const [first] = found.items
    expect(first?.words.map(({ word }) => word)).toContain('焊接')
    expect(first?.parts).toHaveLength(10)
    expect(first?.parts.find(({ feature }) => feature === 'place')?.value).toBe(1)
    expect(first).toMatchObject({ introduction: null, hasRoom: true })
    expect(first?.better.length).toBeGreaterThan(0)
    expect(names(await matches(`as=${at.seeker}&kind=person`))).toEqual(['苏示例'])
    expect(names(await matches(`as=${at.seeker}&k=1`))).toHaveLength(1)
  })

  test('is told to its company and to those who bring people together, and to nobody else', async () => {
    const ask = (role: 'manager' | 'service-team', as?: string) =>
      at.send(role, 'GET', `/demands/${need}/matches${as === undefined ? '' : `?as=${as}`}`)
    expect((await ask('service-team')).status).toBe(200)
    expect(await ask('manager', at.provider)).toMatchObject({
      status: 403,
      body: { error: { code: 'demand.not-yours' } },
    })
    expect((await ask('manager')).status).toBe(403)
  })

  test('shows what was proposed', async () => {
    const { resource } = (await matches()).items[0] ?? {}
    const proposed = await at.send('service-team', 'POST', `/demands/${need}/introductions`, {
      provider: resource?.id,
      reasons: ['同做薄板激光焊接'],
      score: 0.8,
    })
    expect(proposed.status).toBe(201)
    expect((await matches()).items[0]?.introduction).toMatchObject({ state: 'proposed' })
  })

  test('what is written is found at once, and what is over is gone', async () => {
    const title = '紫外固化胶低温开裂（示例）'
    const id = await published(at, { ...NEED, title, problem: '紫外固化胶在零下四十度开裂，要求不裂。' })
    expect((await matches(undefined, id)).items).toEqual([])
    await feed('achievement', [
      { key: 'a-9', name: '耐低温紫外固化胶（示例）', abstract: '零下六十度不开裂。' },
    ])
    const found = await matches(undefined, id)
    expect(names(found)).toEqual(['耐低温紫外固化胶（示例）'])
    const resource = found.items[0]?.resource.id
    const needs = async () =>
      ((await at.send('clerk', 'GET', `/resources/${resource}/matches`)).body as NeedMatches).items.map(
        (match) => match.need.title,
      )
    expect(await needs()).toEqual([title])
    await at.send('manager', 'POST', `/demands/${id}/actions?as=${at.seeker}`, { action: 'withdraw' })
    expect(await needs()).toEqual([])
  })
})

test('nothing that is secret is found by, nor told', async () => {
  await feed('achievement', [{ key: 'a-8', name: '凤凰项目配套技术（示例）', abstract: '凤凰项目' }])
  const found = await matches()
  expect(names(found)).not.toContain('凤凰项目配套技术（示例）')
  const achievement = found.items.find(({ resource }) => resource.kind === 'achievement')?.resource.id
  const { body } = await at.send('manager', 'GET', `/resources/${achievement}/matches`)
  const text = JSON.stringify(body)
  expect(text).toContain(need)
  for (const secret of ['凤凰', '云川焊接', '王示例']) expect(text).not.toContain(secret)
})

test('the distance in the industry chain counts, and names the place of the side that offers alone', async () => {
  const nodes = testNodes('产品 焊丝（示例）', '产品 车身（示例）')
  const [wire, body] = [...nodes.values()]
  if (!wire || !body) throw new Error('there are two products')
  await insertNodes(at.db.pool, at.region, [wire, body])
  const offer = (await matches()).items.find(({ resource }) => resource.kind === 'achievement')?.resource.id
  if (offer === undefined) throw new Error('an achievement is found')
  const related = (from: string, type: string, to: string, kinds: readonly [string, string]) => ({
    type,
    from: { id: from, kind: kinds[0] },
    to: { id: to, kind: kinds[1] },
    weight: null,
  })
  const relations = [
    related(wire.id, 'input-of', body.id, ['product', 'product']),
    related(at.seeker, 'produces', body.id, ['enterprise', 'product']),
    related(offer, 'applies-to', wire.id, ['achievement', 'product']),
  ]
  await insertRelations(at.db.pool, at.region, relations, { source: '产业链样例' })
  const chainOf = ({ parts }: { parts: OfferMatch['parts'] } = { parts: [] }) =>
    parts.find(({ feature }) => feature === 'chain')
  const found = chainOf((await matches()).items.find(({ resource }) => resource.id === offer))
  expect(found).toMatchObject({ value: 0.75, said: '产业链上相距 1 步，对方在“焊丝（示例）”' })
  const { body: needs } = await at.send('clerk', 'GET', `/resources/${offer}/matches`)
  expect(chainOf((needs as NeedMatches).items[0])?.value).toBe(0.75)
  expect(JSON.stringify(needs)).not.toContain('车身')
})

describe('whatever is asked has an answer', () => {
  test.each([
    ['one character', '焊'],
    ['stop words', '的 和 了 之'],
    ['emoji', '😀😀😀'],
    ['something like SQL', "'; DROP TABLE demand; --"],
    ['much', '激光焊接薄板 '.repeat(700)],
  ])('a need of %s', async (_, problem) => {
    const id = await published(at, { ...NEED, title: problem.slice(0, 100), problem })
    expect((await matches(undefined, id)).items.length).toBeGreaterThanOrEqual(0)
  })

  test('a k of a million is refused, as is a kind that is none', async () => {
    for (const query of ['k=1000000', 'k=0', 'k=-1', 'kind=loan'])
      expect(
        (await at.send('manager', 'GET', `/demands/${need}/matches?as=${at.seeker}&${query}`)).status,
      ).toBe(400)
    const nobody = '00000000-0000-4000-8000-000000000000'
    expect((await at.send('manager', 'GET', `/demands/${nobody}/matches`)).status).toBe(404)
    expect((await at.send('manager', 'GET', `/resources/${nobody}/matches`)).status).toBe(404)
  })

  test('how much can be matched', async () => {
    const { body } = await at.send('clerk', 'GET', '/matching')
    expect(body.documents).toBeGreaterThan(5)
    expect(body.from).toBe('database')
  })
})
