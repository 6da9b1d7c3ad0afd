import type { Demand, DemandAction, DemandState } from '@kehui/domain/cases'
import type { Db } from '../database/pool.js'
import type { DemandChannel, DemandVisit } from './schema.js'

export interface StoredDemand {
  readonly id: string
  readonly subjectId: string
  readonly subjectName: string
  readonly place: string | null
  readonly state: DemandState
  readonly content: Demand
  readonly redacted: Demand
  readonly clarity: number
  readonly revision: number
  readonly introductions: number
  readonly channel: DemandChannel
  readonly visitedOn: string | null
  readonly toldBy: string | null
  readonly publishedAt: Date | null
  readonly updatedAt: Date
}

/** What is written with every change of the words. */
export interface Written {
  readonly content: Demand
  readonly redacted: Demand
  readonly clarity: number
}

const COLUMNS = `d.id, d.subject_id AS "subjectId", s.name AS "subjectName", s.place, d.state, d.content, d.redacted,
  d.clarity, d.revision, d.channel, d.visited_on AS "visitedOn", d.told_by AS "toldBy", d.published_at AS "publishedAt", d.updated_at AS "updatedAt",
  (SELECT count(*)::int FROM introduction i WHERE i.region_id = d.region_id AND i.demand_id = d.id) AS introductions`
const FROM = 'FROM demand d JOIN subject s ON s.id = d.subject_id'

export async function insertDemand(
  db: Db,
  region: number,
  given: Written & {
    readonly subjectId: string
    readonly channel: DemandChannel
    readonly visit?: DemandVisit | null | undefined
    readonly importId?: string
  },
): Promise<string> {
  const { rows } = await db.query<{ id: string }>(
    `INSERT INTO demand (region_id, subject_id, channel, content, redacted, clarity, needed_by, visited_on, told_by,
       import_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id`,
    [
      region,
      given.subjectId,
      given.channel,
      ...columnsOf(given),
      given.visit?.on ?? null,
      given.visit?.toldBy ?? null,
      given.importId ?? null,
    ],
  )
  if (!rows[0]) throw new Error('an insert returns its row')
  return rows[0].id
}

function columnsOf({ content, redacted, clarity }: Written): unknown[] {
  return [JSON.stringify(content), JSON.stringify(redacted), clarity, content.neededBy]
}

/** `lock` keeps others from changing it until the transaction ends. */
export async function findDemand(
  db: Db,
  region: number,
  id: string,
  lock = false,
): Promise<StoredDemand | null> {
  const { rows } = await db.query<StoredDemand>(
    `SELECT ${COLUMNS} ${FROM} WHERE d.region_id = $1 AND d.id = $2 ${lock ? 'FOR UPDATE OF d' : ''}`,
    [region, id],
  )
  return rows[0] ?? null
}

/** The revision that it has now. */
export async function saveContent(db: Db, region: number, id: string, given: Written): Promise<number> {
  const { rows } = await db.query<{ revision: number }>(
    `UPDATE demand SET content = $3, redacted = $4, clarity = $5, needed_by = $6, revision = revision + 1,
       updated_at = now()
     WHERE region_id = $1 AND id = $2 RETURNING revision`,
    [region, id, ...columnsOf(given)],
  )
  if (!rows[0]) throw new Error('a need that was found is there to be saved')
  return rows[0].revision
}

export async function saveState(db: Db, region: number, id: string, state: DemandState): Promise<void> {
  await db.query(
    `UPDATE demand SET state = $3, updated_at = now(),
       published_at = CASE WHEN $3 = 'published' THEN coalesce(published_at, now()) ELSE published_at END
     WHERE region_id = $1 AND id = $2`,
    [region, id, state],
  )
}

export interface DemandSearch {
  readonly states?: readonly DemandState[] | undefined
  /** Drafts and whatever else is not public, of these companies alone; null: of all. */
  readonly privy: string | null | undefined
  readonly subject?: string | undefined
  readonly q?: string | undefined
  readonly limit: number
  readonly offset: number
}

