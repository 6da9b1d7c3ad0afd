import { inForce } from '../../rules/answer/evaluate.js'
import { valueFrom } from '../../rules/answer/situation.js'
import type { Value } from '../../rules/facts.js'
import type { Library } from '../../rules/programme.js'
import type { RegionColumn } from '../../rules/region/columns.js'
import { parseDay } from '../../shared/day.js'
import type { Reason } from '../cultivation/changes.js'

export type Ends = readonly [lo: bigint, hi: bigint]

/** What one column held of a subject in the run before, and holds now; null where nothing was known. */
export interface Difference {
  readonly column: RegionColumn
  readonly from: Ends | null
  readonly to: Ends | null
}

/** How a subject and a programme differ between two runs. */
export interface Differences {
  readonly programme: string
  readonly on: { readonly from: string; readonly to: string }
  /** The version that each run decided by; null where it did not decide it. */
  readonly version: { readonly from: string | null; readonly to: string | null }
  /** Whether the subject came or went. */
  readonly subject: 'came' | 'gone' | 'stayed'
  /** Of columns that the programme looks at. */
  readonly columns: readonly Difference[]
  readonly received: { readonly from: readonly string[]; readonly to: readonly string[] }
  readonly packs: { readonly from: readonly string[]; readonly to: readonly string[] }
}

/** Why a result came out otherwise than in the run before, in the words of changes of a single subject. */
export function runReasons(library: Library, differences: Differences): Reason<Value>[] {
  const { programme, on, version, subject, columns, received, packs } = differences
  if (subject !== 'stayed') return [{ kind: 'subject', came: subject === 'came' }]
  // The day of founding stands in two columns where programmes also look at it as a fact.
  const named = new Map(columns.map((difference) => [difference.column.name, difference]))
  const reasons = [...named.values()].map(columnReason)
  if (version.from !== version.to) reasons.push(versionReason(library, programme, on, version))
  const awards = differing(received.from, received.to)
  if (awards.includes(programme)) reasons.push({ kind: 'awards', programmes: [programme] })
  if (differing(packs.from, packs.to).length > 0) reasons.push({ kind: 'regions', ...packs })
  if (reasons.length > 0) return reasons
  if (awards.length > 0) return [{ kind: 'awards', programmes: awards }]
  if (on.from !== on.to) return [{ kind: 'date', ...on }]
  return [{ kind: 'settling' }]
}

function columnReason({ column, from, to }: Difference): Reason<Value> {
  const { def, name } = column
  if (!def) return { kind: 'records', name: /\((.*)\)$/.exec(name)?.[1] ?? name, from: null, to: null }
  const value = (ends: Ends | null) => ends && valueWithin(ends, def)
  return { kind: 'fact', key: name, from: value(from), to: value(to) }
}

/** A place that is known to its province is that province. */
function valueWithin([lo, hi]: Ends, def: NonNullable<RegionColumn['def']>): Value {
  return def.type === 'quantity' ? { kind: 'quantity', lo, hi } : valueFrom(lo, def)
}

/** One that comes into force or ends by its own dates did not change its text. */
function versionReason(
  library: Library,
  programme: string,
  on: Differences['on'],
  version: Differences['version'],
): Reason<Value> {
  const known = library.programmes.get(programme)
  const inForceOn = (date: string) => known !== undefined && inForce(known, parseDay(date) ?? 0)
  const byDate =
    version.from === null
      ? !inForceOn(on.from) && inForceOn(on.to)
      : version.to === null && inForceOn(on.from) && !inForceOn(on.to)
  return byDate && known ? { kind: 'date', ...on } : { kind: 'rule', ...version }
}

function differing(a: readonly string[], b: readonly string[]): string[] {
  return [...a.filter((one) => !b.includes(one)), ...b.filter((one) => !a.includes(one))]
}
