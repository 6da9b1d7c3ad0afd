import type {
  Demand,
  Introduction,
  IntroductionAction,
  IntroductionParty,
  IntroductionState,
  OutcomeCode,
  Said,
} from '@kehui/domain/cases'
import type { Db } from '../database/pool.js'

export interface StoredIntroduction extends Introduction {
  readonly id: string
  readonly demandId: string
  readonly demandTitle: string
  readonly redactedTitle: string
  readonly demandContent: Pick<Demand, 'contact' | 'secrets'>
  readonly seekerId: string
  readonly seekerName: string
  readonly providerId: string
  readonly providerName: string
  readonly providerKind: string
  /** Who answers for a provider that is a thing; null where nobody is known to hold it. */
  readonly holderId: string | null
  readonly holderName: string | null
  /** When somebody was reminded last, and of which day due. */
  readonly remindedOn: string | null
  readonly remindedFor: string | null
  /** The contract in the registry that it led to. */
  readonly contractId: string | null
  readonly reasons: readonly string[]
  readonly dueOn: string | null
  readonly updatedAt: Date
}

const COLUMNS = `i.id, i.demand_id AS "demandId", d.content ->> 'title' AS "demandTitle",
  d.redacted ->> 'title' AS "redactedTitle", json_build_object('contact', d.content ->> 'contact',
  'secrets', d.content -> 'secrets') AS "demandContent", d.subject_id AS "seekerId", s.name AS "seekerName",
  i.provider_id AS "providerId", p.name AS "providerName", p.kind AS "providerKind", i.holder_id AS "holderId",
  h.name AS "holderName", i.reminded_on AS "remindedOn", i.reminded_for AS "remindedFor", i.contract_id AS "contractId", i.state, i.accepted, i.meets_on AS "meetsOn", i.outcome,
  i.reasons, i.due_on AS "dueOn", i.updated_at AS "updatedAt"`
const FROM = `FROM introduction i JOIN demand d ON d.region_id = i.region_id AND d.id = i.demand_id
  JOIN subject s ON s.id = d.subject_id JOIN subject p ON p.id = i.provider_id
  LEFT JOIN subject h ON h.id = i.holder_id`

/** States in which somebody still has to do something. */
export const OPEN_STATES: readonly IntroductionState[] = ['proposed', 'agreed', 'scheduled', 'met']

export async function insertIntroduction(
  db: Db,
  region: number,
  given: Pick<StoredIntroduction, 'demandId' | 'providerId' | 'holderId' | 'reasons' | 'dueOn'> & {
    readonly score: number | null
  },
): Promise<string | null> {
  const { demandId, providerId, holderId, reasons, dueOn, score } = given
  const { rows } = await db.query<{ id: string }>(
    `INSERT INTO introduction (region_id, demand_id, provider_id, reasons, due_on, score, holder_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (region_id, demand_id, provider_id) DO NOTHING RETURNING id`,
    [region, demandId, providerId, JSON.stringify(reasons), dueOn, score, holderId],
  )
  return rows[0]?.id ?? null
}

/** `lock` keeps others from acting on it until the transaction ends. */
export async function findIntroduction(
  db: Db,
  region: number,
  id: string,
  lock = false,
): Promise<StoredIntroduction | null> {
  const { rows } = await db.query<StoredIntroduction>(
    `SELECT ${COLUMNS} ${FROM} WHERE i.region_id = $1 AND i.id = $2 ${lock ? 'FOR UPDATE OF i' : ''}`,
    [region, id],
  )
  return rows[0] ?? null
}

export async function findBetween(
  db: Db,
  region: number,
  demand: string,
  provider: string,
): Promise<{ id: string; state: IntroductionState } | null> {
  const { rows } = await db.query<{ id: string; state: IntroductionState }>(
    'SELECT id, state FROM introduction WHERE region_id = $1 AND demand_id = $2 AND provider_id = $3',
    [region, demand, provider],
  )
  return rows[0] ?? null
}

/** Of all over a need in which somebody is the other side, or answers for it. */
export async function statesBetween(
  db: Db,
  region: number,
  demand: string,
  side: string,
): Promise<IntroductionState[]> {
  const { rows } = await db.query<{ state: IntroductionState }>(
    `SELECT state FROM introduction
     WHERE region_id = $1 AND demand_id = $2 AND (provider_id = $3 OR holder_id = $3)`,
    [region, demand, side],
  )
  return rows.map(({ state }) => state)
}

/** How the introductions over a need stand, by who was brought in. */
export async function statesOver(
  db: Db,
  region: number,
  demand: string,
): Promise<Map<string, { id: string; state: IntroductionState }>> {
  const { rows } = await db.query<{ id: string; state: IntroductionState; provider: string }>(
    `SELECT id, state, provider_id AS provider FROM introduction WHERE region_id = $1 AND demand_id = $2`,
    [region, demand],
  )
  return new Map(rows.map(({ provider, ...one }) => [provider, one]))
}

