import { randomUUID } from 'node:crypto'
import readXlsxFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, buildApp } from '../app.js'
import { library, type TestRegion, TODAY, testRegion } from '../assessments/testing-region.js'
import { loadDemo } from '../demo/index.js'
import type { LeadComparison, LeadDetail, LeadEntries, LeadLists, LeadPreview } from './schema.js'
import { leadEntries } from './store.js'

const AWARD = 'demo.little-giant-award'
const FIRST = 'demo.scale-up'
const YEAR = Number(TODAY.slice(0, 4))
const NAME = '林晓（示例）'

let at: TestRegion
let app: App
beforeAll(async () => {
  at = await testRegion()
  await loadDemo({ pool: at.db.pool, library, region: at.region, today: TODAY, progress: () => {} })
  app = await buildApp({ context: at.context })
})
afterAll(async () => {
  await app.close()
  await at.db.drop()
})

interface Sent {
  readonly role?: string
  readonly name?: string
  readonly body?: object
}
function call(method: 'GET' | 'POST', url: string, { role = 'clerk', name = NAME, body }: Sent = {}) {
  const headers = { host: 'localhost', 'x-kehui-role': role, 'x-kehui-name': encodeURIComponent(name) }
  return app.inject({ method, url: `/api/v1${url}`, headers, ...(body ? { payload: body } : {}) })
}
async function get<T>(url: string): Promise<T> {
  const response = await call('GET', url)
  expect(response.statusCode, response.body).toBe(200)
  return response.json()
}
async function freeze(programme = AWARD, more: object = {}): Promise<LeadDetail> {
  const response = await call('POST', '/lead-lists', { body: { programme, ...more } })
  expect(response.statusCode, response.body).toBe(201)
  return response.json()
}
async function refused(method: 'GET' | 'POST', url: string, sent: Sent = {}) {
  const response = await call(method, url, sent)
  return [response.statusCode, response.json().error.code]
}
const sql = (text: string, ...values: unknown[]) => at.db.pool.query(text, values)
const entriesOf = async (id: string) => (await leadEntries(at.db.pool, at.region, id)).items

describe('a list', () => {
  test('is offered first for what is paid without asking', async () => {
    const { items, programmes } = await get<LeadLists>('/lead-lists')
    expect(items).toEqual([])
    const kinds = programmes.map(({ kind, mode }) => [kind, mode === '免申即享'])
    expect(kinds.every(([kind, unasked]) => (kind === 'lead') === unasked)).toBe(true)
    expect(programmes[0]).toMatchObject({ kind: 'lead', kindText: '拟兑现线索', standing: null })
    expect(programmes.some(({ kindText }) => kindText === '培育线索')).toBe(true)
  })

  test('is previewed without anything being written', async () => {
    const preview = await get<LeadPreview>(`/lead-lists/preview?programme=${AWARD}`)
    expect(preview).toMatchObject({ examined: 220, kindText: '拟兑现线索', on: TODAY, before: null })
    expect(preview.leads).toBeGreaterThan(0)
    expect(preview.excluded).toBeGreaterThan(0)
    expect(preview.leads + preview.excluded + preview.open + preview.unmet).toBe(220)
    expect((await get<LeadLists>('/lead-lists')).items).toEqual([])
  })

  test('is frozen as it was previewed, with date, version of the rule and a hash of every input', async () => {
    const preview = await get<LeadPreview>(`/lead-lists/preview?programme=${AWARD}`)
    const list = await freeze(AWARD, { seen: preview.digest, note: '第一批' })
    expect(list).toMatchObject({
      state: 'standing',
      digest: preview.digest,
      leads: preview.leads,
      on: TODAY,
      version: library.programmes.get(AWARD)?.version,
      frozenBy: NAME,
      note: '第一批',
      intact: true,
      actions: ['withdraw'],
    })
    const { items } = await get<LeadEntries>(`/lead-lists/${list.id}/entries?outcome=lead`)
    expect(items).toHaveLength(list.leads)
    for (const { reasons, facts, inputHash, amountFen } of items) {
      expect(reasons).toEqual([])
      expect(inputHash).toMatch(/^[0-9a-f]{64}$/)
      expect(facts.map(({ key }) => key)).toContain('专精特新小巨人企业')
      expect(facts.every(({ source }) => source?.endsWith('（示例）'))).toBe(true)
      expect(amountFen?.max).toBe('60000000')
    }
    const sum = items.reduce((total, { amountFen }) => total + BigInt(amountFen?.max ?? 0), 0n)
    expect(list.amountFen.max).toBe(sum.toString())
  })

  test('tells why others are excluded, by reason, place and words', async () => {
    const { items: lists } = await get<LeadLists>('/lead-lists')
    const id = lists[0]?.id ?? ''
    const detail = await get<LeadDetail>(`/lead-lists/${id}`)
    for (const { kind, count } of detail.reasons) {
      const found = await get<LeadEntries>(`/lead-lists/${id}/entries?outcome=excluded&reason=${kind}`)
      expect(found.total).toBe(count)
      expect(found.items.every(({ reasons }) => reasons.some((reason) => reason.kind === kind))).toBe(true)
    }
    const [one] = (await get<LeadEntries>(`/lead-lists/${id}/entries`)).items
    const byCode = await get<LeadEntries>(`/lead-lists/${id}/entries?q=${one?.creditCode}`)
    expect(byCode.items.map(({ name }) => name)).toEqual([one?.name])
    const inYunlu = await get<LeadEntries>(`/lead-lists/${id}/entries?place=990102`)
    expect(inYunlu.items.every(({ place }) => place?.endsWith('云麓区'))).toBe(true)
    const inCity = await get<LeadEntries>(`/lead-lists/${id}/entries?place=990100`)
    expect(inCity.total).toBe(detail.leads + detail.excluded)
  })

  test('stays as it was frozen, whatever is written of its companies later', async () => {
    const [list] = (await get<LeadLists>('/lead-lists')).items
    const before = await entriesOf(list?.id ?? '')
    await sql(`UPDATE subject SET name = name || '改名' WHERE id = $1`, before[0]?.subject)
    expect(await entriesOf(list?.id ?? '')).toEqual(before)
    expect((await get<LeadDetail>(`/lead-lists/${list?.id}`)).intact).toBe(true)
    await sql(`UPDATE subject SET name = replace(name, '改名', '') WHERE id = $1`, before[0]?.subject)
  })

  test('that somebody tampers with in the database is told as such', async () => {
    const [list] = (await get<LeadLists>('/lead-lists')).items
    const at = `region_id = ${1} AND list_id = '${list?.id}' AND position = 1`
    await sql(`GRANT UPDATE ON lead_entry TO CURRENT_USER`)
    await sql(`UPDATE lead_entry SET most_fen = most_fen + 1 WHERE ${at}`)
    expect((await get<LeadDetail>(`/lead-lists/${list?.id}`)).intact).toBe(false)
    await sql(`UPDATE lead_entry SET most_fen = most_fen - 1 WHERE ${at}`)
    expect((await get<LeadDetail>(`/lead-lists/${list?.id}`)).intact).toBe(true)
    await sql(`REVOKE UPDATE ON lead_entry FROM CURRENT_USER`)
  })
})

