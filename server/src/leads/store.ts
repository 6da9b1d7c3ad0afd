import type { Exclusion, ListAction, ListState } from '@kehui/domain/insights/leads'
import type { LeadKind } from '@kehui/domain/packs/leads'
import type { Benefit, Mode } from '@kehui/domain/rules'
import type { Text } from '@kehui/domain/shared'
import type { Db } from '../database/pool.js'
import type { StoredValue } from '../registry/stored-value.js'

export interface LeadList {
  readonly id: string
  readonly kind: LeadKind
  readonly programme: string
  readonly version: string
  readonly engine: string
  readonly snapshotId: string
  readonly title: Text
  readonly source: { readonly document: string; readonly number: string | null }
  readonly mode: Mode
  readonly benefit: Benefit
  /** YYYY-MM-DD */
  readonly on: string
  readonly examined: number
  readonly leads: number
  readonly excluded: number
  readonly open: number
  readonly unmet: number
  readonly leastFen: string
  readonly mostFen: string
  readonly digest: string
  readonly replaces: string | null
  readonly note: string | null
  readonly frozenBy: string
  readonly frozenRole: string
}

export interface StoredList extends LeadList {
  readonly frozenAt: Date
  readonly state: ListState
}

export interface LeadFact {
  readonly key: string
  readonly value: StoredValue
  readonly source: string | null
  readonly observedAt: string
}

export interface LeadEntry {
  readonly subject: string
  readonly name: string
  readonly creditCode: string | null
  /** Code of its place. */
  readonly place: string | null
  readonly ownerName: string | null
  readonly reasons: readonly Exclusion[] | null
  readonly leastFen: string | null
  readonly mostFen: string | null
  readonly facts: readonly LeadFact[]
  readonly inputHash: string
}

export type PlacedEntry = LeadEntry & { readonly position: number }

/** While it is held nobody else freezes, withdraws or restores a list of the region. */
export async function lockLeads(db: Db, region: number): Promise<void> {
  await db.query("SELECT pg_advisory_xact_lock(hashtext('kehui.leads'), $1)", [region])
}

/** All that is read from here to the end of the transaction is of one moment. */
export async function readAtOnce(db: Db): Promise<void> {
  await db.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ')
}

const LIST = `l.id, l.kind, l.programme, l.version, l.engine, l.snapshot_id::text AS "snapshotId", l.title, l.source,
  l.mode, l.benefit, l.on_date AS "on", l.examined, l.leads, l.excluded, l.open, l.unmet,
  l.least_fen::text AS "leastFen", l.most_fen::text AS "mostFen", l.digest, l.replaces, l.note,
  l.frozen_by AS "frozenBy", l.frozen_role AS "frozenRole", l.frozen_at AS "frozenAt",
  CASE e.action WHEN 'withdraw' THEN 'withdrawn' WHEN 'replace' THEN 'replaced' ELSE 'standing' END AS state`
const WITH_STATE = `lead_list l LEFT JOIN LATERAL (SELECT action FROM lead_list_event e
  WHERE e.region_id = l.region_id AND e.list_id = l.id ORDER BY e.id DESC LIMIT 1) e ON true`

/** The latest first. */
export async function leadLists(
  db: Db,
  region: number,
  programme: string | null = null,
): Promise<StoredList[]> {
  const { rows } = await db.query<StoredList>(
    `SELECT ${LIST} FROM ${WITH_STATE} WHERE l.region_id = $1 AND ($2::text IS NULL OR l.programme = $2)
     ORDER BY l.frozen_at DESC, l.id LIMIT 500`,
    [region, programme],
  )
  return rows
}

export async function findLeadList(db: Db, region: number, id: string): Promise<StoredList | null> {
  const { rows } = await db.query<StoredList>(
    `SELECT ${LIST} FROM ${WITH_STATE} WHERE l.region_id = $1 AND l.id = $2`,
    [region, id],
  )
  return rows[0] ?? null
}

/** The list of this programme that stands: there is one at most. */
export async function standingList(db: Db, region: number, programme: string): Promise<StoredList | null> {
  const lists = await leadLists(db, region, programme)
  return lists.find(({ state }) => state === 'standing') ?? null
}

export async function insertLeadList(db: Db, region: number, list: LeadList): Promise<void> {
  await db.query(
    `INSERT INTO lead_list (region_id, id, kind, programme, version, engine, snapshot_id, title, source, mode, benefit,
       on_date, examined, leads, excluded, open, unmet, least_fen, most_fen, digest, replaces, note, frozen_by,
       frozen_role)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23,
       $24)`,
    [
      region,
      list.id,
      list.kind,
      list.programme,
      list.version,
      list.engine,
      list.snapshotId,
      JSON.stringify(list.title),
      JSON.stringify(list.source),
      list.mode,
      list.benefit,
      list.on,
      list.examined,
      list.leads,
      list.excluded,
      list.open,
      list.unmet,
      list.leastFen,
      list.mostFen,
      list.digest,
      list.replaces,
      list.note,
      list.frozenBy,
      list.frozenRole,
    ],
  )
}

