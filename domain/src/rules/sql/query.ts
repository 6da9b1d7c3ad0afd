import type { Asked } from '../batch/host.js'
import type { BatchProgram, Plan } from '../batch/program.js'
import type { Bound } from '../bind/bound.js'
import { add, rounded } from './arithmetic.js'
import { type Outcome, partedOutcome } from './cases.js'
import { type Ends, Expressions, type Sql } from './expression.js'
import { SnapshotFacts } from './facts.js'
import { Forms } from './forms.js'
import { Layers, templateOf } from './layers.js'
import { type Asking, OpenParts } from './missing.js'
import { quoted } from './quote.js'
import type { Snapshot } from './snapshot.js'

/** One wide query for a group of programmes; `$1` is the region and `$2` the date of the snapshot. */
export interface SqlQuery {
  readonly text: string
  readonly programmes: readonly SqlProgramme[]
  /** The most columns that one of its subselects has. */
  readonly width: number
}

/** Where a programme's decision stands in a row; the subject's id is at 0. */
export interface SqlProgramme {
  readonly bound: Bound
  /** True is yes, false no, null unknown. */
  readonly verdict: number
  /** Ends of the amount in fen; null where nothing is paid. */
  readonly amount: { readonly least: number; readonly most: number } | null
  /** Numbers whose bits say which of `asked` is missing, the lowest of the first one first; null where nothing is. */
  readonly missing: readonly number[]
  readonly asked: readonly Asked[]
}

/** Bits that a number of 64 bits has to spare. */
export const MASK_BITS = 62

export function queryOf(
  program: BatchProgram,
  snapshot: Snapshot,
  table: string,
  plans: readonly Plan[],
): SqlQuery {
  const x = new Expressions()
  const forms = new Forms(x, program, new SnapshotFacts(x, program.engine, snapshot))
  const columns: Sql[] = []
  const put = (sql: Sql) => columns.push(sql)
  const decided = plans.map((plan, i) => {
    const outcome = outcomeFor(forms, program, plan, `programme ${i}`)
    const paid = fenOf(x, outcome, plan)
    return {
      plan,
      outcome,
      verdict: put(outcome.truth),
      amount: paid && { least: put(paid.lo), most: put(paid.hi) },
    }
  })
  const isDecided = reachedFrom(columns)
  const programmes = decided.map(({ plan, outcome, verdict, amount }): SqlProgramme => {
    const [unknown, differs] = [x.isNull(outcome.truth), isAsked(x, outcome, plan)]
    const asked = new OpenParts(forms, program.judged).in(plan.verdict, unknown, plan.amount, differs)
    const masks = masksOf(x, asked).map((mask) => ifOpen(x, x.or(unknown, differs), mask, isDecided))
    return { bound: plan.bound, verdict, amount, missing: masks.map(put), asked: asked.map((a) => a.asked) }
  })
  const layers = new Layers(({ rows }) => rows === null)
  const where = `${quoted(table)} WHERE region_id = $1 AND decided_on = $2`
  const text = layers.query(columns, 'subject_id', [where]).join('')
  return { text, programmes, width: Math.max(layers.width, columns.length + 1) }
}

function outcomeFor(forms: Forms, program: BatchProgram, plan: Plan, name: string): Outcome {
  const plain = { truth: forms.test(plan.verdict), amount: plan.amount ? forms.vector(plan.amount) : null }
  return plan.cases.length > 0 ? partedOutcome(forms, program, plan, plain, name) : plain
}

/** Whether an amount leaves something to ask: where the text says only “at most”, nothing would change it. */
function isAsked(x: Expressions, { truth, amount }: Outcome, { bound }: Plan): Sql {
  return amount && !bound.pay?.upper ? x.and(x.isNotFalse(truth), x.below(amount.lo, amount.hi)) : x.no
}

function reachedFrom(roots: readonly Sql[]): ReadonlySet<Sql> {
  const found = new Set<Sql>()
  const visit = (sql: Sql): void => {
    if (found.has(sql)) return
    found.add(sql)
    sql.parts.forEach(visit)
  }
  roots.forEach(visit)
  return found
}

/**
 * What open rows wait for takes longer to find than verdicts and amounts together, and most rows are settled: a
 * subquery that only open rows run.
 */
function ifOpen(x: Expressions, open: Sql, mask: Sql, isDecided: ReadonlySet<Sql>): Sql {
  const search = new Layers((sql) => sql.parts.length > 0 && !isDecided.has(sql))
  const query = search.query([mask], '', [])
  return x.make({
    type: 'query',
    ...templateOf(['CASE WHEN ', open, ' THEN (', ...query, ') END']),
    nullable: true,
  })
}

/** Nothing is certain while the verdict is open, nor where the text says only “at most”; nothing is paid where it is no. */
function fenOf(x: Expressions, { truth, amount }: Outcome, { amount: vector, bound }: Plan): Ends | null {
  if (!amount || !vector) return null
  const where = (when: Sql, of: Sql) =>
    x.make({ type: of.type, texts: ['CASE WHEN ', ' THEN ', ' END'], parts: [when, of], nullable: true })
  const [zero, possible] = [x.number(0n), x.isNotFalse(truth)]
  const certain = () => x.choose(x.isTrue(truth), rounded(x, amount.lo, vector.scale, 'down'), zero)
  return {
    lo: where(possible, bound.pay?.upper ? zero : certain()),
    hi: where(possible, rounded(x, amount.hi, vector.scale, 'up')),
  }
}

function masksOf(x: Expressions, asked: readonly Asking[]): Sql[] {
  const found: Sql[] = []
  for (let at = 0; at < asked.length; at += MASK_BITS)
    found.push(
      asked
        .slice(at, at + MASK_BITS)
        .map(({ when }, bit) => x.choose(when, x.number(1n << BigInt(bit)), x.number(0n)))
        .reduce((a, b) => add(x, a, b)),
    )
  return found
}