export interface IntroductionSearch {
  readonly states?: readonly IntroductionState[] | undefined
  /** Due before this day. */
  readonly before?: string | undefined
  readonly demand?: string | undefined
  /** Where this one is a side; null: all. */
  readonly side: string | null
  readonly limit: number
  readonly offset: number
}

const FOUND = `i.region_id = $1 AND ($2::uuid IS NULL OR i.provider_id = $2 OR i.holder_id = $2
    OR d.subject_id = $2)
  AND ($3::uuid IS NULL OR i.demand_id = $3)`

/** Those that wait, by the day on which they are due; then the latest. */
export async function listIntroductions(
  db: Db,
  region: number,
  { states, before, demand, side, limit, offset }: IntroductionSearch,
): Promise<{ items: StoredIntroduction[]; total: number; counts: Record<string, number> }> {
  const scope = [region, side, demand ?? null]
  const { rows } = await db.query<StoredIntroduction & { total: number }>(
    `SELECT ${COLUMNS}, count(*) OVER ()::int AS total ${FROM}
     WHERE ${FOUND} AND ($4::text[] IS NULL OR i.state = ANY ($4)) AND ($5::date IS NULL OR i.due_on < $5)
     ORDER BY i.due_on NULLS LAST, i.updated_at DESC, i.id LIMIT $6 OFFSET $7`,
    [...scope, states ?? null, before ?? null, limit, offset],
  )
  const counted = await db.query<{ state: string; count: number }>(
    `SELECT i.state, count(*)::int AS count ${FROM} WHERE ${FOUND} GROUP BY i.state`,
    scope,
  )
  return {
    items: rows.map(({ total: _total, ...item }) => item),
    total: rows[0]?.total ?? 0,
    counts: Object.fromEntries(counted.rows.map(({ state, count }) => [state, count])),
  }
}

export async function saveIntroduction(
  db: Db,
  region: number,
  id: string,
  { state, accepted, meetsOn, outcome }: Introduction,
  dueOn: string | null,
): Promise<void> {
  await db.query(
    `UPDATE introduction SET state = $3, accepted = $4, meets_on = $5, outcome = $6, due_on = $7, updated_at = now()
     WHERE region_id = $1 AND id = $2`,
    [region, id, state, accepted, meetsOn, outcome, dueOn],
  )
}

export interface IntroductionEvent {
  readonly action: IntroductionAction | 'propose'
  readonly party: IntroductionParty
  readonly byName: string | null
  readonly byRole: string
  readonly note: string | null
  readonly meetsOn: string | null
  readonly outcome: OutcomeCode | null
  readonly contract: string | null
  readonly amountFen: bigint | null
  /** Who of the side gave the word that the team wrote down. */
  readonly said?: Said | null
}

/** Nobody is reminded twice of one day. */
export async function saveReminded(
  db: Db,
  region: number,
  id: string,
  { on, of }: { readonly on: string; readonly of: string | null },
): Promise<void> {
  await db.query(
    'UPDATE introduction SET reminded_on = $3, reminded_for = $4 WHERE region_id = $1 AND id = $2',
    [region, id, on, of],
  )
}

export async function saveContract(db: Db, region: number, id: string, contract: string): Promise<void> {
  await db.query('UPDATE introduction SET contract_id = $3 WHERE region_id = $1 AND id = $2', [
    region,
    id,
    contract,
  ])
}

export async function insertIntroductionEvent(
  db: Db,
  region: number,
  id: string,
  event: IntroductionEvent,
): Promise<void> {
  const { action, party, byName, byRole, note, meetsOn, outcome, contract, amountFen, said = null } = event
  await db.query(
    `INSERT INTO introduction_event (region_id, introduction_id, action, party, by_name, by_role, note, meets_on,
       outcome, contract, amount_fen, said_by, channel)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      region,
      id,
      action,
      party,
      byName,
      byRole,
      note,
      meetsOn,
      outcome,
      contract,
      amountFen,
      said?.by ?? null,
      said?.channel ?? null,
    ],
  )
}

export async function introductionEvents(
  db: Db,
  region: number,
  id: string,
): Promise<(IntroductionEvent & { at: Date })[]> {
  const { rows } = await db.query<IntroductionEvent & { at: Date }>(
    `SELECT action, party, by_name AS "byName", by_role AS "byRole", note, meets_on AS "meetsOn", outcome, contract,
       amount_fen AS "amountFen", at,
       CASE WHEN said_by IS NOT NULL THEN json_build_object('by', said_by, 'channel', channel) END AS said
     FROM introduction_event WHERE region_id = $1 AND introduction_id = $2 ORDER BY id`,
    [region, id],
  )
  return rows
}
