import readXlsxFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, buildApp } from '../app.js'
import { library, type TestRegion, TODAY, testRegion } from '../assessments/testing-region.js'
import { loadDemo } from '../demo/index.js'
import type { Package } from '../packages/schema.js'
import { startRun } from '../region-run/start-run.js'
import { searchSubjects } from '../registry/store.js'
import type { Allocation, Budget } from './schema.js'

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

function call(url: string, role = 'clerk') {
  return app.inject({
    method: 'GET',
    url: `/api/v1${url}`,
    headers: { host: 'localhost', 'x-kehui-role': role },
  })
}
async function get<T>(url: string): Promise<T> {
  const response = await call(url)
  expect(response.statusCode, response.body).toBe(200)
  return response.json()
}
const budget = (...programmes: string[]) =>
  get<Budget>(`/budget?${programmes.map((id) => `programme=${id}`).join('&')}`)
const allocation = (query: string) => get<Allocation>(`/budget/allocation?${query}`)
const sum = (values: readonly string[]) => values.reduce((total, fen) => total + BigInt(fen), 0n).toString()

describe('what programmes cost', () => {
  test('levels and years come to the whole, of each programme and of each kind of benefit', async () => {
    const { kinds, choices, on } = await budget()
    expect(on).toBe(TODAY)
    expect(choices[0]?.pack).toBe('demo')
    expect(kinds.length).toBeGreaterThan(2)
    expect(new Set(kinds.map(({ benefit }) => benefit)).size).toBe(kinds.length)
    for (const kind of kinds)
      for (const key of ['certainFen', 'possibleFen'] as const) {
        expect(sum(kind.programmes.map((one) => one[key]))).toBe(kind[key])
        expect(sum(kind.costs.map((one) => one[key]))).toBe(kind[key])
        for (const one of kind.programmes) expect(sum(one.costs.map((cost) => cost[key]))).toBe(one[key])
        expect(kind.programmes.every(({ benefit }) => benefit === kind.benefit)).toBe(true)
      }
  })

  test('is what the packages of the companies say, after settling', async () => {
    const { kinds } = await budget('demo.rd-subsidy')
    const [subsidy] = kinds[0]?.programmes ?? []
    const { items } = await searchSubjects(at.db.pool, at.region, {
      audience: 'enterprise',
      limit: 1000,
      offset: 0,
    })
    let [met, certain] = [0, 0n]
    for (const { id } of items) {
      const { can, later } = await get<Package>(`/subjects/${id}/package`)
      const entry = [...can, ...later].find(({ programme }) => programme === 'demo.rd-subsidy')
      if (!entry || entry.settled?.kept === false) continue
      met += 1
      certain += BigInt((entry.settled?.amountFen ?? entry.amountFen)?.min ?? 0)
    }
    expect(subsidy).toMatchObject({ met, certainFen: certain.toString() })
    expect(met).toBeGreaterThan(0)
  })

  test('the text’s own shares and years', async () => {
    const { kinds } = await budget('demo.little-giant-award')
    const years = kinds[0]?.costs.map(({ level, year }) => [level, year])
    expect(years).toEqual([
      ['市', 2026],
      ['市', 2027],
      ['市', 2028],
    ])
  })

  test('after a run of the region the same comes out, from those it entitled', async () => {
    const before = await budget('demo.rd-subsidy', 'demo.scale-up')
    const { ended } = await startRun(at.context, at.region, { on: TODAY, cause: 'asked', byName: null })
    await ended
    await at.db.pool.query(
      `INSERT INTO award (subject_id, programme) SELECT id, 'demo.none' FROM subject LIMIT 1`,
    )
    expect((await budget('demo.rd-subsidy', 'demo.scale-up')).kinds).toEqual(before.kinds)
  })
})

