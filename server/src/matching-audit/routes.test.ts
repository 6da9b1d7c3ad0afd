import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { published, type Sides, twoSides } from '../introductions/testing-sides.js'
import type { MatchingAudit, RankingComparison, RankingView, TestSetItem } from './schema.js'
import { history } from './testing-history.js'

let at: Sides
beforeAll(async () => {
  at = await twoSides()
})
afterAll(() => at.close())

const get = async <T>(path: string): Promise<T> => {
  const { status, body } = await at.send('clerk', 'GET', path)
  if (status !== 200) throw new Error(JSON.stringify(body))
  return body
}
const weights = () => get<RankingView>('/matching/weights')
const refusal = async (path: string, body: object) => {
  const { status, body: answer } = await at.send('clerk', 'POST', path, body)
  return [status, answer.error?.code]
}

describe('before anything came of an introduction', () => {
  test('the audit is empty, and nothing is learned', async () => {
    const audit = await get<MatchingAudit>('/matching/audit')
    expect(audit.total).toMatchObject({ proposed: 0, met: { of: 0, share: null, few: true } })
    expect([audit.kinds, audit.counties, audit.outcomes]).toEqual([[], [], []])
    const { learned, examples, least, inForce, history: before } = await weights()
    expect([learned, examples, least, before]).toEqual([null, 0, 20, []])
    expect(inForce).toMatchObject({ version: null, dated: '2026-11-25' })
    expect(inForce.weights.map(({ feature }) => feature)).toContain('fairness')
  })

  test('nothing can be put in force, frozen, compared or taken back', async () => {
    const some = '00000000-0000-7000-8000-000000000000'
    expect(await refusal('/matching/weights', { digest: '', testSet: null, note: '试' })).toEqual([
      409,
      'ranking.nothing-learned',
    ])
    expect(await refusal('/matching/test-sets', { title: '秋季' })).toEqual([409, 'test-set.empty'])
    expect(await refusal('/matching/weights/9/take-back', { note: '误' })).toEqual([404, 'ranking.not-found'])
    const { status } = await at.send('clerk', 'GET', `/matching/test-sets/${some}/comparison`)
    expect(status).toBe(404)
  })

  test.each([
    ['/matching/weights', { digest: '', testSet: null, note: ' ' }],
    ['/matching/weights', { digest: '', testSet: 'x', note: '试' }],
    ['/matching/test-sets', { title: '' }],
    ['/matching/weights/x/take-back', { note: '误' }],
    ['/matching/weights/99999999999999999999/take-back', { note: '误' }],
  ])('%s refuses what it cannot read', async (path, body) => {
    expect((await refusal(path, body))[0]).toBe(400)
  })

  test('whoever is not of the bureau is refused', async () => {
    for (const role of ['manager', 'service-team'] as const)
      for (const path of [
        '/matching/audit',
        '/matching/audit.csv',
        '/matching/weights',
        '/matching/test-sets',
      ])
        expect((await at.send(role, 'GET', path)).status, `${role} ${path}`).toBe(403)
  })
})

test('what the ranking saw is kept with an introduction when it is proposed', async () => {
  const need = await published(at)
  await at.send('service-team', 'POST', `/demands/${need}/introductions`, {
    provider: at.provider,
    reasons: ['同一工艺'],
  })
  const { total, unscored, ages, kinds } = await get<MatchingAudit>('/matching/audit')
  expect([total.proposed, total.agreed.count, unscored]).toEqual([1, 0, 0])
  expect([ages.map(({ key }) => key), kinds.map(({ label }) => label)]).toEqual([['to-30'], ['企业']])
})

