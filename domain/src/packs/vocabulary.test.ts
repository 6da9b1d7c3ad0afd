import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { packIds } from './testing.js'
import { readVocabulary } from './vocabulary.js'

const read = (text: string) => readVocabulary({ path: 'x/vocabulary.yaml', text })

test('terms and groups of what means the same', () => {
  expect(read('terms: [3D打印]\nsame:\n  - [蓄电池, 电瓶]\n')).toEqual({
    ok: true,
    vocabulary: { terms: ['3D打印'], same: [['蓄电池', '电瓶']] },
  })
})

describe('refused with its place', () => {
  test.each([
    ['same:\n  - [蓄电池]\n', 2, 'two words or more'],
    ['same:\n  - [a, b]\n  - [c, a]\n', 3, 'already stands in a group'],
    ['words: [a]\n', 1, 'has no “words”'],
    ['same: a\n', 1, 'is a list'],
    ['terms: [{a: b}]\n', 1, 'one value'],
    ['', 1, 'empty'],
    ['- a\n', 1, 'mapping'],
  ])('%j', (text, line, said) => {
    const found = read(text)
    if (found.ok) throw new Error('It was read')
    expect(found.diagnostics[0]).toMatchObject({ file: 'x/vocabulary.yaml', line })
    expect(found.diagnostics[0]?.message).toContain(said)
  })
})

test('the words of all shipped packs can be read', () => {
  const files = packIds().map((id) =>
    fileURLToPath(new URL(`../../../packs/${id}/vocabulary.yaml`, import.meta.url)),
  )
  const shipped = files.filter((path) => existsSync(path))
  expect(shipped).not.toEqual([])
  for (const path of shipped) {
    const found = readVocabulary({ path, text: readFileSync(path, 'utf8') })
    expect(found.ok ? [] : found.diagnostics).toEqual([])
  }
})
