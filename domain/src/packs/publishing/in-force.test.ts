import { expect, test } from 'vitest'
import type { PackSource } from '../source-files.js'
import { madePack } from '../testing.js'
import { filesInForce } from './in-force.js'
import { changedBeneath, overlaid, type PublishedText } from './overlay.js'
import { fileHashes, filesHash, textHash } from './text-hash.js'
import { versionChanges } from './versions.js'

const FACTS = `facts:
  人数: {en: staff, of: enterprise, unit: 人, range: 0 人..1000 人, ask: {zh: 人数}}
`
const PATH = 'made/programmes/p0.yaml'

function programme(limit: string, fact = '人数'): string {
  return `id: made.one
title: {zh: 一号}
audience: enterprise
mode: 认定
benefit: title
valid: unknown..
source: {document: 文, verified: none}
need: [{that: ${fact} >= ${limit}}]
`
}

const files = madePack(FACTS, programme('10 人'))

function published(text: string, path = PATH): PublishedText {
  return { path, text, programme: 'made.one', hash: textHash(text), fileHash: textHash(programme('10 人')) }
}

function textAt(sources: readonly PackSource[], path: string): string | undefined {
  return sources.find((source) => source.path === path)?.text
}

test('what is published stands in place of the file, and a new path beside the files', () => {
  const over = overlaid(files, [published('a'), published('b', 'made/programmes/new.yaml')])
  expect(textAt(over, PATH)).toBe('a')
  expect(over.map(({ path }) => path)).toEqual(
    [...files.map(({ path }) => path), 'made/programmes/new.yaml'].sort(),
  )
})

test('a file of the packs that changed beneath what was published is told', () => {
  expect(changedBeneath(files, [published('a')])).toEqual([])
  const later = madePack(FACTS, programme('11 人'))
  expect(changedBeneath(later, [published('a')]).map(({ path }) => path)).toEqual([PATH])
  const gone = later.filter(({ path }) => path !== PATH)
  expect(changedBeneath(gone, [published('a')])).toHaveLength(1)
})

test('the hash of a set of files depends on paths and texts, not on their order', () => {
  const hash = filesHash(fileHashes(files))
  expect(filesHash(fileHashes(files.toReversed()))).toBe(hash)
  expect(filesHash(fileHashes(overlaid(files, [published('a')])))).not.toBe(hash)
})

test('the files overlaid with what was published are in force', () => {
  const found = filesInForce(files, [published(programme('20 人'))], [])
  if (!found.ok) throw new Error('it loads')
  expect(found.held).toBeNull()
  expect(textAt(found.files, PATH)).toContain('20 人')
})

test('files that are wrong by themselves are refused', () => {
  const found = filesInForce(
    madePack(FACTS, programme('10 人', '人教')),
    [published(programme('20 人'))],
    files,
  )
  expect(found).toMatchObject({ ok: true, held: null })
  const wrongFacts = madePack(`${FACTS}x`, programme('10 人'))
  expect(filesInForce(wrongFacts, [], files).ok).toBe(false)
  expect(filesInForce(wrongFacts, [published(programme('20 人'))], files).ok).toBe(false)
})

test('what was published and no longer loads with new files: all stays as it was in force last', () => {
  const last = overlaid(files, [published(programme('20 人'))])
  const renamed = madePack(FACTS.replace('人数:', '职工:'), programme('10 人', '职工'))
  const found = filesInForce(renamed, [published(programme('20 人'))], last)
  if (!found.ok) throw new Error('it loads')
  expect(found.files).toEqual(last)
  expect(found.library.facts.has('人数')).toBe(true)
  expect(found.held).toMatchObject({ waiting: 'files', paths: ['made/facts.yaml'] })
  expect(found.held?.diagnostics[0]).toMatchObject({ file: PATH, line: 8 })
})

test('where not even that can be read any more, only the texts at fault are left out', () => {
  const good = { ...published(programme('30 人').replace('made.one', 'made.two'), 'made/programmes/q.yaml') }
  const bad = published(`${programme('20 人')}old-key: 1\n`)
  const found = filesInForce(files, [bad, good], overlaid(files, [bad, good]))
  if (!found.ok) throw new Error('it loads')
  expect(found.held).toMatchObject({ waiting: 'published', paths: [PATH] })
  expect([...found.library.programmes.keys()]).toEqual(['made.one', 'made.two'])
  expect(textAt(found.files, PATH)).toContain('10 人')
})

test('versions that came, changed, moved and went', () => {
  const found = filesInForce(files, [], [])
  if (!found.ok) throw new Error('it loads')
  const version = found.library.programmes.get('made.one')?.version ?? ''
  const known = { programme: 'made.one', path: PATH, version }
  expect(versionChanges([], found.library)).toEqual([known])
  expect(versionChanges([known], found.library)).toEqual([])
  expect(versionChanges([{ ...known, path: 'made/programmes/old.yaml' }], found.library)).toEqual([known])
  expect(versionChanges([known, { ...known, programme: 'made.two' }], found.library)).toEqual([
    { ...known, programme: 'made.two', version: null },
  ])
  expect(versionChanges([known, { ...known, programme: 'made.two', version: null }], found.library)).toEqual(
    [],
  )
})
