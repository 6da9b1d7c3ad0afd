import fc from 'fast-check'
import { expect, test } from 'vitest'
import { EMPTY_DEMAND } from './demand.js'
import { disclosureOf, redactDemand } from './disclosure.js'
import { redact } from './redact.js'

const NONE = { names: [], secrets: [] }

test.each<[string, string]>([
  ['联系 13812345678 林工', '联系 〔电话〕 林工'],
  ['联系 138-1234-5678 林工', '联系 〔电话〕 林工'],
  ['联系１３８１２３４５６７８林工', '联系〔电话〕林工'],
  ['座机 027-87654321。', '座机 〔电话〕。'],
  ['座机（027）87654321。', '座机〔电话〕。'],
  ['发到 lin.xiao@example.com.cn 即可', '发到 〔邮箱〕 即可'],
  ['见 https://example.com/a?b=1，谢谢', '见 〔网址〕，谢谢'],
  ['微信：lin_xiao88', '〔账号〕'],
  ['代码 91420100MA4KXXXX0X 的公司', '代码 〔代码〕 的公司'],
  ['代码 91420100ma4kxxxx0x 的公司', '代码 〔代码〕 的公司'],
  ['代码 9142 0100 MA4K XXXX 0X', '代码 〔代码〕'],
  ['代码９１４２０１００ＭＡ４ＫＸＸＸＸ０Ｘ', '代码〔代码〕'],
  ['138.1234.5678', '〔电话〕'],
  ['打一三八一二三四五六七八找我', '打〔电话〕找我'],
  ['电话：8765432', '电话：〔电话〕'],
  ['热线 400-820-8820', '热线 〔电话〕'],
  ['lin(at)example.com', '〔邮箱〕'],
  ['lin＠ｅｘａｍｐｌｅ．ｃｏｍ', '〔邮箱〕'],
  ['看 example.com.cn/about 上的', '看 〔网址〕 上的'],
  ['厂在科创大道 88 号 3 栋 201 室', '〔地址〕'],
  ['送到光谷路18号', '〔地址〕'],
  ['年产 13812345 件', '年产 13812345 件'],
  ['电路 3 号板击穿，用 GB/T 3.1 和 Fe2O3', '电路 3 号板击穿，用 GB/T 3.1 和 Fe2O3'],
  ['转速 3000 转/分，误差 0.1.2 版', '转速 3000 转/分，误差 0.1.2 版'],
  ['厚 1.35 1.42 1.38 1.2 mm', '厚 1.35 1.42 1.38 1.2 mm'],
  ['国产 STM32.cpu 与 pH 7.4，pump No.3', '国产 STM32.cpu 与 pH 7.4，pump No.3'],

  ['专利 202310123456.7', '专利 202310123456.7'],
  ['压力 0.25-0.30 MPa，温度 1350 ℃', '压力 0.25-0.30 MPa，温度 1350 ℃'],
])('%s', (text, expected) => {
  expect(redact(text, NONE).text).toBe(expected)
})

test('names are hidden in every width, with spaces between, the longest first', () => {
  const known = { names: ['云川科技', '武汉云川科技有限公司', 'YunChuan'], secrets: ['凤凰项目'] }
  const text = '武汉云川科技有限公司（云 川科技）的ｙｕｎｃｈｕａｎ产线，凤凰 项目急需；YUNCHUAN 已试过。'
  expect(redact(text, known)).toEqual({
    text: '〔单位〕（〔单位〕）的〔单位〕产线，〔不公开〕急需；〔单位〕 已试过。',
    hidden: { name: 4, secret: 1 },
  })
})

test('a name made of marks for patterns is only a name, and one character is none', () => {
  expect(redact('用 C++(.*) 写的，a', { names: ['C++(.*)', 'a', ' '], secrets: [] }).text).toBe(
    '用 〔单位〕 写的，a',
  )
})

test('a word of the marks does not spoil them', () => {
  expect(redact('致电 13812345678', { names: ['电话'], secrets: ['单位'] }).text).toBe('致电 〔电话〕')
})

test('what is hidden stays hidden, and twice is as once', () => {
  const word = fc.string({ unit: fc.constantFrom(...'云川科技AbＡ(.*+?$ '), minLength: 2, maxLength: 8 })
  fc.assert(
    fc.property(fc.array(word, { maxLength: 4 }), fc.array(word, { maxLength: 6 }), (names, parts) => {
      const usable = names.map((name) => name.trim()).filter((name) => [...name].length > 1)
      const text = [...parts, ...usable].join('的')
      const once = redact(text, { names: usable, secrets: [] })
      const tight = (s: string) =>
        s
          .replace(/〔[^〕]*〕/g, '\u0000')
          .replace(/\s/g, '')
          .toLowerCase()
      for (const name of usable) expect(tight(once.text)).not.toContain(tight(name))
      expect(redact(once.text, { names: usable, secrets: [] }).text).toBe(once.text)
    }),
  )
})

test('a need is shown without whose it is until both sides agreed', () => {
  const demand = {
    ...EMPTY_DEMAND,
    title: '云川科技求焊接工艺',
    problem: '凤凰项目焊缝强度不足',
    contact: '林晓 13812345678',
    secrets: ['凤凰项目'],
    targets: [{ name: '强度', wanted: '≥ 240 MPa', now: '云川科技自测 185 MPa' }],
  }
  const shown = redactDemand(demand, ['云川科技', '林晓'])
  expect(JSON.stringify(shown)).not.toMatch(/云川|凤凰|林晓|138/)
  expect(shown.title).toBe('〔单位〕求焊接工艺')
  expect(shown.targets[0]?.wanted).toBe('≥ 240 MPa')
})

test.each([
  ['published', { as: 'other', introductions: [] }, 'redacted'],
  ['published', { as: 'other', introductions: ['proposed', 'declined'] }, 'redacted'],
  ['published', { as: 'other', introductions: ['agreed'] }, 'whole'],
  ['solved', { as: 'other', introductions: ['signed'] }, 'whole'],
  ['draft', { as: 'other', introductions: [] }, 'none'],
  ['paused', { as: 'other', introductions: ['lapsed'] }, 'none'],
  ['draft', { as: 'owner' }, 'whole'],
  ['draft', { as: 'broker' }, 'whole'],
] as const)('a need that is %s is seen by %o: %s', (state, viewer, expected) => {
  expect(disclosureOf(state, viewer)).toBe(expected)
})

test('who is to be called is not named in the text, and a secret budget is not told beside it', () => {
  const demand = {
    ...EMPTY_DEMAND,
    title: '求焊接工艺',
    problem: '请找林晓或林工，短号 66123；预算 60 万元。',
    contact: '林晓 先生 66123',
    budgetFen: '60000000',
    secrets: ['60 万元'],
  }
  const redacted = redactDemand(demand, [])
  expect(JSON.stringify(redacted)).not.toMatch(/林晓|66123|60 ?万|60000000/)
  expect(redactDemand({ ...demand, secrets: [] }, []).budgetFen).toBe('60000000')
})

test('a secret with a hyphen is hidden: it was taken for a mistaken pattern and the need could not be saved', () => {
  expect(redact('给 X-37/B 配套', { names: [], secrets: ['X-37/B'] }).text).toBe('给 〔不公开〕 配套')
})
