import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { testModel } from '../testing-onnx.js'
import { folderEmbedder } from './index.js'

const model = testModel(['电瓶蓄池', '水泵抽'])
const embedder = folderEmbedder(model.folder)
afterAll(async () => {
  await embedder.stop()
  model.remove()
})

const product = (a: Float32Array | null | undefined, b: Float32Array | null | undefined) =>
  Array.from(a ?? [], (number, i) => number * (b?.[i] ?? 0)).reduce((sum, one) => sum + one, 0)

test('texts that mean the same lie close, whatever their characters and lengths', async () => {
  const [one, other, pump] = await embedder.embed(['蓄电池', '电瓶', '抽水泵'], 'document')
  expect(one).toHaveLength(model.dimension)
  expect(product(one, one)).toBeCloseTo(1)
  expect(product(one, other)).toBeCloseTo(1)
  expect(product(one, pump)).toBeCloseTo(0)
  const again = await embedder.embed(
    ['电瓶', ...Array.from({ length: 9 }, () => '抽水泵'.repeat(20))],
    'query',
  )
  expect(product(again[0], other)).toBeCloseTo(1)
})

test('whatever is asked has an answer; what says nothing has no vector', async () => {
  const vectors = await embedder.embed(['', '😀', '电'.repeat(1_000_000), '[SEP]'], 'document')
  expect(vectors.map((vector) => vector === null)).toEqual([true, false, false, true])
})

test('another model in the folder has another name', () => {
  const other = testModel(['电瓶蓄池水泵', '抽'])
  expect(folderEmbedder(other.folder).name).not.toBe(embedder.name)
  expect(folderEmbedder(model.folder).name).toBe(embedder.name)
  other.remove()
})

test('a folder without a model, a model that is none, and a tokenizer that is none are told', async () => {
  const broken = testModel(['电'])
  const failure = async () => {
    try {
      await folderEmbedder(broken.folder).embed(['电'], 'document')
    } catch (error) {
      return String(error)
    }
    return 'none'
  }
  expect(await failure()).toBe('none')
  writeFileSync(join(broken.folder, 'model.onnx'), 'no model')
  expect(await failure()).toContain('cannot be opened')
  rmSync(join(broken.folder, 'model.onnx'))
  expect(await failure()).toContain('has no model')
  writeFileSync(join(broken.folder, 'model.onnx'), '')
  writeFileSync(join(broken.folder, 'tokenizer.json'), '[')
  expect(await failure()).toContain('tokenizer.json is not JSON')
  broken.remove()
})
