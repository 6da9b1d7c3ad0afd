import type { Asked } from '../batch/host.js'
import type { BatchProgram, Plan } from '../batch/program.js'
import type { Bound } from '../bind/bound.js'
import { add, rounded } from './arithmetic.js'
import { partedOutcome } from './cases.js'
import { type Ends, Expressions, type Sql } from './expression.js'
import { SnapshotFacts } from './facts.js'
import { Forms } from './forms.js'
import { Layers } from './layers.js'
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
  /** Numbers whose bits say which of `asked` is missing, the lowest of the first one first. */
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
  const programmes = plans.map((plan, i): SqlProgramme => {
    const { bound } = plan
    const plain = { truth: forms.test(plan.verdict), amount: plan.amount ? forms.vector(plan.amount) : null }
    const { truth, amount } =
      plan.cases.length > 0 ? partedOutcome(forms, program, plan, plain, `programme ${i}`) : plain
    const upper = bound.pay?.upper ?? false
    const isOpen = amount && !upper ? x.and(x.isNotFalse(truth), x.below(amount.lo, amount.hi)) : x.no
    const search = new OpenParts(forms, program.judged)
    const asked = search.in(plan.verdict, x.isNull(truth), plan.amount, isOpen)
    const verdict = put(truth)
    const paid = amount && plan.amount ? fenOf(x, truth, amount, plan.amount.scale, upper) : null
    return {
      bound,
      verdict,
      amount: paid ? { least: put(paid.lo), most: put(paid.hi) } : null,
      missing: masks(x, asked).map(put),
      asked: asked.map((a) => a.asked),
    }
  })
  const layers = new Layers(null)
  const where = `${quoted(table)} WHERE region_id = $1 AND decided_on = $2`
  const text = layers.query(columns, 'subject_id', [where]).join('')
  return { text, programmes, width: Math.max(layers.width, columns.length + 1) }
}

/** Nothing is certain while the verdict is open, nor where the text says only “at most”; nothing is paid where it is no. */
function fenOf(x: Expressions, truth: Sql, { lo, hi }: Ends, scale: bigint, upper: boolean): Ends {
  const where = (when: Sql, of: Sql) =>
    x.make({ type: of.type, texts: ['CASE WHEN ', ' THEN ', ' END'], parts: [when, of], nullable: true })
  const [zero, possible] = [x.number(0n), x.isNotFalse(truth)]
  const least = upper ? zero : x.choose(x.isTrue(truth), rounded(x, lo, scale, 'down'), zero)
  return { lo: where(possible, least), hi: where(possible, rounded(x, hi, scale, 'up')) }
}

function masks(x: Expressions, asked: readonly Asking[]): Sql[] {
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
