import type { BatchProgram } from '../../rules/batch/program.js'
import type { Subject } from '../../rules/facts.js'
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

/** True whatever the choice is, but in a way that only looking at each option shows. */
function eachIs(fact: string, options: readonly string[]): string {
  return options.map((option) => `(${fact} = ${option} and 职工 >= 1 人)`).join(' or ')
}

/** Disagreements that were found, cut down to what they need, and a border that random programmes seldom reach. */
export const FOUND: [title: string, sketch: Partial<Sketch>, subject: Partial<Subject>, decision: string][] =
  [
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
    [
      'a fact that would be parted into more ways than the interpreter looks at',
      {
        need: [
          { text: eachIs('行业', ['农业', '采矿', '制造', '建筑', '金融', '软件']), parts: [] },
          { text: eachIs('规模', ['大', '中', '小']), parts: [] },
          { text: '(高新 and 职工 >= 1 人) or (not 高新 and 职工 >= 1 人)', parts: [] },
        ],
      },
      { facts: new Map([['职工', { value: { kind: 'quantity', lo: 5n, hi: 5n } }]]) },
      'unknown | slot 0, slot 2, slot 3',
    ],
  ]

/** The programme and the subject of one of them. */
export function foundCase(
  sketch: Partial<Sketch>,
  subject: Partial<Subject>,
): { program: BatchProgram; who: readonly Subject[] } {
  const program = programOf([{ ...NOTHING, ...sketch }])
  if (!program) throw new Error('The programme does not load')
  return { program, who: [{ ...nobody, ...subject }] }
}
