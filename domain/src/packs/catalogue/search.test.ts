import { describe, expect, test } from 'vitest'
import { libraryOf, packFiles, packIds } from '../testing.js'
import { normalise, piecesOf } from './normal.js'
import { search } from './search.js'

const library = libraryOf(packFiles(...packIds()))
const idsOf = (query: string, lang: 'zh' | 'en' = 'zh') =>
  search(library, query, lang).found.map(({ programme }) => programme)
const textOf = (parts: readonly { text: string }[]) => parts.map(({ text }) => text).join('')

describe('the words of a query', () => {
  test.each([
    ['国科发政〔2017〕115号', '国科发政2017 115号'],
    ['国科发政[2017] 115 号', '国科发政2017 115号'],
    ['国科发政（2017）115号', '国科发政2017 115号'],
    ['Ｒ＆Ｄ  Subsidy', 'r&d subsidy'],
    ['5 万元', '5万元'],
    ['', ''],
    ['〔〕', ''],
  ])('“%s” is searched as “%s”', (text, plain) => expect(normalise(text).text).toBe(plain))

  test('every character knows where it stood', () => {
    const original = '依据〔2017〕115 号'
    const { text, at } = normalise(original)
    expect(at).toHaveLength(text.length)
    expect(original[at[text.indexOf('号')] ?? -1]).toBe('号')
    expect(original[at[text.indexOf('115')] ?? -1]).toBe('1')
  })

  test('Chinese is cut in pairs, words stay whole', () => {
    expect(piecesOf('研发费用r&d 5%')).toEqual(['研发', '发费', '费用', 'r&d', '5%'])
    expect(piecesOf('券')).toEqual(['券'])
  })
})

describe('the library is searched', () => {
  test.each([
    ['研发费用', 'cn.rd-super-deduction'],
    ['首贷', 'demo.first-loan'],
    ['R&D', 'demo.rd-subsidy'],
    ['r&d subsidy', 'demo.rd-subsidy'],
    ['国科发政〔2017〕115号', 'cn.tech-sme'],
    ['国科发政[2017]115号', 'cn.tech-sme'],
    ['国科发政（2017）115 号', 'cn.tech-sme'],
    ['云科示例〔2026〕2号', 'demo.rd-subsidy'],
    ['科技型中小企业评价办法', 'cn.tech-sme'],
    ['贵州 融资', 'gz.first-finance'],
    ['cn.tech-sme', 'cn.tech-sme'],
    ['TECHNOLOGY SMES', 'cn.tech-sme'],
  ])('“%s” finds %s', (query, id) => {
    const { near } = search(library, query, 'zh')
    expect(idsOf(query).slice(0, 12)).toContain(id)
    expect(near).toBe(false)
  })

  test.each([
    ['科技型中小企业评价', 'cn.tech-sme'],
    ['研发投入后补助', 'demo.rd-subsidy'],
    ['国科发政〔2017〕115号', 'cn.tech-sme'],
    ['Gazelle', 'nj.gazelle'],
  ])('what is called “%s” comes first', (query, id) => expect(idsOf(query)[0]).toBe(id))

  test('a fact that a programme asks about leads to it', () =>
    expect(idsOf('职工总数')).toContain('cn.tech-sme'))
  test('a label of a condition leads to it', () => expect(idsOf('主导制定国际')).toContain('cn.tech-sme'))
  test('a clause leads to it', () => expect(idsOf('第八条（三）')).toContain('cn.tech-sme'))

  test('all words must be there, in one text or several', () => {
    for (const id of idsOf('南京 贷款')) expect(library.programmes.get(id)?.pack).toBe('nanjing')
    expect(idsOf('南京 贷款').length).toBeGreaterThan(0)
  })

  test('where nothing has all of it, what comes near is told as such', () => {
    const { found, near } = search(library, '研发投入补助', 'zh')
    expect(near).toBe(true)
    expect(found[0]?.programme).toBe('demo.rd-subsidy')
    expect(search(library, '没有这样的政策', 'zh').found).toEqual([])
    expect(search(library, '  〔〕 ', 'zh')).toEqual({ found: [], near: false })
  })

  test('a programme names where it was found, its words marked', () => {
    const [first] = search(library, '研发投入', 'zh').found
    const title = first?.where[0]
    expect(title?.field).toBe('title')
    expect(title?.parts.filter(({ hit }) => hit)).toEqual([{ text: '研发投入', hit: true }])
    expect(textOf(title?.parts ?? [])).toBe(library.programmes.get(first?.programme ?? '')?.title.zh)
    const number = search(library, '国科发政[2017]115号', 'zh').found.find(
      (f) => f.programme === 'cn.tech-sme',
    )
    expect(number?.where).toEqual([
      { field: 'number', parts: [{ text: '国科发政〔2017〕115号', hit: true }] },
    ])
  })

  test('a long text is cut around the words', () => {
    const { found } = search(library, '无形资产成本', 'zh')
    const parts = found.find(({ programme }) => programme === 'cn.rd-super-deduction')?.where[0]?.parts ?? []
    expect(parts.find(({ hit }) => hit)?.text).toBe('无形资产成本')
    expect(parts[0]).toEqual({ text: '…', hit: false })
    expect(textOf(parts).length).toBeLessThanOrEqual(95)
  })

  test('words of an English text are not cut', () => {
    const { found } = search(library, 'refunded', 'en')
    const parts = found[0]?.where[0]?.parts ?? []
    const original = library.programmes.get(found[0]?.programme ?? '')?.summary?.en ?? ''
    const shown = textOf(parts).replaceAll('…', '')
    expect(original).toContain(shown)
    for (const word of shown.trim().split(' ')) expect(original.split(' ')).toContain(word)
  })

  test('the English reader is shown English where there is some', () => {
    const { found } = search(library, 'staff', 'en')
    const sme = found.find(({ programme }) => programme === 'cn.tech-sme')
    expect(textOf(sme?.where[0]?.parts ?? [])).toMatch(/staff/i)
  })
})
