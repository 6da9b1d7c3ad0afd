import { describe, expect, it } from 'vitest'
import { loadPacks } from './load.js'
import { answerOf, libraryOf, madePack } from './testing.js'
import { FACTS, OTHER, PROGRAMME } from './testing-programme.js'

const library = libraryOf(madePack(FACTS, PROGRAMME, OTHER))
const programme = library.programmes.get('made.all')

describe('a programme that says all that a programme can say', () => {
  it('keeps what is carried out later: ranks, budgets, shares, payments, claims back', () => {
    expect(programme).toMatchObject({
      mode: '择优',
      benefit: 'cash',
      audience: 'enterprise',
      calibre: '高企',
      rank: { by: '得分', take: '10 家' },
      allocate: { budgetFen: 5_000_000_000n, method: 'rank', year: 2026 },
      shares: [{ where: '南京市鼓楼区' }, { where: '南京市' }],
      schedule: [{ when: '立项' }, { when: '验收合格' }],
      clawback: { when: { zh: '三年内迁出' } },
      payee: '企业',
      stack: { group: '研发补助', capFen: 500_000_000n },
      once: true,
      consumes: ['一类知识产权', '技术合同'],
      readings: { default: 'either', signed: { by: '林晓' } },
      excludes: [
        { with: ['made.other'], scope: '年度', resolve: '就高' },
        { with: ['made.other'], scope: '项目', resolve: { base: { text: '研发费用' } } },
      ],
    })
    expect(programme?.calls[0]).toMatchObject({
      number: '〔2026〕9 号',
      windows: [{ step: { zh: '填报' } }, { step: { zh: '推荐' } }],
      quota: { each: '10 项', by: { zh: '各区' } },
      materials: [{ kind: 'licence' }, { kind: 'generated', seal: true }, { kind: 'uploaded' }],
      departments: [{ level: '市', phone: '0000-1' }, { level: '区' }],
      promise: 30,
      verified: 'official',
    })
  })

  it('decides over calibres, years, records, grades and readings, and cites each', () => {
    const facts = {
      注册地: '南京市鼓楼区',
      注册日期: '2020-01-01',
      职工总数: '100 人',
      科技人员: '40 人',
      年销售收入: { '2023': '1000 万元', '2024': '1100 万元', '2025': '2000 万元' },
      '研发费用.高企': { '2023': '80 万元', '2024': '90 万元', '2025': '120 万元' },
      '研发费用.统计@2025': '60 万元',
      一类知识产权: '1 项',
      专家评分: '10 分',
      行业门类: '制造业',
      严重失信: '否',
      科技型中小企业: '是',
      重点项目: '否',
      银行贷款: '是',
      风险投资: '否',
    }
    const records = {
      技术合同: [
        { 到账额: '300 万元', 合同类型: '开发', 登记日期: '2025-03-01' },
        { 到账额: '900 万元', 合同类型: '开发', 登记日期: '2024-03-01' },
      ],
    }
    const either = answerOf(library, 'made.all', { facts, records })
    expect(either).toMatchObject({
      verdict: 'yes',
      reading: 'either',
      // 10 % of 3 million, 1 % and 2 % of the slices, and 20,000 by staff: 620,000, “at most”.
      amountFen: { min: '0', max: '62000000' },
      points: { min: 47, max: 58 },
      grades: ['合格', '优秀'],
      grants: { title: '示范企业', for: '3 年', ends: '有效期满' },
      together: [{ with: ['made.other'], limitFen: { min: '72000000', max: '72000000' } }],
    })
    expect(either.trace.need.map((t) => t.part).slice(0, 3)).toEqual(['standing', 'title', 'need'])
    expect(either.trace.need[2]?.cite).toMatchObject({
      document: '办法',
      article: '第三条（一）',
      verified: 'official',
    })
    const both = answerOf(library, 'made.all', { facts, records }, { reading: 'both' })
    expect(both.verdict).toBe('no')
    const elsewhere = { ...facts, '研发费用.统计@2025': '49 万元' }
    expect(answerOf(library, 'made.all', { facts: elsewhere, records }).verdict).toBe('no')
  })

  it('takes one calibre or year never for another', () => {
    const { missing } = answerOf(library, 'made.all', { facts: { '研发费用.高企@2022': '1 亿元' } })
    for (const key of ['研发费用', '研发费用@2024', '研发费用@2023', '研发费用.统计'])
      expect(missing).toContain(key)
  })
})

