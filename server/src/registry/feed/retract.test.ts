import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ChangeList } from '../changes/schema.js'
import type { LoadResult } from '../imports/schema.js'
import { type TestRegistry, testRegistry } from '../imports/testing-imports.js'

let at: TestRegistry
beforeAll(async () => {
  at = await testRegistry()
})
afterAll(() => at.end())

type Taken = LoadResult & { id: string; code?: string }

function feed(source: string, rows: object[], kind = 'grid') {
  return at.post<Taken>(`/feeds/${encodeURIComponent(source)}/${kind}`, { rows })
}

async function taken(source: string, rows: object[], kind?: string): Promise<Taken> {
  const { status, body } = await feed(source, rows, kind)
  expect(body, JSON.stringify(body)).toHaveProperty('id')
  expect(status).toBe(200)
  return body
}

/** All that holds of resources, as readers see it. */
async function holding(): Promise<{ subjects: unknown[]; rows: unknown[] }> {
  const { rows: subjects } = await at.db.pool.query(
    `SELECT id, kind, name, credit_code, code, place, audience, import_no, entered_name, entered_code, owner_id
     FROM subject ORDER BY id`,
  )
  const { rows } = await at.db.pool.query(
    `SELECT r.subject_id, r.source_id, r.key, r.cells, i.no FROM imported_row r
     JOIN resource_import i ON i.region_id = r.region_id AND i.no = r.import_no
     WHERE i.status = 'committed' AND r.retracted_at IS NULL ORDER BY i.no, r.row`,
  )
  return { subjects, rows }
}

/** What resources are called and how many members they have, as the API tells it. */
async function told(): Promise<string[]> {
  const { rows } = await at.db.pool.query<{ name: string }>(
    `SELECT name FROM subject WHERE kind = 'grid' ORDER BY name`,
  )
  return rows.map(({ name }) => name)
}

const retract = (key: string) => ({ op: 'retract', key })

test('what is taken back by its key is gone and told as removed; the undo of the batch brings it back as it was', async () => {
  await taken('平台甲', [
    { key: 'a', name: '样例网格甲', number: 'R-1', members: 5 },
    { op: 'upsert', key: 'b', name: '样例网格乙' },
  ])
  const before = await holding()
  const { next } = await at.get<ChangeList>('/changes?limit=1000')
  const batch = await taken('平台甲', [retract('a')])
  expect(batch).toMatchObject({ rows: 1, retracted: 1, refused: 0 })
  expect(await told()).toEqual(['样例网格乙'])
  const changes = await at.get<ChangeList>(`/changes?limit=1000&after=${next}`)
  expect(changes.items.map(({ what }) => what)).toEqual(['removed'])
  expect(await taken('平台甲', [retract('a')])).toMatchObject({ retracted: 0, unchanged: 1 })
  await at.undo(batch.id)
  expect(await told(), 'taken back twice').toEqual(['样例网格乙'])
  const { rows } = await at.db.pool.query<{ id: string }>(
    `SELECT id FROM resource_import WHERE status = 'committed' ORDER BY no DESC LIMIT 1`,
  )
  await at.undo(rows[0]?.id ?? '')
  expect(await holding()).toEqual(before)
})

test('one batch tells and takes back, each row by its number; an unknown key is named', async () => {
  const { retracted, created, refused, problems } = await taken('平台乙', [
    retract('nobody'),
    { key: 'c', name: '样例网格丙' },
    { key: 'd', name: '样例网格丁', members: '很多' },
  ])
  expect({ retracted, created, refused }).toEqual({ retracted: 0, created: 2, refused: 1 })
  expect(problems.map(({ row, column }) => `${row} ${column}`).sort()).toEqual(['1 key', '3 members'])
})

test('what others say stays: the resource is called as they call it', async () => {
  await taken('平台丙', [{ key: 'x', name: '样例网格戊', number: 'R-5', members: 7 }])
  await at.load('编号,人数\nR-5,9\n', {
    kind: 'grid',
    source: { name: '登记册' },
    columns: { 编号: 'number', 人数: 'members' },
  })
  await taken('平台丙', [retract('x')])
  const { rows } = await at.db.pool.query(`SELECT name, code FROM subject WHERE code = 'R-5'`)
  expect(rows).toHaveLength(1)
  // Told again by its key alone, it is the same one.
  await taken('平台丙', [{ key: 'x', name: '样例网格戊（新）' }])
  expect((await told()).filter((name) => name.startsWith('样例网格戊'))).toEqual(['样例网格戊（新）'])
})

test.each([
  ['an unknown op', [{ op: 'delete', key: 'a' }], 'feed.op'],
  ['no key', [{ op: 'retract' }], 'feed.retraction'],
  ['an empty key', [retract('  ')], 'feed.retraction'],
  ['a key that is no text', [{ op: 'retract', key: { a: 1 } }], 'feed.retraction'],
  ['more than the key', [{ op: 'retract', key: 'a', name: '甲' }], 'feed.retraction'],
  ['told and taken back', [{ key: 'a', name: '甲' }, retract(' a')], 'feed.twice'],
  ['taken back twice', [retract('a'), retract('a')], 'feed.twice'],
])('%s is refused, and nothing is kept', async (_, rows, code) => {
  const before = await holding()
  const { status, body } = await feed('平台甲', rows)
  expect([status, JSON.stringify(body)]).toEqual([422, expect.stringContaining(code)])
  expect(await holding()).toEqual(before)
})

const KEYS = ['k1', 'k2', 'k3']
const batch = fc.uniqueArray(
  fc.record({ key: fc.constantFrom(...KEYS), retracts: fc.boolean(), coded: fc.boolean() }),
  { selector: ({ key }) => key, minLength: 1, maxLength: 3 },
)

test('telling, taking back and undoing, in any order, leave what the batches that stand say', async () => {
  let run = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(batch, { minLength: 1, maxLength: 5 }),
      fc.infiniteStream(fc.nat(9)),
      async (batches, picks) => {
        run += 1
        const source = `来源${run}`
        const before = await told()
        const done: { id: string; rows: { key: string; name: string | null }[] }[] = []
        for (const [n, rows] of batches.entries()) {
          const given = rows.map(({ key, retracts, coded }) =>
            retracts
              ? retract(key)
              : { key, name: `${source}-${key}-${n}`, ...(coded ? { number: `${source}${key}` } : {}) },
          )
          const { id } = await taken(source, given)
          done.push({
            id,
            rows: rows.map(({ key, retracts }) => ({ key, name: retracts ? null : `${source}-${key}-${n}` })),
          })
          expect(await told()).toEqual([...before, ...said(done)].sort())
        }
        while (done.length > 0) {
          const [gone] = done.splice((picks.next().value ?? 0) % done.length, 1)
          await at.undo(gone?.id ?? '')
          expect(await told()).toEqual([...before, ...said(done)].sort())
        }
      },
    ),
    { numRuns: 15 },
  )
})

/** What batches that stand say, one after the other. */
function said(batches: readonly { rows: { key: string; name: string | null }[] }[]): string[] {
  const names = new Map<string, string | null>()
  for (const { rows } of batches) for (const { key, name } of rows) names.set(key, name)
  return [...names.values()].flatMap((name) => name ?? [])
}
