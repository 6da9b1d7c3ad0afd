import { expect, it } from 'vitest'
import { Batch, faultsIn, type Table, tableOf } from '../../rules/batch/index.js'
import type { Subject } from '../../rules/facts.js'
import { programOf } from './testing-disagreement.js'

const program = programOf([
  {
    id: 'made.p0',
    standing: false,
    need: [{ text: '职工 >= 100 人 and 专利 >= 1 项', parts: [] }],
    points: [],
    lines: ['{of: 研发 * 10%}'],
    cap: null,
    upper: false,
    round: '元 down',
  },
])
if (!program) throw new Error('The programme does not load')
const subject = (i: number): Subject => ({
  id: `c${i}`,
  name: `c${i}`,
  audience: 'enterprise',
  facts: new Map([
    ['职工', { value: { kind: 'quantity', lo: BigInt(i), hi: BigInt(i) } }],
    ['研发', { value: { kind: 'quantity', lo: 1000n, hi: 1000n } }],
  ]),
  records: new Map(),
})
const table = tableOf(
  program,
  Array.from({ length: 5000 }, (_, i) => subject(i)),
)

function slotOf(name: string): number {
  return program?.engine.tables.slots.findIndex((s) => s.fact.name === name) ?? -1
}

it('finds nothing in columns that a builder made', () => {
  expect(faultsIn(program, table)).toEqual([])
})

it('names the column and the row of every value that its fact cannot have', () => {
  const [staff, rd] = [slotOf('职工'), slotOf('研发')]
  const slots: Table['slots'] = structuredClone(table.slots)
  const [people, money] = [slots[staff]?.values, slots[rd]?.values]
  if (!(people instanceof Int32Array) || !(money instanceof BigInt64Array)) throw new Error('Other widths')
  people[4999] = -1
  money[3] = 2n ** 53n
  money[4] = -(2n ** 63n)
  const faults = faultsIn(program, { ...table, slots })
  expect(faults.map(({ column, row, value }) => `${column} ${row} ${value}`).sort()).toEqual(
    ['研发 3 9007199254740992', '研发 4 -9223372036854775808', '职工 4999 -1'].sort(),
  )
  expect(faultsIn(program, { ...table, slots }, 1)).toHaveLength(1)
})

it('gives its hits block by block, with the rows of the table', () => {
  const seen: number[] = []
  new Batch(program, table, { missing: true }).run((hits) => {
    expect(hits.yes).toBe(0)
    const { least, most } = hits.total()
    expect([least, most]).toEqual([0n, 100n * BigInt(hits.count)])
    expect(hits.missing().map((m) => m.asked)).toEqual([{ kind: 'slot', index: slotOf('专利') }])
    for (const row of hits.rows()) seen.push(hits.first + row)
  })
  expect(seen).toEqual(Array.from({ length: 4900 }, (_, i) => i + 100))
})

it('refuses a column of another width than its fact wants', () => {
  const staff = slotOf('职工')
  const slots = [...table.slots]
  slots[staff] = { width: 1, values: new Uint8Array(5000), known: null, spans: null }
  expect(() => new Batch(program, { ...table, slots })).toThrow(
    'The column of “职工” has 1 bytes a value; its range wants 4',
  )
})