const BATCH = 2000

export async function insertLeadEntries(
  db: Db,
  region: number,
  list: string,
  entries: readonly LeadEntry[],
): Promise<void> {
  for (let first = 0; first < entries.length; first += BATCH) {
    const rows = entries
      .slice(first, first + BATCH)
      .map((entry, i) => ({ ...entry, position: first + i + 1 }))
    await db.query(
      `INSERT INTO lead_entry (region_id, list_id, position, subject_id, name, credit_code, place, owner_name, reasons,
         least_fen, most_fen, facts, input_hash)
       SELECT $1, $2, g.position, g.subject, g.name, g."creditCode", g.place, g."ownerName",
         nullif(g.reasons, 'null'), g."leastFen", g."mostFen", g.facts, g."inputHash"
       FROM jsonb_to_recordset($3::jsonb) AS g (position integer, subject uuid, name text, "creditCode" text, place text,
         "ownerName" text, reasons jsonb, "leastFen" bigint, "mostFen" bigint, facts jsonb, "inputHash" text)`,
      [region, list, JSON.stringify(rows)],
    )
  }
}

export interface EntrySearch {
  readonly outcome?: 'lead' | 'excluded' | undefined
  /** A kind of reason. */
  readonly reason?: string | undefined
  /** Codes of a place and all within it begin with this. */
  readonly placePrefix?: string | undefined
  readonly q?: string | undefined
  readonly limit?: number
  readonly offset?: number
}

const ENTRY = `position, subject_id AS subject, name, credit_code AS "creditCode", place, owner_name AS "ownerName",
  reasons, least_fen::text AS "leastFen", most_fen::text AS "mostFen", facts, input_hash AS "inputHash"`
const MOST = 1_000_000

export async function leadEntries(
  db: Db,
  region: number,
  list: string,
  { outcome, reason, placePrefix, q = '', limit = MOST, offset = 0 }: EntrySearch = {},
): Promise<{ items: PlacedEntry[]; total: number }> {
  const { rows } = await db.query<PlacedEntry & { total: number }>(
    `SELECT ${ENTRY}, count(*) OVER ()::int AS total FROM lead_entry
     WHERE region_id = $1 AND list_id = $2
       AND ($3::text IS NULL OR (reasons IS NULL) = ($3 = 'lead'))
       AND ($4::text IS NULL OR reasons @> jsonb_build_array(jsonb_build_object('kind', $4::text)))
       AND ($5::text IS NULL OR starts_with(place, $5))
       AND ($6 = '' OR strpos(lower(name), lower($6)) > 0 OR starts_with(credit_code, upper($6)))
     ORDER BY position LIMIT $7 OFFSET $8`,
    [region, list, outcome ?? null, reason ?? null, placePrefix ?? null, q.trim(), limit, offset],
  )
  return { items: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 }
}

/** How many entries of a list each kind of reason excludes. */
export async function reasonCounts(
  db: Db,
  region: number,
  list: string,
): Promise<{ kind: Exclusion['kind']; count: number }[]> {
  const { rows } = await db.query<{ kind: Exclusion['kind']; count: number }>(
    `SELECT reason ->> 'kind' AS kind, count(DISTINCT position)::int AS count
     FROM lead_entry, jsonb_array_elements(reasons) AS reason
     WHERE region_id = $1 AND list_id = $2 AND reasons IS NOT NULL
     GROUP BY 1 ORDER BY 2 DESC, 1`,
    [region, list],
  )
  return rows
}

export async function placesOf(db: Db, region: number, list: string): Promise<string[]> {
  const { rows } = await db.query<{ place: string }>(
    `SELECT DISTINCT place FROM lead_entry WHERE region_id = $1 AND list_id = $2 AND place IS NOT NULL ORDER BY place`,
    [region, list],
  )
  return rows.map(({ place }) => place)
}

export interface ListEvent {
  readonly action: ListAction
  readonly byName: string
  readonly byRole: string
  readonly note: string | null
  readonly at: Date
}

export async function insertListEvent(
  db: Db,
  region: number,
  list: string,
  { action, byName, byRole, note }: Omit<ListEvent, 'at'>,
): Promise<void> {
  await db.query(
    `INSERT INTO lead_list_event (region_id, list_id, action, by_name, by_role, note)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [region, list, action, byName, byRole, note],
  )
}

export async function listEvents(db: Db, region: number, list: string): Promise<ListEvent[]> {
  const { rows } = await db.query<ListEvent>(
    `SELECT action, by_name AS "byName", by_role AS "byRole", note, at FROM lead_list_event
     WHERE region_id = $1 AND list_id = $2 ORDER BY id`,
    [region, list],
  )
  return rows
}
