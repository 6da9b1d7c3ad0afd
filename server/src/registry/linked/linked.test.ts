import type { ImportMapping } from '@kehui/domain/registry/imports'
import { programFor } from '@kehui/domain/rules'
import { checkCharacter } from '@kehui/domain/shared'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../../database/pool.js'
import { mergeSubjects, undoMerge } from '../../duplicates/store-merge.js'
import { loadLibrary } from '../../pack-files.js'
import type { Entry, Package } from '../../packages/schema.js'
import { fillRegion, readRegion } from '../../region-columns/index.js'
import { type TestRegistry, testRegistry } from '../imports/testing-imports.js'
import { toldOf } from '../told.js'
import { linkEarlier } from './store-link-earlier.js'
import { passEnds } from './store-links.js'

const library = loadLibrary()
const TODAY = '2026-11-24'
let at: TestRegistry
beforeAll(async () => {
  at = await testRegistry({ now: () => new Date(`${TODAY}T04:00:00Z`) })
})
afterAll(() => at.end())

function code(n: number): string {
  const first = `91420100MA${String(n).padStart(7, '0')}`
  return first + checkCharacter(first)
}

const source = (name: string) => ({ name, standing: 'register' as const, observedOn: '2026-11-01' })
const COMPANIES: ImportMapping = {
  kind: 'enterprise',
  source: source('登记库'),
  columns: { 企业名称: 'name', 信用代码: 'creditCode', 注册地: 'place' },
}
const CONTRACTS: ImportMapping = {
  kind: 'contract',
  source: source('技术合同登记系统'),
  columns: {
    合同名称: 'name',
    登记号: 'number',
    类别: 'type',
    卖方: 'seller',
    买方: 'buyer',
    买方所在地: 'buyerPlace',
    到账额: { field: 'received', unit: '元' },
    到账日期: 'receivedOn',
    买方为企业: 'buyerIsCompany',
  },
}
const HEADER = '合同名称,登记号,类别,卖方,买方,买方所在地,到账额,到账日期,买方为企业'
const TITLES: ImportMapping = {
  kind: 'title',
  source: source('认定名单'),
  columns: {
    称号: 'name',
    证书: 'number',
    单位: 'holder',
    发证: 'issuedOn',
    到期: 'endsOn',
    撤销: 'revokedOn',
  },
}

let companies = 0
async function company(name: string): Promise<string> {
  companies += 1
  await at.load(`企业名称,信用代码,注册地\n${name},${code(companies)},武汉市`, COMPANIES)
  return only('SELECT id FROM subject WHERE credit_code = $1', code(companies))
}

async function only(text: string, ...values: unknown[]): Promise<string> {
  const { rows } = await at.db.pool.query<{ id: string }>(text, values)
  return rows[0]?.id ?? ''
}

async function award(id: string): Promise<{ verdict: string; fen: string | undefined; package: Package }> {
  const found = await at.get<Package>(`/subjects/${id}/package`)
  const all: Entry[] = [...found.can, ...found.later, ...found.needs, ...found.not]
  const entry = all.find(({ programme }) => programme === 'wh.contract-award')
  return { verdict: entry?.verdict ?? '', fen: entry?.amountFen?.max, package: found }
}

test('contracts that are imported are what their seller is paid for, to the yuan, with their source', async () => {
  const id = await company('江城甲科技有限公司（示例）')
  const before = await award(id)
  const { id: file } = await at.load(
    [
      HEADER,
      '检测平台开发,HT-1,技术开发,江城甲科技有限公司(示例),江城乙,武汉市,5000000,2025-03-01,是',
      `算法许可,HT-2,技术许可,${code(companies)},江城乙,武汉市,3000050,2025-12-31,是`,
      '去年前,HT-3,技术许可,江城甲科技有限公司（示例）,江城乙,武汉市,9000000,2024-12-31,是',
      '别家的,HT-4,技术开发,江城丙科技有限公司（示例）,江城乙,武汉市,7000000,2025-03-01,是',
    ].join('\n'),
    CONTRACTS,
  )
  const after = await award(id)
  expect([before.verdict, after.verdict]).toEqual(['unknown', 'yes'])
  expect(after.fen).toBe('16000100')
  expect(after.package.records).toMatchObject([
    {
      name: '技术合同',
      count: 3,
      sources: expect.arrayContaining(['技术合同登记系统：检测平台开发']),
      programmes: expect.arrayContaining(['wh.contract-award']),
    },
  ])
  await at.undo(file)
  expect((await award(id)).verdict).toBe('unknown')
})

