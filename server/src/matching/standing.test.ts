import { afterAll, beforeAll, expect, test } from 'vitest'
import { NEED, published, type Sides, twoSides } from '../introductions/testing-sides.js'
import { keepMatched } from '../jobs/keep-matched.js'
import type { NoticeList } from '../notices/schema.js'
import { tellMatches } from './standing.js'

let at: Sides
beforeAll(async () => {
  at = await twoSides()
})
afterAll(() => at.close())

async function feed(kind: string, rows: object[]): Promise<void> {
  const { status, body } = await at.send('clerk', 'POST', `/feeds/${encodeURIComponent('样例库')}/${kind}`, {
    rows,
  })
  if (status !== 200) throw new Error(JSON.stringify(body))
}
const notices = async (subject: string) =>
  ((await at.send('manager', 'GET', `/notices?subject=${subject}`)).body as NoticeList).items.filter(
    ({ kind }) => kind === 'match',
  )
const tell = () => tellMatches(at.context, at.region, new Set())

test('a new need is told what is there, and what comes later is told once', async () => {
  await feed('achievement', [
    { key: 's-1', name: '铝合金薄板激光焊接工艺', abstract: '薄板激光焊接焊缝强度。' },
  ])
  expect(await tell()).toBe(0)
  const need = await published(at)
  expect(await tell()).toBe(1)
  const [first] = await notices(at.seeker)
  expect(first).toMatchObject({ kind: 'match', demand: need })
  expect(first?.text).toContain('铝合金薄板激光焊接工艺')
  expect(first?.text).toContain('理由')
  expect(await tell()).toBe(0)

  await feed('achievement', [{ key: 's-2', name: '薄板激光焊接焊缝检测', abstract: '焊缝强度。' }])
  expect(await tell()).toBe(1)
  // Written again with the same words, and with others: told no more.
  await feed('achievement', [{ key: 's-2', name: '薄板激光焊接焊缝检测', abstract: '焊缝强度与薄板。' }])
  expect(await tell()).toBe(0)
  expect(await notices(at.seeker)).toHaveLength(2)
  const saved = await at.send('manager', 'PUT', `/demands/${need}?as=${at.seeker}`, {
    content: { ...NEED, scene: '薄板' },
    revision: 0,
  })
  expect(saved.status).toBe(200)
  expect(await tell()).toBe(0)
})

test('a company that may answer is told of the need, without whose it is; who refuses all is not', async () => {
  const [able, deaf] = [
    await at.company('能焊科技有限公司（示例）'),
    await at.company('不接洽科技有限公司（示例）'),
  ]
  const { status } = await at.send('manager', 'PUT', `/subjects/${deaf}/introduction-capacity?as=${deaf}`, {
    capacity: 0,
  })
  expect(status).toBe(200)
  for (const [id, name] of [
    [able, '能焊科技有限公司（示例）'],
    [deaf, '不接洽科技有限公司（示例）'],
  ])
    await feed('enterprise', [{ key: id, name, products: '铝合金薄板激光焊接;焊缝强度检测' }])
  // Who takes nobody is told of nothing, and proposed to nobody.
  expect(await tell()).toBe(1)
  const [told] = await notices(able)
  expect(told?.text).toContain('您可能能解决')
  expect(told?.text).not.toMatch(/云川焊接|凤凰/)
  expect(await notices(deaf)).toEqual([])
})

test('whoever is stopped in the midst goes on where it was, and tells nothing twice', async () => {
  const need = await published(at, {
    ...NEED,
    title: '水性涂料耐盐雾',
    problem: '水性涂料耐盐雾不足，要求一千小时。',
  })
  await feed(
    'achievement',
    Array.from({ length: 8 }, (_, i) => ({
      key: `w-${i}`,
      name: `水性涂料耐盐雾配方${i}`,
      abstract: '耐盐雾一千小时。',
    })),
  )
  const failing = { ...at.context, pool: at.context.pool, matching: { ...at.context.matching } }
  let asked = 0
  failing.matching.query = async (region, query) => {
    asked += 1
    if (asked > 12) throw new Error('killed')
    return at.context.matching.query(region, query)
  }
  await expect(tellMatches(failing, at.region, new Set())).rejects.toThrow('killed')
  await tell()
  await tell()
  const { rows } = await at.db.pool.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM standing_match WHERE demand_id = $1',
    [need],
  )
  const told = (await notices(at.seeker)).filter(({ demand }) => demand === need).length
  expect(rows[0]?.count).toBe(8)
  expect(told).toBe(8)
})

test('whoever holds an achievement is told of the need that it may answer, once', async () => {
  await feed('institution', [{ key: 'i-1', name: '青禾表面工程研究院（示例）', type: '科研院所' }])
  await feed('achievement', [
    {
      key: 'h-1',
      name: '镀层起泡抑制',
      abstract: '锌镀层起泡抑制。',
      institution: '青禾表面工程研究院（示例）',
    },
  ])
  await tell()
  const need = await published(at, { ...NEED, title: '镀层起泡', problem: '锌镀层起泡，云川焊接要求消除。' })
  await tell()
  await tell()
  const { rows } = await at.db.pool.query<{ id: string }>(
    `SELECT id FROM subject WHERE kind = 'institution' AND name LIKE '青禾表面%'`,
  )
  const told = (await notices(rows[0]?.id ?? '')).filter(
    ({ demand, text }) => demand === need && text.includes('镀层起泡抑制'),
  )
  expect(told).toHaveLength(1)
  expect(told[0]?.text).toContain('贵单位的“镀层起泡抑制”可能能解决一条需求：“镀层起泡”')
  expect(told[0]?.text).not.toContain('云川焊接')
})

test('the job tells within seconds of the writing', async () => {
  const job = keepMatched(at.context, (error) => {
    throw error
  })
  try {
    await feed('achievement', [{ key: 'j-1', name: '水性涂料耐盐雾助剂', abstract: '水性涂料耐盐雾。' }])
    await expect
      .poll(async () => (await notices(at.seeker)).some(({ text }) => text.includes('助剂')), {
        timeout: 10_000,
      })
      .toBe(true)
  } finally {
    await job.stop()
  }
})

test('a match that was told does not hold what an import brought and takes back', async () => {
  await published(at, { ...NEED, title: '轴承异响诊断', problem: '轴承异响无法诊断，要求识别早期剥落。' })
  const { body } = await at.send('clerk', 'POST', `/feeds/${encodeURIComponent('待撤销')}/achievement`, {
    rows: [{ key: 'u-1', name: '轴承早期剥落异响诊断', abstract: '识别轴承异响。' }],
  })
  expect(await tell()).toBeGreaterThan(0)
  const count = async () => {
    const { rows } = await at.db.pool.query(`SELECT FROM subject WHERE name = '轴承早期剥落异响诊断'`)
    return rows.length
  }
  expect(await count()).toBe(1)
  expect((await at.send('clerk', 'POST', `/resource-imports/${body.id}/undo`)).status).toBe(200)
  expect(await count()).toBe(0)
})