describe('a newer list', () => {
  test('is compared with the one it replaces: who came, who went, and why', async () => {
    const first = await freeze(FIRST)
    const leads = (await entriesOf(first.id)).filter(({ reasons }) => reasons === null)
    const [awarded, ended, lost, gone] = leads
    if (!awarded || !ended || !lost || !gone) throw new Error('four leads are wanted')
    await sql(
      `INSERT INTO award (subject_id, programme, received_on, amount_fen) VALUES ($1, $2, $3, 60000000)`,
      awarded.subject,
      FIRST,
      TODAY,
    )
    await say(ended.subject, '登记状态', { kind: 'choice', value: '注销' }, '市场监管局')
    await say(lost.subject, `首次升规@${YEAR - 1}`, { kind: 'yes-no', value: false }, '统计局')
    await sql('DELETE FROM subject WHERE id = $1', gone.subject)
    const second = await freeze(FIRST)
    expect(second).toMatchObject({ replaces: first.id, state: 'standing' })
    const compared = await get<LeadComparison>(`/lead-lists/${second.id}/comparison?with=${first.id}`)
    expect(compared.stayed).toBe(leads.length - 4)
    expect(compared.came).toEqual([])
    const why = new Map(compared.went.map((one) => [one.subject, one.why.join('；')]))
    expect(why.get(awarded.subject)).toBe(`已经兑现过：“首次升规奖励与高企加奖（示例）”（${TODAY}）`)
    expect(why.get(ended.subject)).toContain('主体已终止：登记状态为注销')
    expect(why.get(lost.subject)).toContain('不再符合条件')
    expect(why.get(gone.subject)).toContain('已不在登记库')
    const back = await get<LeadComparison>(`/lead-lists/${first.id}/comparison?with=${second.id}`)
    expect(back.came.map(({ subject }) => subject).sort()).toEqual([...why.keys()].sort())
    const replaced = await get<LeadDetail>(`/lead-lists/${first.id}`)
    expect(replaced).toMatchObject({ state: 'replaced', actions: [], intact: true })
    expect(replaced.events).toMatchObject([{ action: 'replace', list: second.id }])
  })

  test('of a programme that excludes it leaves out who is on one that stands', async () => {
    const second = (await get<LeadLists>('/lead-lists')).items.find(({ programme }) => programme === AWARD)
    const [lead] = (await entriesOf(second?.id ?? '')).filter(({ reasons }) => reasons === null)
    const specialised = await get<LeadPreview>('/lead-lists/preview?programme=demo.specialised-award')
    expect(specialised.reasons.map(({ kind }) => kind)).toContain('preferred')
    const frozen = await freeze('demo.specialised-award')
    const found = await get<LeadEntries>(`/lead-lists/${frozen.id}/entries?q=${lead?.creditCode}`)
    expect(found.items[0]?.reasons.length).toBeGreaterThan(0)
  })

  test('of another programme is not compared with it', async () => {
    const { items } = await get<LeadLists>('/lead-lists')
    const other = items.find(({ programme }) => programme !== AWARD)
    const own = items.find(({ programme }) => programme === AWARD)
    expect(await refused('GET', `/lead-lists/${own?.id}/comparison?with=${other?.id}`)).toEqual([
      422,
      'leads.other-programme',
    ])
  })

  test('is refused where it is another one than was looked at', async () => {
    const body = { programme: AWARD, seen: '0'.repeat(64) }
    expect(await refused('POST', '/lead-lists', { body })).toEqual([409, 'leads.changed'])
  })
})

