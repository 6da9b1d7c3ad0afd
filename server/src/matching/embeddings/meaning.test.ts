import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { NEED, published, type Sides, twoSides } from '../../introductions/testing-sides.js'
import { createSignal } from '../../jobs/signal.js'
import type { MatchingState, NeedMatches, OfferMatches } from '../schema.js'
import { type MatchingService, matchingService } from '../service.js'
import { tellMatches } from '../standing.js'
import type { EmbeddingSettings } from './embedder.js'
import { endpointEmbedder } from './endpoint.js'
import { followMeaning } from './meaning.js'
import {
  type AskedForVectors,
  countingGroups,
  type Reply,
  testEndpoint,
  vectors,
} from './testing-endpoint.js'
import { testModel } from './testing-onnx.js'

const MEANS = countingGroups([
  ['菜叶子发黄长斑', '叶霉病'],
  ['激光', '焊'],
  ['水稻', '稻'],
])
const honest = ({ input }: AskedForVectors): Reply => vectors(input, MEANS)
const FARM = { ...NEED, title: '大棚里的菜叶子发黄长斑', problem: '怎么办', secrets: [] }

let at: Sides
let reply: (asked: AskedForVectors) => Reply = honest
let endpoint: Awaited<ReturnType<typeof testEndpoint>>
let need: string
const services: MatchingService[] = []
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })
beforeAll(async () => {
  at = await twoSides()
  endpoint = await testEndpoint((asked) => reply(asked))
  await feed('achievement', [
    { key: 'f-1', name: '设施番茄叶霉病防治技术', abstract: '生物农药。' },
    { key: 'f-2', name: '铝合金激光焊接', abstract: '焊缝。' },
    { key: 'f-3', name: '杂交水稻制种', abstract: '制种技术。' },
  ])
  need = await published(at, FARM)
}, 60_000)
afterEach(async () => {
  for (const service of services.splice(0)) await service.stop()
  reply = honest
  endpoint.asked.length = 0
})
afterAll(async () => {
  await endpoint.close()
  await at.close()
})

async function feed(kind: string, rows: object[]): Promise<void> {
  const { status, body } = await at.send('clerk', 'POST', `/feeds/${encodeURIComponent('样例')}/${kind}`, {
    rows,
  })
  if (status !== 200) throw new Error(JSON.stringify(body))
}
const there = (model = 'one'): EmbeddingSettings => ({ at: 'endpoint', url: endpoint.url, model, key: null })

/** As a server that was started with these settings. */
function start(embeddings: EmbeddingSettings | null): void {
  const { pool } = at.context
  const vocabulary = { terms: [], same: [] }
  const none = { dataFolder: null, openSearch: null, wrote: createSignal() }
  at.context.matching = matchingService({ pool, vocabulary, embeddings, ...none })
  services.push(at.context.matching)
}
const state = async () => (await at.send('clerk', 'GET', '/matching?fresh=true')).body as MatchingState
const ready = () =>
  expect
    .poll(async () => (await state()).meaning, { timeout: 20_000 })
    .toMatchObject({ state: 'ready', waiting: 0, problem: null })
const found = async () => {
  const { status, body } = await at.send('manager', 'GET', `/demands/${need}/matches?as=${at.seeker}`)
  expect(status).toBe(200)
  return (body as OfferMatches).items
}
const names = async () => (await found()).map(({ resource }) => resource.name)

test('what has no word in common is found by its meaning, which the match says; without embeddings it is not', async () => {
  start(null)
  expect(await names()).not.toContain('设施番茄叶霉病防治技术')
  expect((await state()).meaning).toBeNull()
  expect(endpoint.asked).toEqual([])

  start(there())
  await names()
  await ready()
  const [first] = await found()
  expect(first).toMatchObject({ resource: { name: '设施番茄叶霉病防治技术' }, words: [] })
  expect(first?.similarity).toBeCloseTo(1, 2)
  const { said } = first?.parts.find(({ feature }) => feature === 'text') ?? {}
  expect(said).toBe('意思相近（相似度 1.00）')
  expect(await names()).not.toContain('铝合金激光焊接')
  const { body } = await at.send('clerk', 'GET', `/resources/${first?.resource.id}/matches`)
  expect((body as NeedMatches).items[0]).toMatchObject({ need: { title: FARM.title }, words: [] })
})