test('a contract that is told anew counts as it is told then, and one that was entered by hand as well counts once', async () => {
  const id = await company('江城丁科技有限公司（示例）')
  const line = (fen: number) =>
    [HEADER, `平台,HT-9,技术开发,江城丁科技有限公司（示例）,江城乙,武汉市,${fen},2025-03-01,是`].join('\n')
  await at.load(line(1_000_000), CONTRACTS)
  expect((await award(id)).fen).toBe('2000000')
  await at.load(line(2_000_000), {
    ...CONTRACTS,
    source: { ...source('技术合同登记系统'), observedOn: '2026-11-02' },
  })
  expect((await award(id)).fen).toBe('4000000')
  await at.post(`/subjects/${id}/facts`, {
    records: { 技术合同: [{ 合同类型: '开发', 到账额: '200 万元', 到账日期: '2025-03-01' }] },
  })
  expect((await award(id)).fen).toBe('4000000')
})

test('two resources that turn out to be one contract count once, until the merge is undone', async () => {
  const id = await company('江城戊科技有限公司（示例）')
  await at.load(
    [
      HEADER,
      '平台甲,HT-21,技术开发,江城戊科技有限公司（示例）,江城乙,武汉市,1000000,2025-03-01,是',
      '平台乙,HT-22,技术开发,江城戊科技有限公司（示例）,江城乙,武汉市,1000000,2025-03-01,是',
    ].join('\n'),
    CONTRACTS,
  )
  expect((await award(id)).fen).toBe('4000000')
  const find = (number: string) =>
    only("SELECT id FROM subject WHERE kind = 'contract' AND code = $1", number)
  const [kept, merged] = [await find('HT-21'), await find('HT-22')]
  const pair = '00000000-0000-4000-8000-000000000001'
  await inTransaction(at.db.pool, (tx) => mergeSubjects(tx, at.region, { pair, kept, merged }))
  expect((await award(id)).fen).toBe('2000000')
  await inTransaction(at.db.pool, (tx) => undoMerge(tx, at.region, pair))
  expect((await award(id)).fen).toBe('4000000')
})

test('of a company that was merged into another the contracts are that other’s', async () => {
  const kept = await company('江城己科技有限公司（示例）')
  const merged = await company('江城己旧名科技有限公司（示例）')
  await at.load(
    [HEADER, '平台己,HT-31,技术开发,江城己旧名科技有限公司（示例）,江城乙,武汉市,1000000,2025-03-01,是'].join(
      '\n',
    ),
    CONTRACTS,
  )
  expect((await award(kept)).verdict).toBe('unknown')
  const pair = '00000000-0000-4000-8000-000000000002'
  await inTransaction(at.db.pool, (tx) => mergeSubjects(tx, at.region, { pair, kept, merged }))
  expect((await award(kept)).fen).toBe('2000000')
})

async function fact(id: string, name: string): Promise<string | undefined> {
  const facts = await at.get<{ rows: { fact: string; cells: { value: string }[] }[] }>(
    `/subjects/${id}/facts`,
  )
  return facts.rows.find((row) => row.fact === name)?.cells[0]?.value
}

test.each([
  ['holds', '国家高新技术企业,T-1,2024-01-01,2099-01-01,', '是'],
  ['has ended', '高新技术企业,T-2,2020-01-01,2023-01-01,', '否'],
  ['was revoked', '高新技术企业,T-3,2024-01-01,2099-01-01,2025-06-01', '否'],
])('a title that %s is a fact of its holder', async (_, line, expected) => {
  const name = `江城称号科技有限公司${companies}（示例）`
  const id = await company(name)
  const [title, number, ...rest] = line.split(',')
  await at.load(`称号,证书,单位,发证,到期,撤销\n${title},${number},${name},${rest.join(',')}`, TITLES)
  expect(await fact(id, '高新技术企业')).toBe(expected)
})