describe('withdrawing', () => {
  const current = async () => {
    const { items } = await get<LeadLists>('/lead-lists')
    return items.find(({ programme, state }) => programme === AWARD && state !== 'replaced')?.id ?? ''
  }

  test('wants a reason; it can be taken back', async () => {
    const id = await current()
    const withdraw = (note: string) => call('POST', `/lead-lists/${id}/withdraw`, { body: { note } })
    expect((await withdraw('  ')).json().error.code).toBe('leads.note')
    expect((await withdraw('公示期间有异议')).json()).toMatchObject({
      state: 'withdrawn',
      actions: ['restore'],
    })
    expect((await withdraw('再撤')).json().error.code).toBe('leads.state')
    const restored = (await call('POST', `/lead-lists/${id}/restore`, { body: {} })).json()
    expect(restored).toMatchObject({ state: 'standing', actions: ['withdraw'] })
    expect(restored.events.map(({ action }: { action: string }) => action)).toEqual(['withdraw', 'restore'])
  })

  test('nothing can be restored that was not withdrawn, or beside another list', async () => {
    const id = await current()
    const restore = `/lead-lists/${id}/restore`
    expect(await refused('POST', restore, { body: {} })).toEqual([409, 'leads.state'])
    await call('POST', `/lead-lists/${id}/withdraw`, { body: { note: '重新测算' } })
    const next = await freeze()
    expect(next.replaces).toBeNull()
    expect(await refused('POST', restore, { body: {} })).toEqual([409, 'leads.another'])
    const { items } = await get<LeadLists>('/lead-lists')
    for (const { id: replaced } of items.filter(({ state }) => state === 'replaced'))
      for (const action of ['withdraw', 'restore'])
        expect(
          await refused('POST', `/lead-lists/${replaced}/${action}`, { body: { note: '理由' } }),
        ).toEqual([409, 'leads.state'])
  })
})

describe('two at once', () => {
  test('one list of a programme stands, however many are frozen at the same time', async () => {
    await Promise.all([
      freeze('demo.rd-centre-award'),
      freeze('demo.rd-centre-award'),
      freeze('demo.rd-centre-award'),
    ])
    const { items } = await get<LeadLists>('/lead-lists')
    const states = items
      .filter(({ programme }) => programme === 'demo.rd-centre-award')
      .map(({ state }) => state)
    expect(states.sort()).toEqual(['replaced', 'replaced', 'standing'])
  })
})

describe('files', () => {
  test('a workbook says what it is, who is on it and who is excluded; what begins like a formula is a text', async () => {
    const evil = `=HYPERLINK("http://example.org")${randomUUID()}`
    const [id = ''] = (await sql('SELECT id FROM subject WHERE name = $1', evil)).rows
    expect(id).toBe('')
    const [one] = (await get<LeadLists>('/lead-lists')).items.filter(({ state }) => state === 'standing')
    const [lead] = (await entriesOf(one?.id ?? '')).filter(({ reasons }) => reasons === null)
    await sql('UPDATE subject SET name = $2 WHERE id = $1', lead?.subject, evil)
    const list = await freeze(one?.programme)
    const response = await call('GET', `/lead-lists/${list.id}/list.xlsx`)
    expect(response.headers['content-disposition']).toContain("filename*=UTF-8''")
    const sheets = await readXlsxFile(response.rawPayload)
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['说明', '线索', '剔除'])
    const [about, leads, excluded] = sheets.map(({ data }) => data)
    expect(about?.flat()).toEqual(expect.arrayContaining(['拟兑现线索（有效）', list.digest, list.version]))
    expect(leads).toHaveLength(list.leads + 1)
    expect(leads?.slice(1).every(([state]) => state === '拟兑现线索')).toBe(true)
    expect(leads?.flat()).toContain(evil)
    expect(excluded).toHaveLength(list.excluded + 1)
    const csv = (await call('GET', `/lead-lists/${list.id}/list.csv`)).body
    expect(csv.startsWith('\uFEFF"性质"')).toBe(true)
    expect(csv).toContain(`"'=HYPERLINK(""http://example.org"")`)
    expect(csv.trimEnd().split('\r\n')).toHaveLength(list.leads + 1)
  })
})