describe('of introductions that ended', () => {
  beforeAll(() => history(at, 60))

  test('rates, precision and outcomes are counted with their intervals', async () => {
    const audit = await get<MatchingAudit>('/matching/audit?lang=en')
    expect(audit.total.proposed).toBe(121)
    expect(audit.total.signed).toMatchObject({ count: 30, of: 121, few: false })
    expect(audit.total.fitted).toMatchObject({ count: 69, of: 120 })
    // What was closer in words went first, and was wrong most times.
    expect(audit.precision[0]).toMatchObject({ k: 1, rate: { count: 9, of: 60 } })
    expect(audit.outcomes[0]).toMatchObject({ code: 'field-differs', fitted: false, count: 51 })
    expect(audit.counties.map(({ label }) => label)).toEqual([expect.stringContaining('云麓区')])
    expect((await get<MatchingAudit>('/matching/audit?to=2020-01-01')).total.proposed).toBe(0)
  })

  test('the audit can be taken as CSV and as a workbook', async () => {
    const ask = (end: string) =>
      at.app.inject({
        url: `/api/v1/matching/audit.${end}?lang=zh`,
        headers: { host: 'localhost', 'x-kehui-role': 'clerk' },
      })
    const [csv, xlsx] = [await ask('csv'), await ask('xlsx')]
    const [head, all] = csv.body.split('\r\n')
    expect(head).toMatch(/^\uFEFF"分组","名称","发起对接"/)
    expect(all).toMatch(/^"合计","合计",121,/)
    expect(xlsx.headers['content-type']).toContain('spreadsheetml')
    expect(xlsx.rawPayload.subarray(0, 2).toString()).toBe('PK')
  })

  test('outcomes teach; what is learned is in force only once a person says so, and can be taken back', async () => {
    const before = await weights()
    const place = before.learned?.rows.find(({ feature }) => feature === 'place')
    expect(place).toMatchObject({ before: 0.8, sure: true })
    expect(place?.learned).toBeGreaterThan(1.5)
    expect(before.learned?.outcomes.map(({ code }) => code)).toContain('contract')
    expect(before.inForce.weights.find(({ feature }) => feature === 'place')?.weight).toBe(0.8)

    const frozen = await at.send('clerk', 'POST', '/matching/test-sets', { title: '秋季测试集（示例）' })
    expect(frozen.status).toBe(201)
    const set: TestSetItem = frozen.body
    expect(set).toMatchObject({ intact: true, frozenOn: '2026-11-25', frozenBy: '林晓（示例）' })
    expect(set.needs).toBeGreaterThan(5)
    expect(set.candidates).toBe(set.needs * 2)

    // The needs of the test set are taught no longer, so the table that was seen is another now.
    const after = await weights()
    expect(after.examples).toBe(before.examples - set.candidates)
    const digest = after.learned?.digest ?? ''
    const adopt = (body: object) => refusal('/matching/weights', { note: '按结果调整', ...body })
    expect(await adopt({ digest: before.learned?.digest, testSet: set.id })).toEqual([409, 'ranking.changed'])
    expect(await adopt({ digest, testSet: null })).toEqual([409, 'ranking.test-first'])

    const compared = await get<RankingComparison>(`/matching/test-sets/${set.id}/comparison?with=learned`)
    expect(compared.results.find(({ measure }) => measure === 'mrr')).toMatchObject({ verdict: 'better' })

    expect((await adopt({ digest, testSet: set.id }))[0]).toBe(201)
    const adopted = await weights()
    const [version] = adopted.history
    expect(adopted.inForce).toMatchObject({ version: version?.id, dated: '2026-11-25' })
    expect(adopted.inForce.weights.find(({ feature }) => feature === 'place')?.weight).toBe(
      after.learned?.rows.find(({ feature }) => feature === 'place')?.learned,
    )
    expect(version).toMatchObject({
      inForce: true,
      signedBy: '林晓（示例）',
      basis: { test: { hash: set.hash } },
    })
    const back = await get<RankingComparison>(`/matching/test-sets/${set.id}/comparison?with=pack`)
    expect(back.results.find(({ measure }) => measure === 'mrr')).toMatchObject({ verdict: 'worse' })

    const path = `/matching/weights/${version?.id}/take-back`
    expect((await refusal(path, { note: '先观察' }))[0]).toBe(200)
    expect(await refusal(path, { note: '先观察' })).toEqual([409, 'ranking.taken-back'])
    const last = await weights()
    expect(last.inForce.version).toBeNull()
    expect(last.inForce.weights.find(({ feature }) => feature === 'place')?.weight).toBe(0.8)
    expect(last.history[0]).toMatchObject({ inForce: false, takenBackNote: '先观察' })
  })
})