test('an award that was received is received, and an investment, a loan and a project are records', async () => {
  const id = await company('江城壬科技有限公司（示例）')
  const name = '江城壬科技有限公司（示例）'
  const read = (kind: string, header: string, line: string, columns: Record<string, string>) =>
    at.load(`${header}\n${line}`, { kind, source: source('台账'), columns })
  await read('award', '名称,单位,项目,金额', `研发补助,${name},demo.rd-subsidy,5万元`, {
    名称: 'name',
    单位: 'recipient',
    项目: 'programme',
    金额: 'amount',
  })
  await read('investment', '事件,企业,金额,日期', `天使轮,${name},300万元,2025-05-01`, {
    事件: 'name',
    企业: 'company',
    金额: 'amount',
    日期: 'investedOn',
  })
  await read('loan', '名称,借款人,金额,放款', `科创贷,${name},100万元,2025-06-01`, {
    名称: 'name',
    借款人: 'borrower',
    金额: 'amount',
    放款: 'grantedOn',
  })
  await read('project', '名称,单位,级别,开始', `传感器攻关,${name},省级,2025-01-01`, {
    名称: 'name',
    单位: 'holder',
    级别: 'level',
    开始: 'startsOn',
  })
  const told = await toldOf(at.db.pool, [id])
  expect(told.received).toEqual([{ subject: id, programme: 'demo.rd-subsidy' }])
  const cells = Object.fromEntries(told.records.map(({ record, cells: own }) => [record, own]))
  const fen = (n: number) => ({ kind: 'quantity', lo: `${n}`, hi: `${n}` })
  expect(cells).toMatchObject({
    获得奖补: { 金额: fen(5_000_000) },
    股权投资: { 投资金额: fen(300_000_000), 到位日期: { kind: 'date' } },
    贷款: { 贷款本金: fen(100_000_000) },
    科技项目: { 级别: { kind: 'choice', value: '省级' } },
  })
})

test('a contract whose row was taken back counts no more, nor does one that names another seller since', async () => {
  const id = await company('江城癸科技有限公司（示例）')
  const line = (seller: string) =>
    [HEADER, `平台癸,HT-51,技术开发,${seller},江城乙,武汉市,1000000,2025-03-01,是`].join('\n')
  await at.load(line('江城癸科技有限公司（示例）'), CONTRACTS)
  expect((await award(id)).fen).toBe('2000000')
  const corrected = await at.load(line('江城子科技有限公司（示例）'), {
    ...CONTRACTS,
    source: { ...source('技术合同登记系统'), observedOn: '2026-11-03' },
  })
  expect((await award(id)).verdict).toBe('unknown')
  await at.undo(corrected.id)
  expect((await award(id)).fen).toBe('2000000')
  await at.db.pool.query(
    "UPDATE imported_row SET retracted_at = now() WHERE subject_id = (SELECT id FROM subject WHERE code = 'HT-51')",
  )
  expect((await award(id)).verdict).toBe('unknown')
})

test('a contract that its system takes back by its key counts no longer, and again once that is undone', async () => {
  const name = '江城撤科技有限公司（示例）'
  const id = await company(name)
  const feed = (row: object) =>
    at.post<{ id: string }>(`/feeds/${encodeURIComponent('合同平台')}/contract`, { rows: [row] })
  const told = await feed({
    key: 'c-81',
    name: '平台撤',
    number: 'HT-81',
    type: '技术开发',
    seller: name,
    buyer: '江城乙',
    buyerPlace: '武汉市',
    // A bare number is in the unit of its field, 万元.
    received: 100,
    receivedOn: '2025-03-01',
    buyerIsCompany: '是',
  })
  expect(told.status, JSON.stringify(told.body)).toBe(200)
  expect((await award(id)).fen).toBe('2000000')
  const { body } = await feed({ op: 'retract', key: 'c-81' })
  expect((await award(id)).verdict).toBe('unknown')
  await at.undo(body.id)
  expect((await award(id)).fen).toBe('2000000')
})

