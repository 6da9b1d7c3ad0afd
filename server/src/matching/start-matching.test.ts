import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import {
  buildFirst,
  interrupt,
  processesOf,
  type Started,
  startKehui,
  temporaryFolder,
} from '../testing-process.js'
import { testModel } from './embeddings/testing-onnx.js'
import type { MatchingState, OfferMatches } from './schema.js'

const READY = /Kehui is ready: (http:\S+)/
const folder = temporaryFolder()
let running: Started | null = null

beforeAll(buildFirst, 120_000)
afterEach(async () => {
  if (running && running.child.exitCode === null && running.child.signalCode === null) interrupt(running)
  await running?.ended
})
afterAll(() => {
  expect(processesOf(folder.path)).toEqual([])
  folder.remove()
})

async function start(more: Record<string, string> = {}): Promise<string> {
  running = startKehui({ KEHUI_DATA: folder.path, ...more })
  return running.says(READY)
}

async function send<T>(address: string, path: string, body?: object): Promise<T> {
  const answer = await fetch(new URL(`/api/v1${path}`, address), {
    method: body ? 'POST' : 'GET',
    headers: {
      'x-kehui-role': 'clerk',
      'x-kehui-name': encodeURIComponent('林晓（示例）'),
      'content-type': 'application/json',
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  if (!answer.ok) throw new Error(await answer.text())
  return (await answer.json()) as T
}

const feed = (address: string, key: string, name: string) =>
  send(address, `/feeds/${encodeURIComponent('成果库（示例）')}/achievement`, {
    rows: [{ key, name, abstract: name }],
  })

test('killed in the midst, the server answers rightly from its last snapshot and what came since', {
  timeout: 120_000,
}, async () => {
  const first = await start()
  await feed(first, 'a-1', '紫外固化胶低温不开裂（示例）')
  const { items } = await send<{ items: { id: string }[] }>(first, '/search?kind=enterprise&q=示例')
  const need = await send<{ id: string }>(first, `/subjects/${items[0]?.id}/demands`, {
    content: {
      title: '紫外固化胶低温开裂',
      problem: '紫外固化胶在零下四十度开裂',
      scene: '',
      tried: '',
      targets: [],
      field: null,
      cooperation: [],
      budgetFen: null,
      neededBy: null,
      maturity: null,
      reach: 'any',
      contact: '王示例',
      secrets: [],
    },
  })
  await send(first, `/demands/${need.id}/actions`, { action: 'publish' })
  // Samples may share a word with it too.
  const names = async (address: string) =>
    (await send<OfferMatches>(address, `/demands/${need.id}/matches?kind=achievement`)).items
      .map(({ resource }) => resource.name)
      .filter((name) => name.startsWith('紫外固化胶'))
  expect(await names(first)).toEqual(['紫外固化胶低温不开裂（示例）'])
  await expect.poll(async () => (await send<MatchingState>(first, '/matching')).from).toBe('database')

  for (let round = 2; round < 4; round += 1) {
    const address = round === 2 ? first : await start()
    await names(address)
    await feed(address, `a-${round}`, `紫外固化胶配方${round}（示例）`)
    // At once, or while it is being taken in.
    const asked = names(address).catch(() => [])
    if (round % 2 === 0) await asked
    running?.child.kill('SIGKILL')
    await running?.ended
  }
  const last = await start()
  expect((await names(last)).sort()).toEqual(
    ['紫外固化胶低温不开裂', '紫外固化胶配方2', '紫外固化胶配方3'].map((name) => `${name}（示例）`),
  )
  expect((await send<MatchingState>(last, '/matching')).from).toBe('snapshot')
})

test('one more is found soon after it is written', { timeout: 60_000 }, async () => {
  const address = await start()
  const times: number[] = []
  for (let i = 0; i < 10; i += 1) {
    const before = await send<MatchingState>(address, '/matching?fresh=true')
    await feed(address, `n-${i}`, `全新条目${i}（示例）`)
    const since = performance.now()
    const after = await send<MatchingState>(address, '/matching?fresh=true')
    times.push(performance.now() - since)
    expect(after.documents).toBe(before.documents + 1)
  }
  times.sort((a, b) => a - b)
  console.log(`found after ${times[5]?.toFixed(1)} ms, the slowest of ten after ${times[9]?.toFixed(1)} ms`)
})

test('a model in a folder reads all texts in a thread of its own, and words are found meanwhile', {
  timeout: 60_000,
}, async () => {
  const model = testModel(['激光焊接', '电池', '农业种'])
  const address = await start({ KEHUI_EMBEDDINGS_ONNX: model.folder })
  const state = () => send<MatchingState>(address, '/matching?fresh=true')
  expect((await state()).documents).toBeGreaterThan(20)
  await expect
    .poll(async () => (await state()).meaning, { timeout: 40_000, interval: 200 })
    .toMatchObject({ state: 'ready', waiting: 0, problem: null })
  expect((await state()).meaning?.documents).toBeGreaterThan(20)
  model.remove()
})
