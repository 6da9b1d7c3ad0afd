import * as q from '../../shared/rational.js'
import { integersOf, situationOf } from '../answer/situation.js'
import type { Asked } from '../batch/host.js'
import type { Subject } from '../facts.js'
import { overRows } from '../machine.js'
import type { Verdict } from '../result.js'
import type { SqlPlan } from './compile.js'
import { MASK_BITS, type SqlProgramme } from './query.js'

/** What a snapshot holds of one subject, in the order of its columns. Regions fill it from their own tables. */
export function snapshotRow({ program, snapshot }: SqlPlan, subject: Subject): (bigint | null)[] {
  const { engine, vectors } = program
  const { known, rows } = situationOf(engine, subject)
  const values = new Map<string, bigint>()
  for (const [index, { lo, hi }] of snapshot.slots.entries()) {
    const [fact, def] = [known[index], engine.tables.slots[index]?.fact]
    if (!fact || !def) continue
    const [from, to] = integersOf(fact.value, def)
    // One column holds single values only; an interval in it is not known.
    if (lo === hi && from !== to) continue
    values.set(lo.name, from).set(hi.name, to)
  }
  for (const v of vectors) {
    if (v.op !== 'records') continue
    const [frames, at] = [rows(v.num.of), snapshot.records.get(v.num.id)]
    if (!frames || !at) continue
    const { lo, hi } = overRows(v.num.aggregate, frames, v.num.rows)
    const whole = (end: q.Rational) => q.floor(q.multiply(end, q.rational(v.scale)))
    values.set(at.lo.name, whole(lo)).set(at.hi.name, whole(hi))
  }
  const { founded } = engine.library
  if (founded !== null && snapshot.founded) {
    const value = (subject.facts.get(founded) ?? subject.owner?.facts.get(founded))?.value
    if (value?.kind === 'date') values.set(snapshot.founded.name, BigInt(value.day))
  }
  return snapshot.columns.map(({ name }) => values.get(name) ?? null)
}

export interface SqlDecision {
  readonly verdict: Verdict
  readonly amountFen: { readonly min: bigint; readonly max: bigint } | null
  readonly missing: readonly Asked[]
}

/** What a row of a query says of one programme. Numbers come as bigint or as their digits. */
export function decisionIn(
  row: readonly unknown[],
  { verdict, amount, missing, asked }: SqlProgramme,
): SqlDecision {
  const said = row[verdict]
  if (said === false) return { verdict: 'no', amountFen: null, missing: [] }
  const masks = missing.map((at) => numberIn(row[at] ?? 0n))
  return {
    verdict: said === true ? 'yes' : 'unknown',
    amountFen: amount && { min: numberIn(row[amount.least]), max: numberIn(row[amount.most]) },
    missing: asked.filter((_, i) => {
      const mask = masks[Math.floor(i / MASK_BITS)] ?? 0n
      return ((mask >> BigInt(i % MASK_BITS)) & 1n) === 1n
    }),
  }
}

function numberIn(cell: unknown): bigint {
  if (typeof cell === 'bigint') return cell
  if (typeof cell === 'string') return BigInt(cell)
  throw new Error(`A number was expected, not ${typeof cell}`)
}