test('without embeddings nothing is called and no table is read', async () => {
  await at.db.pool.query('ALTER TABLE document_vector RENAME TO not_there')
  start(null)
  await feed('achievement', [{ key: 'f-2', name: '铝合金激光焊接', abstract: '焊缝与焊丝。' }])
  expect(await names()).toEqual(await names())
  await at.db.pool.query('ALTER TABLE not_there RENAME TO document_vector')
  expect(endpoint.asked).toEqual([])
})

test('a text is read once: started again only what is other is asked, with another model all', async () => {
  start(there())
  await state()
  await ready()
  endpoint.asked.length = 0
  start(there())
  await state()
  await ready()
  const read = () => endpoint.asked.flatMap(({ input }) => input)
  expect(read()).toEqual(['科技成果转化'])
  await feed('achievement', [{ key: 'f-3', name: '杂交水稻制种', abstract: '稻种。' }])
  await state()
  await ready()
  expect(read()).toEqual(['科技成果转化', '杂交水稻制种\n稻种。'])
  const { documents = 0 } = (await state()).meaning ?? {}
  start(there('two'))
  await state()
  await ready()
  expect((await state()).meaning).toMatchObject({ documents, model: 'two' })
  expect(read().length).toBe(2 + 1 + documents)
  const { rows } = await at.db.pool.query('SELECT DISTINCT model FROM document_vector')
  expect(rows).toEqual([{ model: 'two' }])
})

test('what is new is found by words at once, by meaning soon; what is gone or withdrawn by neither', async () => {
  start(there())
  await state()
  await ready()
  await feed('achievement', [{ key: 'f-9', name: '番茄叶霉病诊断', abstract: '叶霉病图谱。' }])
  await expect.poll(names).toContain('番茄叶霉病诊断')
  const [one] = (await found()).filter(({ resource }) => resource.name === '番茄叶霉病诊断')
  const id = one?.resource.id
  await at.db.pool.query('UPDATE subject SET merged_into = gen_random_uuid() WHERE id = $1', [id])
  await at.db.pool.query(
    `INSERT INTO registry_change (region_id, what, subjects) VALUES ($1, 'removed', ARRAY[$2::uuid])`,
    [at.region, id],
  )
  await state()
  expect(await names()).not.toContain('番茄叶霉病诊断')
  await ready()
  const rows = async (document: string) =>
    (await at.db.pool.query('SELECT FROM document_vector WHERE document = $1', [document])).rowCount
  expect(await rows(id ?? '')).toBe(0)

  const other = await published(at, { ...FARM, title: '叶霉病' })
  await state()
  await ready()
  expect(await rows(`need:${other}`)).toBe(1)
  await at.send('manager', 'POST', `/demands/${other}/actions?as=${at.seeker}`, { action: 'withdraw' })
  await state()
  await ready()
  expect(await rows(`need:${other}`)).toBe(0)
})

test('an endpoint that fails breaks nothing: words go on, it is said, and meaning comes back', async () => {
  reply = () => ({ status: 401, body: 'who are you' })
  start(there('three'))
  await state()
  await expect
    .poll(async () => (await state()).meaning, { timeout: 10_000 })
    .toMatchObject({ state: 'failing', documents: 0, problem: expect.stringContaining('who are you') })
  expect(await names()).not.toContain('设施番茄叶霉病防治技术')
  const id = await published(at, { ...NEED, title: '激光焊接', problem: '铝合金' })
  const { body } = await at.send('manager', 'GET', `/demands/${id}/matches?as=${at.seeker}`)
  expect((body as OfferMatches).items.map(({ resource }) => resource.name)).toContain('铝合金激光焊接')
  reply = honest
  await ready()
  expect((await names())[0]).toBe('设施番茄叶霉病防治技术')
})

