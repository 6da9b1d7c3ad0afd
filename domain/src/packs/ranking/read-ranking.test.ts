import { describe, expect, test } from 'vitest'
import { FEATURES, USUAL_WEIGHTS } from '../../matching/ranking/index.js'
import { loadPacks } from '../load.js'
import { libraryOf, packFiles, packIds } from '../testing.js'

const PACK = { path: 'x/pack.yaml', text: 'id: x\ntitle: 某地\nlevel: 省\n' }
const CITY = { path: 'y/pack.yaml', text: 'id: y\ntitle: 某市\nlevel: 市\nextends: x\n' }
const HEAD = 'title: 某地的权重\ndated: 2026-11-25\ncite: 第一条\n'
const load = (text: string, more: { path: string; text: string }[] = []) =>
  loadPacks([PACK, { path: 'x/matching.yaml', text: `${HEAD}${text}` }, ...more])

test('a pack says how much a feature counts, and takes the rest from what it extends', () => {
  const found = load('intercept: -2\nfeatures:\n  text: {weight: 3.5, prior: 0.1}\n', [
    CITY,
    { path: 'y/matching.yaml', text: `${HEAD}features:\n  place: {weight: 2, prior: 0.4}\n` },
  ])
  if (!found.ok) throw new Error(JSON.stringify(found.diagnostics))
  const [x, y] = [found.library.ranking.get('x'), found.library.ranking.get('y')]
  expect(x).toMatchObject({ pack: 'x', intercept: -2, features: { text: { weight: 3.5, prior: 0.1 } } })
  expect(x?.features.place).toEqual(USUAL_WEIGHTS.features.place)
  expect(y).toMatchObject({
    pack: 'y',
    intercept: -2,
    features: { text: { weight: 3.5 }, place: { weight: 2 } },
  })
})

test('a pack that says nothing has the usual weights', () => {
  const found = loadPacks([PACK])
  expect(found.ok && found.library.ranking.get('x')).toEqual(USUAL_WEIGHTS)
})

describe('refused with its place', () => {
  test.each([
    ['features:\n  txet: {weight: 1, prior: 0}\n', 5, 'has no “txet”'],
    ['features:\n  text: {weight: much, prior: 0}\n', 5, 'is a number, not “much”'],
    ['features:\n  text: {weight: 1, prior: 2}\n', 5, 'is a number, not “2”'],
    ['features:\n  text: {weight: 1}\n', 5, 'wants “prior”'],
    ['half-life-months: 0\n', 4, 'is a number, not “0”'],
    ['regions:\n  - {title: 圈, places: [武汉市], cite: {document: 纲要}}\n', 5, 'two places or more'],
    [
      'regions:\n  - {title: 圈, places: [武汉市, 无此市], cite: {document: 纲要}}\n',
      5,
      'no place that is known',
    ],
    ['regions:\n  - {title: 圈, places: [武汉市, 鼓楼区], cite: {document: 纲要}}\n', 5, 'can be'],
    ['regions:\n  - {title: 圈, places: [武汉市, 襄阳市], cite: 某文}\n', 5, 'wants the document'],
    ['weight: 1\n', 4, 'has no “weight”'],
  ])('%j', (text, line, said) => {
    const found = load(text)
    if (found.ok) throw new Error('It was read')
    expect(found.diagnostics[0]).toMatchObject({ file: 'x/matching.yaml', line })
    expect(found.diagnostics.map(({ message }) => message).join('\n')).toContain(said)
  })

  test('a day that there is not', () => {
    const text = HEAD.replace('2026-11-25', '2026-11-31')
    const found = loadPacks([PACK, { path: 'x/matching.yaml', text }])
    expect(found.ok ? [] : found.diagnostics).toMatchObject([{ line: 2, code: 'ranking.dated' }])
  })

  test('words that a vocabulary has twice, with the rest of the pack', () => {
    const found = load('', [{ path: 'x/vocabulary.yaml', text: 'same:\n  - [a]\n' }])
    expect(found.ok ? [] : found.diagnostics).toMatchObject([{ file: 'x/vocabulary.yaml', line: 2 }])
  })
})

test('the weights for the whole country name every feature, as they stand where there is no pack', () => {
  const { features, intercept, regions, ...rest } =
    libraryOf(packFiles(...packIds())).ranking.get('national') ?? USUAL_WEIGHTS
  expect(intercept).toBe(USUAL_WEIGHTS.intercept)
  expect(rest).toMatchObject({ halfLifeMonths: 36, recordStrength: 5, pack: 'national' })
  for (const feature of FEATURES) {
    const { weight, prior, note } = features[feature]
    expect({ weight, prior, note: null }, feature).toEqual(USUAL_WEIGHTS.features[feature])
    expect(note?.en, feature).not.toBeUndefined()
  }
  expect(regions.length).toBeGreaterThan(3)
})
