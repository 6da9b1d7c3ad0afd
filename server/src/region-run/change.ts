import type { Outcome, Reason } from '@kehui/domain/packs/cultivation'
import type { Decided } from '@kehui/domain/packs/entitlements'
import type { RegionColumns } from '../region-columns/index.js'
import type { StoredValue } from '../registry/stored-value.js'
import type { Compared } from './compare.js'
import type { OldEntitlements } from './store-old.js'
import type { NewEntitlementChange } from './store-write.js'

/** What came out otherwise, with what it was and what it comes from. */
export function* changesOf(
  decided: Decided | null,
  old: OldEntitlements,
  { written, ended }: Pick<Compared, 'written' | 'ended'>,
  { subjects }: RegionColumns,
  reasonsAt: (row: number) => readonly Reason<StoredValue>[],
): Generator<NewEntitlementChange> {
  for (const { at, entry } of decided ? written : []) {
    if (!decided) return
    const row = decided.rows.at(at)
    yield {
      subject: subjects.at(row),
      before: entry < 0 ? null : oldOutcome(old, entry),
      after: outcomeAt(decided, at),
      reasons: reasonsAt(row),
    }
  }
  for (const entry of ended) {
    const row = old.rows[entry] ?? -1
    yield {
      subject: old.gone.get(entry) ?? subjects.at(row),
      before: oldOutcome(old, entry),
      after: null,
      reasons: reasonsAt(row),
    }
  }
}

/** After settling, as lists of a single subject's results tell it. */
function outcomeAt(decided: Decided, at: number): Outcome {
  const isPaid = decided.pays && decided.kept.at(at) === 1
  return {
    verdict: decided.met.at(at) === 1 ? 'yes' : 'unknown',
    amountFen: isPaid ? { min: `${decided.paidLeast.at(at)}`, max: `${decided.paidMost.at(at)}` } : null,
    missing: [...(decided.open.sets[decided.sets.at(at)]?.missing ?? [])],
  }
}

function oldOutcome(old: OldEntitlements, entry: number): Outcome {
  const [least, most] = [old.paidLeast[entry] ?? null, old.paidMost[entry] ?? null]
  const missing = old.missing[entry] ?? ''
  return {
    verdict: old.met[entry] ? 'yes' : 'unknown',
    amountFen: least === null || most === null ? null : { min: `${least}`, max: `${most}` },
    missing: missing === '' ? [] : missing.split('\n'),
  }
}