describe('refusals', () => {
  const none = randomUUID()
  test.each([
    ['GET', '/lead-lists/preview?programme=demo.nothing', 404, 'programme.not-found'],
    ['GET', '/lead-lists/preview', 400, 'request.invalid'],
    ['GET', `/lead-lists/${none}`, 404, 'leads.not-found'],
    ['GET', `/lead-lists/${none}/entries`, 404, 'leads.not-found'],
    ['GET', `/lead-lists/${none}/comparison?with=${none}`, 404, 'leads.not-found'],
    ['GET', `/lead-lists/${none}/list.xlsx`, 404, 'leads.not-found'],
    ['GET', `/lead-lists/${none}/list.csv`, 404, 'leads.not-found'],
    ['GET', '/lead-lists/1', 400, 'request.invalid'],
    ['POST', `/lead-lists/${none}/restore`, 404, 'leads.not-found'],
  ] as const)('%s %s', async (method, url, status, code) => {
    expect(await refused(method, url, method === 'POST' ? { body: {} } : {})).toEqual([status, code])
  })

  test('a company has no business here, a service team may look but not freeze, and a clerk gives a name', async () => {
    expect(await refused('GET', '/lead-lists', { role: 'manager' })).toEqual([403, 'role.not-allowed'])
    expect((await call('GET', '/lead-lists', { role: 'service-team' })).statusCode).toBe(200)
    const body = { programme: AWARD }
    expect(await refused('POST', '/lead-lists', { role: 'service-team', body })).toEqual([
      403,
      'role.not-allowed',
    ])
    expect((await call('POST', '/lead-lists', { name: '', body })).json().error.code).toBe('role.no-name')
  })

  test('nobody qualifies: nothing is frozen', async () => {
    const body = { programme: 'cn.key-little-giant' }
    expect(await refused('POST', '/lead-lists', { body })).toEqual([409, 'leads.nothing'])
  })

  test('a programme that is not in force', async () => {
    const day = at.context.on
    at.context.on = `${YEAR + 10}-01-01`
    expect(await refused('GET', '/lead-lists/preview?programme=cn.key-little-giant')).toEqual([
      409,
      'leads.not-in-force',
    ])
    at.context.on = day
  })
})

describe('who says so', () => {
  test('a company cannot enter a value in the name of a register', async () => {
    const [one] = (await entriesOf((await get<LeadLists>('/lead-lists')).items[0]?.id ?? '')).slice(-1)
    const url = `/api/v1/subjects/${one?.subject}/facts`
    const put = (role: string, source: string) =>
      app.inject({
        method: 'POST',
        url,
        headers: { host: 'localhost', 'x-kehui-role': role },
        payload: { facts: { [`首次升规@${YEAR - 1}`]: '是' }, source },
      })
    expect((await put('manager', '统计局')).json().error.code).toBe('facts.source-register')
    expect((await put('clerk', '统计局')).statusCode).toBe(200)
  })

  test('a register that says what a company declared is written beside it', async () => {
    const made = await app.inject({
      method: 'POST',
      url: '/api/v1/subjects',
      headers: { host: 'localhost', 'x-kehui-role': 'clerk' },
      payload: { name: '云川登记核对示例有限公司', audience: 'enterprise', place: '云麓区' },
    })
    const url = `/api/v1/subjects/${made.json().id}/facts`
    const save = async (source: string) => {
      const payload = { facts: { 职工总数: '80 人' }, source }
      const headers = { host: 'localhost', 'x-kehui-role': 'clerk' }
      return (await app.inject({ method: 'POST', url, headers, payload })).json()
    }
    expect((await save('企业填写')).changed).toHaveLength(1)
    expect((await save('企业填写')).changed).toHaveLength(0)
    expect((await save('社保')).changed).toHaveLength(1)
    expect((await save('社保')).changed).toHaveLength(0)
    expect((await save('企业填写')).changed).toHaveLength(0)
  })
})

async function say(subject: string, key: string, value: object, source: string): Promise<void> {
  await sql(
    `INSERT INTO observation (subject_id, key, value, source, observed_at, batch)
     VALUES ($1, $2, $3, $4, $5, gen_random_uuid())`,
    subject,
    key,
    JSON.stringify(value),
    source,
    TODAY,
  )
}
