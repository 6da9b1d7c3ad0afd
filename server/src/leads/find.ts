import { setImmediate as nextTurn } from 'node:timers/promises'
import { decideLead, digestOf, type LeadDecision, repeatedOf } from '@kehui/domain/insights/leads'
import type { Library, Programme } from '@kehui/domain/rules'
import type { Db } from '../database/pool.js'
import { storeValue } from '../registry/stored-value.js'
import { candidatesOf, type Found } from './candidates.js'
import { type LeadEntry, leadEntries, type StoredList } from './store.js'
import { subjectIdsAfter } from './store-candidates.js'

/** So many are read together; between two of them others have their turn. */
const CHUNK = 200
const TURN_MS = 10

export interface Finding {
  readonly db: Db
  readonly library: Library
  readonly region: number
  readonly programme: Programme
  readonly on: string
  /** The list that stands, which this one would follow. */
  readonly before: StoredList | null
}

export interface FoundLeads {
  /** Leads first, then those excluded; by place and name. */
  readonly entries: readonly LeadEntry[]
  readonly examined: number
  readonly leads: number
  readonly excluded: number
  readonly open: number
  readonly unmet: number
  readonly leastFen: bigint
  readonly mostFen: bigint
  readonly digest: string
}

/** Decides a programme for all subjects that it can be for. Nothing is written. */
export async function findLeads(finding: Finding): Promise<FoundLeads> {
  const { db, library, region, programme, on, before } = finding
  const then = before === null ? [] : (await leadEntries(db, region, before.id, { outcome: 'lead' })).items
  const wereLeads = new Set(then.map(({ subject }) => subject))
  const found: LeadEntry[] = []
  const seen = new Set<string>()
  const counts = { open: 0, unmet: 0 }
  let since = performance.now()
  for (let after: string | null = null; ; ) {
    const ids = await subjectIdsAfter(db, region, programme.audience, { after, limit: CHUNK })
    const last = ids.at(-1)
    if (last === undefined) break
    after = last
    const reading = { db, library, region, follows: before?.id ?? null }
    for (const one of await candidatesOf(reading, ids)) {
      const { id } = one.candidate
      seen.add(id)
      const decision = decideLead(library, { programme, on, wasLead: wereLeads.has(id) }, one.candidate)
      if (decision.outcome === 'open' || decision.outcome === 'unmet') counts[decision.outcome] += 1
      else found.push(entryOf(one, decision))
      if (performance.now() - since < TURN_MS) continue
      await nextTurn()
      since = performance.now()
    }
  }
  const gone = then.filter(({ subject }) => !seen.has(subject)).map(goneFrom)
  return inSum([...withoutRepeats(found), ...gone], { ...counts, examined: seen.size })
}

function entryOf(
  { stored, candidate }: Found,
  decision: Extract<LeadDecision, { outcome: 'lead' | 'excluded' }>,
): LeadEntry {
  const amount = decision.outcome === 'lead' ? decision.amountFen : null
  return {
    subject: candidate.id,
    name: candidate.name,
    creditCode: candidate.creditCode,
    place: stored.place,
    ownerName: candidate.owner?.name ?? null,
    reasons: decision.outcome === 'lead' ? null : decision.reasons,
    leastFen: amount === null ? null : amount.min.toString(),
    mostFen: amount === null ? null : amount.max.toString(),
    facts: decision.basis.map(({ key, value, source, observedAt }) => ({
      key,
      value: storeValue(value),
      source,
      observedAt,
    })),
    inputHash: decision.inputHash,
  }
}

function goneFrom({ position: _, ...entry }: LeadEntry & { position: number }): LeadEntry {
  return { ...entry, reasons: [{ kind: 'gone' }], leastFen: null, mostFen: null, facts: [] }
}

/** Of one that was entered twice the first is proposed, the others are told. */
function withoutRepeats(entries: readonly LeadEntry[]): LeadEntry[] {
  const leads = inOrder(entries.filter(({ reasons }) => reasons === null))
  const repeats = repeatedOf(leads)
  return entries.map((entry) => {
    const first = repeats.get(entry)
    if (!first) return entry
    const reasons = [{ kind: 'twice' as const, name: first.name }]
    return { ...entry, reasons, leastFen: null, mostFen: null }
  })
}

function inSum(
  all: readonly LeadEntry[],
  counts: Pick<FoundLeads, 'examined' | 'open' | 'unmet'>,
): FoundLeads {
  const leads = inOrder(all.filter(({ reasons }) => reasons === null))
  const excluded = inOrder(all.filter(({ reasons }) => reasons !== null))
  const entries = [...leads, ...excluded]
  const sum = (key: 'leastFen' | 'mostFen') => leads.reduce((total, one) => total + BigInt(one[key] ?? 0), 0n)
  return {
    entries,
    ...counts,
    leads: leads.length,
    excluded: excluded.length,
    leastFen: sum('leastFen'),
    mostFen: sum('mostFen'),
    digest: digestOfEntries(entries),
  }
}

function inOrder(entries: readonly LeadEntry[]): LeadEntry[] {
  const key = ({ place, name, subject }: LeadEntry) => `${place ?? '~'}\n${name}\n${subject}`
  return [...entries].sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

/** Says of entries whether they are still those that were frozen. */
export function digestOfEntries(entries: readonly LeadEntry[]): string {
  return digestOf(
    entries.map((e) => [
      e.subject,
      e.name,
      e.creditCode,
      e.place,
      e.ownerName,
      sorted(e.reasons),
      e.leastFen,
      e.mostFen,
      sorted(e.facts),
      e.inputHash,
    ]),
  )
}

/** PostgreSQL keeps the members of an object in an order of its own. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, one]) => [name, sorted(one)])
}