test('a name that two companies have says nothing of either', async () => {
  const name = '江城同名科技有限公司（示例）'
  const id = await company(name)
  await at.load(
    [HEADER, `平台同,HT-61,技术开发,${name},江城乙,武汉市,1000000,2025-03-01,是`].join('\n'),
    CONTRACTS,
  )
  expect((await award(id)).fen).toBe('2000000')
  const other = await company(name)
  expect([(await award(id)).verdict, (await award(other)).verdict]).toEqual(['unknown', 'unknown'])
})

test('rights in force count as at least so many', async () => {
  const id = await company('江城庚科技有限公司（示例）')
  await at.load(
    '名称,编号,类型,权利人,状态\n检测方法,R-1,发明专利,江城庚科技有限公司（示例）,授权\n外壳,R-2,外观设计,江城庚科技有限公司（示例）,授权\n旧,R-3,发明专利,江城庚科技有限公司（示例）,失效',
    {
      kind: 'patent',
      source: source('专利登记簿'),
      key: '编号',
      columns: { 名称: 'name', 类型: 'type', 权利人: 'holder', 状态: 'status' },
    },
  )
  expect(await fact(id, '一类知识产权')).toBe('≥ 1 项')
  expect(await fact(id, '二类知识产权')).toBe('≥ 1 项')
})

test('the row of a company in the region is filled anew when a contract of it comes or goes, and when a title ends', async () => {
  const id = await company('江城辛科技有限公司（示例）')
  const program = programFor(library, 20781, [...library.programmes.values()])
  const revisionOf = async () => {
    await fillRegion({ pool: at.db.pool, library, region: at.region, program })
    const columns = await readRegion({ pool: at.db.pool, region: at.region, program })
    return columns.revisions[columns.subjects.rowOf(id)] ?? 0
  }
  const seen = [await revisionOf()]
  const { id: file } = await at.load(
    [HEADER, '平台辛,HT-41,技术开发,江城辛科技有限公司（示例）,江城乙,武汉市,1000000,2025-03-01,是'].join(
      '\n',
    ),
    CONTRACTS,
  )
  seen.push(await revisionOf())
  await at.undo(file)
  seen.push(await revisionOf())
  await at.load(
    '称号,证书,单位,发证,到期,撤销\n高企,T-9,江城辛科技有限公司（示例）,2024-01-01,2027-01-01,',
    TITLES,
  )
  seen.push(await revisionOf())
  await at.load(
    '称号,证书,单位,发证,到期,撤销\n高企,T-9,江城辛科技有限公司（示例）,2024-01-01,2027-01-01,2026-12-31',
    { ...TITLES, source: { ...source('认定名单'), observedOn: '2026-11-02' } },
  )
  await revisionOf()
  expect(await passEnds(at.db.pool, at.region, '2026-12-30')).toBe(0)
  expect(await passEnds(at.db.pool, at.region, '2026-12-31')).toBe(1)
  expect(await passEnds(at.db.pool, at.region, '2027-01-01')).toBe(0)
  expect(await passEnds(at.db.pool, at.region, '2027-01-02')).toBe(1)
  seen.push(await revisionOf())
  expect(await passEnds(at.db.pool, at.region, '2027-01-03')).toBe(0)
  expect(seen).toEqual([...seen].sort((a, b) => a - b))
  expect(new Set(seen).size).toBe(seen.length)
})

test('what was imported before kinds told anything of their parties is linked when a server starts', async () => {
  const id = await company('江城丑科技有限公司（示例）')
  await at.load(
    [HEADER, '平台丑,HT-71,技术开发,江城丑科技有限公司（示例）,江城乙,武汉市,1000000,2025-03-01,是'].join(
      '\n',
    ),
    CONTRACTS,
  )
  await at.db.pool.query("DELETE FROM resource_link WHERE kind = 'contract'")
  expect((await award(id)).verdict).toBe('unknown')
  expect(await linkEarlier(at.db.pool, at.region, TODAY)).toBeGreaterThan(0)
  expect((await award(id)).fen).toBe('2000000')
  expect(await linkEarlier(at.db.pool, at.region, TODAY)).toBe(0)
})
