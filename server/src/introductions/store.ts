import type {
  Introduction,
  IntroductionAction,
  IntroductionParty,
  IntroductionState,
  OutcomeCode,
} from '@kehui/domain/cases'
import type { Db } from '../database/pool.js'

export interface StoredIntroduction extends Introduction {
  readonly id: string
  readonly demandId: string
  readonly demandTitle: string
  readonly redactedTitle: string
  readonly seekerId: string
  readonly seekerName: string
  readonly providerId: string
  readonly providerName: string
  readonly reasons: readonly string[]
  readonly dueOn: string | null
  readonly updatedAt: Date
}

const COLUMNS = `i.id, i.demand_id AS "demandId", d.content ->> 'title' AS "demandTitle",
  d.redacted ->> 'title' AS "redactedTitle", d.subject_id AS "seekerId", s.name AS "seekerName",
  i.provider_id AS "providerId", p.name AS "providerName", i.state, i.accepted, i.meets_on AS "meetsOn", i.outcome,
  i.reasons, i.due_on AS "dueOn", i.updated_at AS "updatedAt"`
const FROM = `FROM introduction i JOIN demand d ON d.region_id = i.region_id AND d.id = i.demand_id
  JOIN subject s ON s.id = d.subject_id JOIN subject p ON p.id = i.provider_id`

/** States in which somebody still has to do something. */
export const OPEN_STATES: readonly IntroductionState[] = ['proposed', 'agreed', 'scheduled', 'met']

export async function insertIntroduction(
  db: Db,
  region: number,
  given: Pick<StoredIntroduction, 'demandId' | 'providerId' | 'reasons' | 'dueOn'> & {
    readonly score: number | null
  },
): Promise<string | null> {
  const { demandId, providerId, reasons, dueOn, score } = given
  const { rows } = await db.query<{ id: string }>(
    `INSERT INTO introduction (region_id, demand_id, provider_id, reasons, due_on, score)
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (region_id, demand_id, provider_id) DO NOTHING RETURNING id`,
    [region, demandId, providerId, JSON.stringify(reasons), dueOn, score],
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

export async function statesBetween(
  db: Db,
  region: number,
  demand: string,
  provider: string,
): Promise<IntroductionState[]> {
  const found = await findBetween(db, region, demand, provider)
  return found ? [found.state] : []
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

const FOUND = `i.region_id = $1 AND ($2::uuid IS NULL OR i.provider_id = $2 OR d.subject_id = $2)
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
}

export async function insertIntroductionEvent(
  db: Db,
  region: number,
  id: string,
  event: IntroductionEvent,
): Promise<void> {
  const { action, party, byName, byRole, note, meetsOn, outcome, contract, amountFen } = event
  await db.query(
    `INSERT INTO introduction_event (region_id, introduction_id, action, party, by_name, by_role, note, meets_on,
       outcome, contract, amount_fen)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [region, id, action, party, byName, byRole, note, meetsOn, outcome, contract, amountFen],
  )
}

export async function introductionEvents(
  db: Db,
  region: number,
  id: string,
): Promise<(IntroductionEvent & { at: Date })[]> {
  const { rows } = await db.query<IntroductionEvent & { at: Date }>(
    `SELECT action, party, by_name AS "byName", by_role AS "byRole", note, meets_on AS "meetsOn", outcome, contract,
       amount_fen AS "amountFen", at
     FROM introduction_event WHERE region_id = $1 AND introduction_id = $2 ORDER BY id`,
    [region, id],
  )
  return rows
}