test('what is known by its meaning later than by its words is told as a standing match, once', async () => {
  start(null)
  await tellMatches(at.context, at.region, new Set())
  const told = async () =>
    (await at.db.pool.query('SELECT reasons FROM standing_match WHERE demand_id = $1', [need])).rows
  expect(await told()).toEqual([])
  reply = () => ({ status: 401, body: 'not yet' })
  start(there('seven'))
  await state()
  await expect.poll(async () => (await state()).meaning?.state, { timeout: 10_000 }).toBe('failing')
  await tellMatches(at.context, at.region, new Set())
  expect(await told()).toEqual([])
  reply = honest
  await ready()
  await tellMatches(at.context, at.region, new Set())
  expect(JSON.stringify(await told())).toContain('意思相近')
  expect(await tellMatches(at.context, at.region, new Set())).toBe(0)
})

test('only what everybody may read leaves, and of persons no name', async () => {
  await feed('person', [
    {
      key: 'p-1',
      name: '苏某某',
      disciplines: '植物病理',
      keywords: '叶霉病',
      introduction: '苏某某研究植物病理。',
      telephone: '13900000000',
    },
  ])
  await published(at, { ...NEED, title: '凤凰项目的焊接', secrets: ['凤凰项目'] })
  start(there('four'))
  await state()
  await ready()
  await found()
  const sent = JSON.stringify(endpoint.asked)
  expect(sent).toContain('植物病理')
  for (const secret of ['苏某某', '13900000000', '凤凰项目', NEED.contact]) expect(sent).not.toContain(secret)
})

test('a model in a folder does the same, and a folder without one breaks nothing', async () => {
  const model = testModel(['菜叶子发黄斑', '霉病防治', '激光焊接'])
  start({ at: 'folder', folder: model.folder })
  await state()
  await ready()
  expect((await state()).meaning?.model).toMatch(/^test-model:/)
  expect((await state()).meaning?.documents).toBeGreaterThan(3)
  model.remove()
  start({ at: 'folder', folder: model.folder })
  await expect
    .poll(async () => (await state()).meaning, { timeout: 10_000 })
    .toMatchObject({ state: 'failing', problem: expect.stringContaining('has no model') })
  expect(Array.isArray(await names())).toBe(true)
})

test('a question that is never answered is waited for once, and then words go on at once', async () => {
  reply = ({ input }) => (input.includes('激光') ? {} : vectors(input, MEANS))
  const embedder = endpointEmbedder({
    url: endpoint.url,
    model: 'five',
    key: null,
    longestWaitMs: 1_500,
    restsMs: [],
  })
  const said: string[] = []
  const meaning = followMeaning({
    pool: at.context.pool,
    region: at.region,
    embedder,
    log: (line) => said.push(line),
    rest: async () => {},
    againMs: [10],
    patienceMs: 100,
  })
  meaning.lookAtAll()
  await expect.poll(meaning.state, { timeout: 20_000 }).toMatchObject({ state: 'ready', waiting: 0 })
  const asked = () => endpoint.asked.filter(({ input }) => input.includes('激光')).length
  expect(await meaning.nearest('激光', 5, [])).toBeNull()
  expect(await meaning.nearest('别的', 5, [])).toBeNull()
  expect(asked()).toBe(1)
  // What was given up is told once, and another question is answered again.
  await expect.poll(() => said.length, { timeout: 10_000 }).toBe(2)
  expect(said[0]).toContain('no answer in 1.5 s')
  expect(await meaning.nearest('叶霉病', 5, [])).not.toBeNull()
  await meaning.stop()
})
