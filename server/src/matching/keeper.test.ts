import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { NEED, published, type Sides, twoSides } from '../introductions/testing-sides.js'
import { type MatchingKeeper, matchingKeeper } from './keeper.js'

const WORDS = [
  '激光',
  '焊接',
  '薄板',
  '电池',
  '隔膜',
  '传感器',
  '育种',
  '疫苗',
  '芯片',
  '封装',
  '轴承',
  '涂层',
]
const QUERIES = [...WORDS, '激光焊接薄板', '电池隔膜涂层', '芯片封装']

let at: Sides
let folder: string
beforeAll(async () => {
  at = await twoSides()
})
afterAll(() => at.close())
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kehui-matching-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const keeper = (kept: string | null = folder, openSearch: string | null = null): MatchingKeeper =>
  matchingKeeper({
    pool: at.db.pool,
    vocabulary: { terms: [], same: [] },
    folder: kept,
    openSearch,
    embeddings: null,
    log: () => {},
    rest: async () => {},
  })
const answers = (of: MatchingKeeper) =>
  Promise.all(
    QUERIES.map(async (text) =>
      (await of.query(at.region, { text, k: 50, filter: [] }, true)).map(
        ({ id, score }) => [id, score] as const,
      ),
    ),
  )
/** As answers, whatever the order in which equal ones were entered. */
async function found(of: MatchingKeeper) {
  return (await answers(of)).map((hits) => new Map(hits.map(([id, score]) => [id, Math.round(score * 1e6)])))
}

let next = 0
async function write(count: number): Promise<void> {
  const rows = Array.from({ length: count }, () => {
    next += 1
    const words = [0, 3, 7].map((step) => WORDS[(next * 5 + step) % WORDS.length])
    return { key: `k-${next % 40}`, name: `成果${next}`, abstract: words.join('与') }
  })
  const { status } = await at.send('clerk', 'POST', `/feeds/${encodeURIComponent('样例')}/achievement`, {
    rows,
  })
  expect(status).toBe(200)
}

test('a keeper that was lost is followed by one that answers the same, from its snapshot and what came since', async () => {
  await write(30)
  const need = await published(at, { ...NEED, title: '电池隔膜', problem: '电池隔膜涂层开裂' })
  const first = keeper()
  await answers(first)
  await first.save(at.region)
  for (let round = 0; round < 5; round += 1) {
    await write(7)
    if (round === 2)
      await at.send('manager', 'POST', `/demands/${need}/actions?as=${at.seeker}`, { action: 'pause' })
    const again = keeper()
    expect(await found(again)).toEqual(await found(keeper(null)))
    expect((await again.state(at.region)).from).toBe('snapshot')
    await again.save(at.region)
  }
})

test('a snapshot cut short or changed at any place is passed over', async () => {
  await write(20)
  const first = keeper()
  const whole = await found(first)
  await first.save(at.region)
  const [name = ''] = readdirSync(folder)
  const bytes = readFileSync(join(folder, name))
  for (let i = 0; i < 25; i += 1) {
    const place = Math.floor((bytes.length * i) / 25)
    const damaged = i % 2 === 0 ? bytes.subarray(0, place) : Buffer.from(bytes)
    // Padding between parts holds nothing; all else is guarded by sums.
    if (i % 2 === 1) damaged.writeUInt32LE(0xdeadbeef, Math.max(0, Math.min(place, bytes.length - 4)))
    writeFileSync(join(folder, name), damaged)
    expect(await found(keeper())).toEqual(whole)
  }
})

test('what is left of a snapshot that was being written is no snapshot', async () => {
  await write(5)
  const first = keeper()
  const whole = await found(first)
  await first.save(at.region)
  const [name = ''] = readdirSync(folder)
  writeFileSync(join(folder, `${name}.half`), readFileSync(join(folder, name)).subarray(0, 100))
  expect(await found(keeper())).toEqual(whole)
})

test('a snapshot of another vocabulary, or of a later state of the database, is not used', async () => {
  await write(5)
  const first = keeper()
  await answers(first)
  await first.save(at.region)
  const other = matchingKeeper({
    pool: at.db.pool,
    vocabulary: { terms: ['激光焊接'], same: [] },
    folder,
    openSearch: null,
    embeddings: null,
    log: () => {},
    rest: async () => {},
  })
  expect((await other.state(at.region)).from).toBe('database')
  await at.db.pool.query('DELETE FROM registry_change')
  expect((await keeper().state(at.region)).from).toBe('database')
})

test('what was taken in is not taken in again', async () => {
  const one = keeper()
  await answers(one)
  await write(40)
  expect(await one.follow(at.region)).not.toEqual([])
  expect(await one.follow(at.region)).toEqual([])
  expect(await found(one)).toEqual(await found(keeper(null)))
})

/** With a node at OPENSEARCH_URL it is held to the index in memory. */
const node = process.env.OPENSEARCH_URL?.trim()
if (node)
  test('a keeper whose index lies on OpenSearch finds what one in memory finds, and follows as it does', async () => {
    const idsOf = async (of: MatchingKeeper) =>
      (await answers(of)).map((hits) => hits.map(([id]) => id).toSorted())
    await write(30)
    const there = keeper(null, node)
    expect(await idsOf(there)).toEqual(await idsOf(keeper(null)))
    await write(9)
    expect(await idsOf(there)).toEqual(await idsOf(keeper(null)))
    expect(await there.follow(at.region)).toEqual([])
  })
