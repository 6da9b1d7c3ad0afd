import type { Decided } from '@kehui/domain/packs/entitlements'
import type { OldEntitlements } from './store-old.js'

/** How what is decided differs from what is stored, by places of the one and entries of the other. */
export interface Compared {
  /** Places that are new or came out otherwise, each with the entry that it replaces, or -1. */
  readonly written: readonly { readonly at: number; readonly entry: number }[]
  /** Places that came out alike though facts that the programme looks at changed. */
  readonly rehashed: readonly number[]
  /** Entries of subjects that the programme is no longer for. */
  readonly ended: readonly number[]
}

/** `hash` says what the programme read of a place; `rows` is how many rows the region has. */
export function compared(
  decided: Decided,
  old: OldEntitlements,
  hash: (at: number) => bigint,
  rows: number,
): Compared {
  const written: { at: number; entry: number }[] = []
  const [rehashed, ended]: [number[], number[]] = [[], []]
  const places = old.rows.length === 0 ? null : placesOf(decided, rows)
  for (const [entry, row] of old.rows.entries()) {
    const at = row < 0 ? -1 : (places?.[row] ?? -1)
    if (at < 0) {
      ended.push(entry)
      continue
    }
    if (places) places[row] = -2
    if (!isSame(decided, at, old, entry)) written.push({ at, entry })
    else if (hash(at) !== old.hashes[entry]) rehashed.push(at)
  }
  for (let at = 0; at < decided.count; at += 1)
    if (places === null || places[decided.rows.at(at)] === at) written.push({ at, entry: -1 })
  return { written, rehashed, ended }
}

function placesOf({ rows: found, count }: Decided, rows: number): Int32Array {
  const places = new Int32Array(rows).fill(-1)
  for (let at = 0; at < count; at += 1) places[found.at(at)] = at
  return places
}

function isSame(decided: Decided, at: number, old: OldEntitlements, entry: number): boolean {
  const kept = decided.kept.at(at) === 1
  if ((decided.met.at(at) === 1) !== old.met[entry] || kept !== old.kept[entry]) return false
  if (decided.pays) {
    if (decided.least.at(at) !== old.least[entry] || decided.most.at(at) !== old.most[entry]) return false
    const [least, most] = [decided.paidLeast.at(at), decided.paidMost.at(at)]
    if (kept && (least !== old.paidLeast[entry] || most !== old.paidMost[entry])) return false
  } else if ((old.least[entry] ?? null) !== null) return false
  const set = decided.open.sets[decided.sets.at(at)]
  return (
    (set?.missing.join('\n') ?? '') === (old.missing[entry] ?? '') &&
    (set?.judged.join('\n') ?? '') === (old.judged[entry] ?? '')
  )
}
