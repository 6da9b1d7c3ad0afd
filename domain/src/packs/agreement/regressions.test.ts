import { describe, expect, it } from 'vitest'
import type { Subject } from '../../rules/facts.js'
import { batched, interpreted } from './testing-decisions.js'
import { programOf } from './testing-disagreement.js'
import type { Sketch } from './testing-programmes.js'

const NOTHING: Sketch = {
  id: 'made.p0',
  standing: false,
  need: [],
  points: [],
  lines: [],
  cap: null,
  upper: false,
  round: '分 down',
}

const nobody: Subject = {
  id: 'a',
  name: 'A',
  audience: 'enterprise',
  facts: new Map(),
  records: new Map(),
}

/** Disagreements that the fuzzer found, cut down to what they need. */
const FOUND: [title: string, sketch: Partial<Sketch>, subject: Partial<Subject>, decision: string][] = [
  [
    'unequal to a constant that no integer is',
    { need: [{ text: '(到位资金) * 60% != 5 万元', parts: [] }] },
    {},
    'unknown | slot 0',
  ],
  [
    'one row and no amount',
    { need: [{ text: '成立日期 >= 2024-06-30', parts: [] }] },
    { facts: new Map([['成立日期', { value: { kind: 'date', day: 65450 } }]]) },
    'yes',
  ],
  [
    'an amount that the interpreter computes from records',
    {
      need: [{ text: '收入 >= 0 元', parts: [] }],
      lines: ['{of: "研发 * ((研发 + 到位资金) / 收入 若为零 占比)"}'],
      cap: 'max(到账额 of 合同 where 登记日期.年 = 上年)',
    },
    { records: new Map([['合同', []]]) },
    'yes 0..0',
  ],
]

describe('disagreements that were found once', () => {
  it.each(FOUND)('%s', (_, sketch, subject, decision) => {
    const program = programOf([{ ...NOTHING, ...sketch }])
    if (!program) throw new Error('The programme does not load')
    const who = [{ ...nobody, ...subject }]
    expect(interpreted(program, who)).toEqual([[decision]])
    expect(batched(program, who)).toEqual([[decision]])
    expect(batched(program, who, { simd: false })).toEqual([[decision]])
  })
})