/** Words are sought in what the reader sees: in the redacted text of others' needs. */
const VISIBLE = `d.region_id = $1
  AND ($2::boolean OR d.state = 'published' OR d.subject_id = $3
    OR EXISTS (SELECT 1 FROM introduction i WHERE i.region_id = d.region_id AND i.demand_id = d.id
      AND (i.provider_id = $3 OR i.holder_id = $3) AND i.state IN ('agreed', 'scheduled', 'met', 'signed')))
  AND ($4::uuid IS NULL OR (d.subject_id = $4 AND ($2::boolean OR d.subject_id = $3)))
  AND ($5 = '' OR strpos(lower(
    CASE WHEN $2::boolean OR d.subject_id = $3 THEN concat_ws(' ', s.name, d.content ->> 'title', d.content ->> 'problem')
    ELSE concat_ws(' ', d.redacted ->> 'title', d.redacted ->> 'problem') END), lower($5)) > 0)`

function visibleTo(region: number, { privy, subject, q = '' }: DemandSearch): unknown[] {
  return [region, privy === null, privy ?? null, subject ?? null, q.trim()]
}

export async function listDemands(
  db: Db,
  region: number,
  search: DemandSearch,
): Promise<{ items: StoredDemand[]; total: number; counts: Record<string, number> }> {
  const { rows } = await db.query<StoredDemand>(
    `SELECT ${COLUMNS} ${FROM} WHERE ${VISIBLE} AND ($6::text[] IS NULL OR d.state = ANY ($6))
     ORDER BY d.state <> 'published', coalesce(d.published_at, d.updated_at) DESC, d.id LIMIT $7 OFFSET $8`,
    [...visibleTo(region, search), search.states ?? null, search.limit, search.offset],
  )
  const counted = await db.query<{ state: DemandState; count: number }>(
    `SELECT d.state, count(*)::int AS count ${FROM} WHERE ${VISIBLE} GROUP BY d.state`,
    visibleTo(region, search),
  )
  const counts = Object.fromEntries(counted.rows.map(({ state, count }) => [state, count]))
  const total = counted.rows
    .filter(({ state }) => search.states?.includes(state) ?? true)
    .reduce((sum, { count }) => sum + count, 0)
  return { items: rows, total, counts }
}

/** Published needs, to look for those alike. */
export async function publishedDemands(
  db: Db,
  region: number,
): Promise<{ id: string; subjectId: string; redacted: Demand }[]> {
  const { rows } = await db.query<{ id: string; subjectId: string; redacted: Demand }>(
    `SELECT id, subject_id AS "subjectId", redacted FROM demand
     WHERE region_id = $1 AND state = 'published' ORDER BY published_at DESC LIMIT 5000`,
    [region],
  )
  return rows
}

/** Those whose day has passed while they were open. */
export async function lateDemands(db: Db, region: number, today: string): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `SELECT id FROM demand WHERE region_id = $1 AND state IN ('published', 'paused') AND needed_by < $2::date`,
    [region, today],
  )
  return rows.map(({ id }) => id)
}

export interface DemandEvent {
  readonly action: DemandAction | 'create' | 'revise'
  readonly byName: string | null
  readonly byRole: string
  readonly note: string | null
}

export async function insertDemandEvent(
  db: Db,
  region: number,
  id: string,
  { action, byName, byRole, note }: DemandEvent,
): Promise<void> {
  await db.query(
    `INSERT INTO demand_event (region_id, demand_id, action, by_name, by_role, note)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [region, id, action, byName, byRole, note],
  )
}

export async function demandEvents(
  db: Db,
  region: number,
  id: string,
): Promise<(DemandEvent & { at: Date })[]> {
  const { rows } = await db.query<DemandEvent & { at: Date }>(
    `SELECT action, by_name AS "byName", by_role AS "byRole", note, at
     FROM demand_event WHERE region_id = $1 AND demand_id = $2 ORDER BY id`,
    [region, id],
  )
  return rows
}