describe('what contradicts itself, or names what there is not, is refused in its place', () => {
  const REFUSED: [what: string, from: string | RegExp, to: string, code: string, suggestion?: string][] = [
    ['a rank by nothing', 'by: 得分', 'by: 得了分', 'programme.rank', '得分'],
    ['a rank of no number', 'take: 10 家', 'take: many', 'programme.rank'],
    ['a rank of those who are promised', 'mode: 择优', 'mode: 普惠', 'programme.rank', '择优'],
    ['a title that pays', 'benefit: cash', 'benefit: title', 'programme.benefit'],
    [
      'a standing that is no negative fact',
      'standing: [严重失信]',
      'standing: [重点项目]',
      'programme.standing',
    ],
    [
      'an unknown programme',
      'with: [made.other], scope: 年度',
      'with: [made.othr], scope: 年度',
      'programme.excludes',
      'made.other',
    ],
    [
      'a look-alike in what is consumed',
      'consumes: [一类',
      'consumes: [Ⅰ类',
      'programme.consumes',
      '一类知识产权',
    ],
    ['an ambiguous district', 'where: 南京市,', 'where: 鼓楼区,', 'programme.shares', '江苏省南京市鼓楼区'],
    ['shares of more than the whole', '市: 60%', '市: 70%', 'programme.share'],
    ['a share of nobody who pays', '{市: 60%', '{镇: 60%', 'yaml.unknown-key'],
    ['a line that nobody pays', 'payer: 区', 'payer: 镇', 'yaml.option'],
    ['a payment after no time', 'when: 验收合格,', 'when: 验收合格, after: 来年,', 'programme.after'],
    ['a payment after a lifetime', 'when: 验收合格,', 'when: 验收合格, after: 21 年,', 'programme.after'],
    ['a window that closes before it opens', 'from: 2026-06-01', 'from: 2026-09-01', 'programme.window'],
    ['a term that ends before it begins', 'valid: 2026-01-01', 'valid: 2028-01-01', 'programme.valid'],
    ['an unknown method', 'method: rank', 'method: lottery', 'yaml.option'],
    ['an unknown reading', 'default: either', 'default: neither', 'programme.reading'],
    ['steps that stand twice', '{10%: 4 分, 30%', '{10%: 4 分, 10%', 'yaml.syntax'],
    ['a cap in people', 'cap: {project: 100 万元', 'cap: {project: 100 人', 'programme.unit'],
    ['a misspelt fact', '职工总数 <= 500 人', '职工总树 <= 500 人', 'expression.unknown-name', '职工总数'],
    ['a look-alike', '职工总数 <= 500 人', '职工总数 ≤ 500 人', 'expression.look-alike', '<='],
    ['a bare number', '职工总数 <= 500 人', '职工总数 <= 500', 'expression.bare-number', '500 人'],
    ['a wrong unit', '职工总数 <= 500 人', '职工总数 <= 500 万元', 'expression.unit', '500 人'],
    [
      'a Chinese colon',
      'audience: enterprise',
      'audience：enterprise',
      'yaml.syntax',
      'audience: enterprise',
    ],
    ['a tab', '  - 有投入', '\t- 有投入', 'yaml.syntax'],
    [
      'an expression in a flow list',
      '"行业门类 in {制造业, 服务业}"',
      '行业门类 in {制造业, 服务业}',
      'yaml.syntax',
    ],
  ]
  it.each(REFUSED)('%s', (_, from, to, code, suggestion) => {
    expect(PROGRAMME).toMatch(from)
    const text = PROGRAMME.replace(from, to)
    const loaded = loadPacks(madePack(FACTS, text, OTHER))
    if (loaded.ok) throw new Error('It loaded')
    const problem = loaded.diagnostics.find((d) => d.code === code)
    expect(loaded.diagnostics.map((d) => d.code)).toContain(code)
    expect(problem?.file).toBe('made/programmes/p0.yaml')
    expect(problem?.line).toBeGreaterThan(1)
    expect(problem?.expected ?? problem?.message).toBeTruthy()
    if (suggestion !== undefined) expect(problem?.suggestion).toBe(suggestion)
  })

  it('a budget by rank where nothing is ranked', () => {
    const text = PROGRAMME.replace('mode: 择优', 'mode: 审核').replace(/^rank:.*\n/m, '')
    const loaded = loadPacks(madePack(FACTS, text, OTHER))
    expect(loaded).toMatchObject({ ok: false, diagnostics: [{ code: 'programme.rank' }] })
  })
})

describe('what is checked for names what there is', () => {
  const RULE = 'standing: {status: 行业门类, ended: [农业], barred: [严重失信]}'
  const load = (rule: string) => loadPacks(madePack(`${FACTS}\n${rule}\n`, PROGRAMME, OTHER))

  it('a status, its options and negative facts', () => {
    expect(load(RULE)).toMatchObject({
      ok: true,
      library: { standing: { status: '行业门类', ended: ['农业'], barred: ['严重失信'] } },
    })
  })

  it.each([
    ['status: 行业门类', 'status: 行业门累', '行业门类'],
    ['status: 行业门类', 'status: 职工总数', undefined],
    ['ended: [农业]', 'ended: [农叶]', '农业'],
    ['barred: [严重失信]', 'barred: [重点项目]', undefined],
  ])('%s is not %s', (from, to, suggestion) => {
    const loaded = load(RULE.replace(from, to))
    expect(loaded).toMatchObject({
      ok: false,
      diagnostics: [{ code: 'facts.standing', file: 'made/facts.yaml', expected: expect.any(String) }],
    })
    if (!loaded.ok && suggestion !== undefined) expect(loaded.diagnostics[0]?.suggestion).toBe(suggestion)
  })
})
