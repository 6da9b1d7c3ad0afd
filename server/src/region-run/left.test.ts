import { libraryOf, madePack } from '@kehui/domain/packs/agreement/testing'
import { batchOf } from '@kehui/domain/rules'
import { parseDay } from '@kehui/domain/shared'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestRegion, TODAY, testRegion } from '../assessments/testing-region.js'
import { insertSubjects } from '../registry/store-insert.js'
import { isLeft } from './left.js'
import { startRun } from './start-run.js'
import { entitlementsOf } from './store-entitlements.js'

const programme = (id: string, share: string) => `id: made.${id}
title: {zh: 补助, en: Grant}
audience: enterprise
mode: 审核
benefit: cash
valid: unknown..
source: {document: 试验, verified: none}
need: [收入 >= 10 元]
pay: {lines: [{of: ${share} * 收入}], per: enterprise, round: 元 nearest}
`

/** Numbers of which pass 64 bits. */
const library = libraryOf(
  madePack(
    'facts:\n  收入: {en: sales, of: any, unit: 元, range: 0 元..100000000000 亿元, period: 当前}\n',
    programme('p', '33.3%'),
  ),
)

let at: TestRegion
beforeAll(async () => {
  at = await testRegion()
  at.context.library = library
})
afterAll(() => at.db.drop())

test('what the batch cannot hold is decided subject by subject within the run', async () => {
  expect(isLeft(batchOf(library, parseDay(TODAY) ?? 0), 'made.p')).toBe(true)
  const amounts = [5n, 10n ** 6n, 10n ** 15n, null]
  await insertSubjects(
    at.db.pool,
    at.region,
    amounts.map((fen, i) => ({
      name: `样例${i}有限公司（示例）`,
      audience: 'enterprise' as const,
      facts: new Map(
        fen === null ? [] : [['收入', { value: { kind: 'quantity' as const, lo: fen, hi: fen } }]],
      ),
    })),
  )
  const { ended } = await startRun(at.context, at.region, { on: TODAY, cause: 'asked', byName: null })
  await ended
  const found = await entitlementsOf(at.db.pool, at.region, { programme: 'made.p', limit: 10 })
  const said = found
    .map(({ subject, verdict, leastFen, missing }) => [subject.name, verdict, leastFen, missing])
    .sort()
  expect(found.find(({ verdict }) => verdict === 'unknown')?.mostFen).toBe(2n ** 63n - 1n)
  expect(said).toEqual([
    ['样例1有限公司（示例）', 'yes', 333_000n, []],
    ['样例2有限公司（示例）', 'yes', 333_000_000_000_000n, []],
    ['样例3有限公司（示例）', 'unknown', 0n, ['收入']],
  ])
})