describe('a budget that is short', () => {
  const ASKED = 'programme=demo.rd-subsidy'
  test.each(['pro-rata', 'first-come'])('%s: never more than there is, and who falls out', async (method) => {
    const whole = await allocation(`${ASKED}&method=${method}&budgetFen=999999999999`)
    expect(whole).toMatchObject({ out: 0, part: 0, paidFen: whole.askedFen })
    const half = (BigInt(whole.askedFen) / 2n).toString()
    const short = await allocation(`${ASKED}&method=${method}&budgetFen=${half}`)
    expect(sum(short.shares.map(({ paidFen }) => paidFen))).toBe(short.paidFen)
    expect(BigInt(short.paidFen) + BigInt(short.leftFen)).toBe(BigInt(half))
    expect(BigInt(short.leftFen) >= 0n).toBe(true)
    expect(short.shares).toHaveLength(whole.shares.length)
    if (method === 'pro-rata') expect(short).toMatchObject({ paidFen: half, leftFen: '0', out: 0 })
    else expect(short.out).toBeGreaterThan(0)
    const again = await allocation(`${ASKED}&method=${method}&budgetFen=${half}`)
    expect(again).toEqual(short)
  })

  test('in part, all of it is spent', async () => {
    const short = await allocation(`${ASKED}&method=first-come&budgetFen=10000001&partly=true`)
    expect(short).toMatchObject({ paidFen: '10000001', leftFen: '0', part: 1 })
  })

  test('what is still open counts where it is asked for', async () => {
    const sure = await allocation(`${ASKED}&method=pro-rata&budgetFen=100`)
    const most = await allocation(`${ASKED}&method=pro-rata&budgetFen=100&possible=true`)
    expect(BigInt(most.askedFen) > BigInt(sure.askedFen)).toBe(true)
  })

  test('over years, what one year cannot pay waits for the next', async () => {
    const found = await allocation('programme=demo.specialised-award&method=over-years&budgetFen=40000000')
    expect(found.years).toHaveLength(5)
    for (const [i, { paidFen, leftFen }] of found.years.entries()) {
      expect(BigInt(paidFen) + BigInt(leftFen)).toBe(40_000_000n)
      expect(sum(found.shares.map(({ yearsFen }) => yearsFen[i] ?? '0'))).toBe(paidFen)
    }
    expect(found.years[1]?.carriedFen).not.toBe('0')
  })

  test('nothing is left for anybody', async () => {
    const none = await allocation(`${ASKED}&method=first-come&budgetFen=0`)
    expect(none).toMatchObject({ paid: 0, part: 0, paidFen: '0' })
    expect(none.out).toBe(none.shares.length)
  })
})

describe('files and refusals', () => {
  test('workbooks with the same figures', async () => {
    const costs = await readXlsxFile((await call('/budget/costs.xlsx?programme=demo.scale-up')).rawPayload)
    expect(costs.map(({ sheet }) => sheet)).toEqual(['分级分年', '按政策'])
    expect(costs[0]?.data.slice(1).map((row) => row.slice(0, 3))).toEqual([
      ['资金', '市级', '2026'],
      ['资金', '区级', '2026'],
    ])
    const url = '/budget/allocation.xlsx?programme=demo.rd-subsidy&method=first-come&budgetFen=10000000'
    const [shares] = await readXlsxFile((await call(url)).rawPayload)
    expect(shares?.data.flat()).toContain('未安排')
  })

  test.each([
    ['/budget?programme=demo.nothing', 404, 'programme.not-found'],
    ['/budget?programme=cn.tech-sme', 422, 'budget.pays-nothing'],
    ['/budget/allocation?programme=demo.rd-subsidy&method=rank&budgetFen=1', 422, 'budget.no-score'],
    ['/budget/allocation?programme=demo.rd-subsidy&method=lottery&budgetFen=1', 400, 'request.invalid'],
    ['/budget/allocation?programme=demo.rd-subsidy&method=pro-rata&budgetFen=-1', 400, 'budget.amount'],
    ['/budget/allocation?programme=demo.rd-subsidy&method=pro-rata&budgetFen=1.5', 400, 'budget.amount'],
    ['/budget/allocation?programme=demo.rd-subsidy&method=pro-rata&budgetFen=1e9', 400, 'budget.amount'],
    [
      `/budget/allocation?programme=demo.rd-subsidy&method=pro-rata&budgetFen=${'9'.repeat(20)}`,
      400,
      'budget.amount',
    ],
    ['/budget/allocation?programme=demo.rd-subsidy&method=pro-rata', 400, 'request.invalid'],
  ] as const)('%s', async (url, status, code) => {
    const response = await call(url)
    expect([response.statusCode, response.json().error.code]).toEqual([status, code])
  })

  test.each(['manager', 'service-team'])('a %s has no business here', async (role) => {
    expect((await call('/budget', role)).json().error.code).toBe('role.not-allowed')
  })
})
