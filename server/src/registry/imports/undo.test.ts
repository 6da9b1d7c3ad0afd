import type { KindMapping } from '@kehui/domain/registry/imports'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestRegistry, testRegistry } from './testing-imports.js'

let at: TestRegistry
beforeAll(async () => {
  at = await testRegistry()
})
afterAll(() => at.end())

/** All that holds of resources, as readers see it. */
async function holding(): Promise<unknown> {
  const { rows: subjects } = await at.db.pool.query(
    'SELECT id, kind, name, credit_code, code, place FROM subject ORDER BY id',
  )
  const { rows } = await at.db.pool.query(
    `SELECT r.subject_id, r.key, r.year, r.cells, i.no FROM imported_row r
     JOIN resource_import i ON i.region_id = r.region_id AND i.no = r.import_no
     WHERE i.status = 'committed' AND r.retracted_at IS NULL ORDER BY i.no, r.row`,
  )
  return { subjects, rows }
}

function table(rows: readonly (readonly [number, number, number])[]): string {
  const lines = rows.map(([name, code, members]) => `网格${name},${code === 0 ? '' : `G-${code}`},${members}`)
  return ['名称,编号,人数', ...lines].join('\n')
}

const row = fc.tuple(fc.nat(5), fc.nat(4), fc.nat(50))
const file = fc.record({ rows: fc.array(row, { minLength: 1, maxLength: 6 }), source: fc.nat(2) })

test('undoing imports, in any order, leaves what was there without them', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(file, { minLength: 1, maxLength: 3 }),
      fc.array(fc.nat(9)),
      async (files, order) => {
        const before = await holding()
        const done: string[] = []
        const states = [before]
        for (const { rows, source } of files) {
          const mapping: KindMapping = {
            kind: 'grid',
            source: { name: `来源${source}` },
            columns: { 名称: 'name', 编号: 'number', 人数: 'members' },
          }
          done.push((await at.load(table(rows), mapping)).id)
          states.push(await holding())
        }
        // The last first: each step is exactly as it was.
        if (order.length % 2 === 0)
          for (let i = done.length - 1; i >= 0; i -= 1) {
            await at.undo(done[i] ?? '')
            expect(await holding()).toEqual(states[i])
          }
        else for (const id of done) await at.undo(id)
        expect(await holding()).toEqual(before)
      },
    ),
    { numRuns: 12 },
  )
})
