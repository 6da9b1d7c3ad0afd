import type { BatchProgram, Plan } from '../batch/program.js'
import type { Ends, Expressions, Rows, Sql } from './expression.js'
import { Forms } from './forms.js'
import { type Chunk, Layers, templateOf } from './layers.js'
import { waysOf } from './ways.js'

/** What a programme comes to. */
export interface Outcome {
  readonly truth: Sql
  readonly amount: Ends | null
}

/**
 * Facts that several conditions name are parted where they are open, and the outcome is that of all cases: a subquery
 * over the ways that they can be, which only open rows run.
 */
export function partedOutcome(
  forms: Forms,
  program: BatchProgram,
  plan: Plan,
  plain: Outcome,
  name: string,
): Outcome {
  const { x } = forms
  const rows: Rows = { name }
  const ways = waysOf(forms, plan, rows)
  const within = new Forms(x, program, ways.facts)
  const truth = within.test(plan.verdict)
  const amount = plan.amount ? within.vector(plan.amount) : null
  const isChanged = [truth, amount?.lo, amount?.hi].some((p) => p?.rows === rows)
  if (ways.from.length === 0 || !isChanged) return plain
  const all = x.make({
    type: 'array',
    ...templateOf(overAll(x, truth, amount, rows)),
    nullable: false,
  })
  const query = new Layers((sql) => sql.rows === rows).query([all], '', ways.from)
  const asked = x.make({
    type: 'query',
    ...templateOf(['CASE WHEN ', x.and(isOpen(x, plain), ways.anyOpen), ' THEN (', ...query, ') END']),
    nullable: true,
  })
  return outcomeFrom(x, asked, plain)
}

function isOpen(x: Expressions, { truth, amount }: Outcome): Sql {
  const differs = amount ? x.and(x.isNotFalse(truth), x.below(amount.lo, amount.hi)) : x.no
  return x.or(x.isNull(truth), differs)
}

/** 1 where all cases are yes, 0 where none can be; then the hull of the amounts of those that can. */
function overAll(x: Expressions, truth: Sql, amount: Ends | null, rows: Rows): Chunk[] {
  const [sure, may] = [x.isTrue(truth), x.isNotFalse(truth)]
  // What is the same in all cases belongs to the row itself, and so would its aggregate.
  const over = (aggregate: string, of: Sql, ...filter: Chunk[]) =>
    of.rows === rows ? [`${aggregate}(`, of, ')', ...filter] : [of]
  const verdict = [
    'CASE WHEN ',
    ...over('bool_and', sure),
    ' THEN 1 WHEN NOT ',
    ...over('bool_or', may),
    ' THEN 0 END',
  ]
  if (!amount) return ['ARRAY[', ...verdict, ']::int8[]']
  const possible = [' FILTER (WHERE ', may, ')']
  const type = amount.lo.type === 'numeric' || amount.hi.type === 'numeric' ? 'numeric' : 'int8'
  return [
    'ARRAY[',
    ...verdict,
    ', ',
    ...over('min', amount.lo, ...possible),
    ', ',
    ...over('max', amount.hi, ...possible),
    `]::${type}[]`,
  ]
}

function outcomeFrom(x: Expressions, asked: Sql, plain: Outcome): Outcome {
  const truth = x.make({
    type: 'boolean',
    ...templateOf([
      'CASE WHEN ',
      asked,
      ' IS NULL THEN ',
      plain.truth,
      ' WHEN ',
      asked,
      ' IS NOT NULL THEN (',
      asked,
      ')[1] = 1 END',
    ]),
    nullable: true,
  })
  if (!plain.amount) return { truth, amount: null }
  const end = (of: Sql, place: number) =>
    x.make({
      type: of.type,
      ...templateOf(['coalesce((', asked, `)[${place}], `, of, ')']),
      nullable: false,
      lo: of.lo,
      hi: of.hi,
    })
  return { truth, amount: { lo: end(plain.amount.lo, 2), hi: end(plain.amount.hi, 3) } }
}
