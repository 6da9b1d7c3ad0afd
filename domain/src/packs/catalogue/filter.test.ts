import { describe, expect, test } from 'vitest'
import { parseDay } from '../../shared/day.js'
import { loadPacks } from '../load.js'
import { libraryOf, packFiles, packIds } from '../testing.js'
import { catalogueOn } from './entry.js'
import { FILTER_NAMES, type Filters, facetsOf, matchesFilters, placesOf } from './filter.js'
import { ordered } from './order.js'

const library = libraryOf(packFiles(...packIds()))
const ON = parseDay('2026-11-24') ?? 0
const entries = catalogueOn(library, ON, 'zh')
const found = (filters: Filters) => entries.filter((entry) => matchesFilters(library, entry, filters))
const ids = (filters: Filters) => found(filters).map(({ programme }) => programme.id)
const code = (name: string) => library.places.find(name)[0] ?? ''

describe('filters', () => {
  test('every option of every filter finds as many as it says', () => {
    const facets = facetsOf(library, entries, {})
    for (const name of FILTER_NAMES) {
      expect(facets[name].length, name).toBeGreaterThan(1)
      for (const { value, count } of facets[name])
        expect(ids({ [name]: value }), `${name} ${value}`).toHaveLength(count)
    }
  })

  test('options are counted with the other filters kept and their own left out', () => {
    const facets = facetsOf(library, entries, { region: 'demo', benefit: 'cash' })
    const cash = facets.benefit.find(({ value }) => value === 'cash')
    expect(cash?.count).toBe(ids({ region: 'demo', benefit: 'cash' }).length)
    expect(facets.benefit.reduce((sum, { count }) => sum + count, 0)).toBe(ids({ region: 'demo' }).length)
    expect(facets.region.find(({ value }) => value === 'wuhan')?.count).toBe(
      ids({ region: 'wuhan', benefit: 'cash' }).length,
    )
  })

  test('an option that is chosen stays, though nothing is left', () => {
    const facets = facetsOf(library, entries, { region: 'guizhou', audience: 'incubator' })
    expect(facets.region).toContainEqual({ value: 'guizhou', count: 0 })
  })

  test('in a place apply its own programmes and those of what holds it, not those beside or within it', () => {
    const inDistrict = ids({ place: code('云麓区') })
    expect(inDistrict).toContain('demo.rd-subsidy')
    expect(inDistrict).toContain('cn.tech-sme')
    expect(inDistrict).not.toContain('nj.gazelle')
    const inProvince = ids({ place: code('江苏省') })
    expect(inProvince).toContain('cn.tech-sme')
    expect(inProvince).not.toContain('nj.gazelle')
    expect(ids({ place: code('南京市鼓楼区') })).toContain('nj.gazelle')
  })

  test('places to choose are those of the packs, what holds them and what lies directly within', () => {
    const places = placesOf(library)
    for (const name of ['贵州省', '贵阳市', '江苏省', '南京市', '南京市鼓楼区', '云麓区'])
      expect(places, name).toContain(code(name))
    expect(places).not.toContain(code('北京市'))
    expect(new Set(places).size).toBe(places.length)
  })

  test('a document of two bodies is found under each', () => {
    expect(ids({ department: '科技部' })).toContain('cn.tech-sme')
    expect(ids({ department: '国家税务总局' })).toContain('cn.tech-sme')
  })

  test('what names no industry is for all', () => {
    expect(ids({ industry: '金融业' })).toContain('cn.tech-sme')
  })
})

const FACTS = `
facts:
  门类:
    en: section
    of: enterprise
    type: choice
    options: {制造业: {zh: 制造业}, 金融业: {zh: 金融业}, 建筑业: {zh: 建筑业}}
    ask: 门类
  人数: {en: staff, of: enterprise, unit: 人, range: 0 人..1000 人, ask: 人数}
industry: 门类
`
const programme = (id: string, more: string) =>
  `id: made.${id}\ntitle: 试\naudience: enterprise\nmode: 备案\nbenefit: title\nvalid: ..\nsource: {document: 试, verified: none}\n${more}\n`
const packWith = (...programmes: string[]) => [
  { path: 'made/pack.yaml', text: 'id: made\ntitle: 试验\nlevel: 国家\n' },
  { path: 'made/facts.yaml', text: FACTS },
  ...programmes.map((text, i) => ({ path: `made/programmes/p${i}.yaml`, text })),
]

describe('industries', () => {
  const made = loadPacks(
    packWith(
      programme('named', 'industries: [制造业, 建筑业]'),
      programme('asked', 'need: [门类 = 制造业 or 人数 > 500 人 and 门类 = 建筑业]'),
      programme('refused', 'need: [门类 != 金融业]'),
      programme('both', 'industries: [制造业, 金融业]\nneed: [门类 != 金融业]'),
      programme('other', 'need: [人数 > 5 人]'),
    ),
  )
  if (!made.ok) throw new Error(made.diagnostics.map(({ message }) => message).join('\n'))
  const industries = Object.fromEntries(
    catalogueOn(made.library, ON, 'zh').map((entry) => [entry.programme.id, entry.industries]),
  )

  test.each([
    ['named', ['制造业', '建筑业']],
    ['asked', ['制造业', '建筑业']],
    ['refused', ['制造业', '建筑业']],
    ['both', ['制造业']],
    ['other', null],
  ])('made.%s is for %j', (id, expected) => expect(industries[`made.${id}`]).toEqual(expected))

  test('one that is not known is refused, with the one that is meant', () => {
    const wrong = loadPacks(packWith(programme('wrong', 'industries: [制造]')))
    expect(wrong.ok).toBe(false)
    expect(wrong.ok ? [] : wrong.diagnostics).toMatchObject([
      { code: 'programme.industries', message: '“制造” is no industry', suggestion: '制造业' },
    ])
  })
})

describe('the order', () => {
  test('what is open comes first, what closes first before the rest', () => {
    const byDeadline = ordered(entries, 'deadline')
    const open = byDeadline.filter(({ status }) => status === 'open')
    expect(byDeadline.slice(0, open.length)).toEqual(open)
    const ends = open.map(({ call }) => call?.to ?? '9999')
    expect(ends).toEqual([...ends].sort())
  })
  test('the newest document first', () => {
    const dates = ordered(entries, 'date').map(({ programme: { source } }) => source.date ?? '')
    expect(dates).toEqual([...dates].sort().reverse())
  })
  test('every order has every programme', () => {
    for (const sort of ['use', 'deadline', 'date', 'title', 'relevance'] as const)
      expect(new Set(ordered(entries, sort))).toEqual(new Set(entries))
  })
})
