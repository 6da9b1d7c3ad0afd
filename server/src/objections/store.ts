import type { ObjectionAction, ObjectionState } from '@kehui/domain/cases'
import type { Db } from '../database/pool.js'
import type { Condition, Standing } from './schema.js'

export interface StoredObjection {
  readonly id: string
  readonly subjectId: string
  readonly subjectName: string
  readonly programme: string
  readonly condition: Condition | null
  readonly shown: Standing
  readonly reason: string
  readonly byName: string
  readonly byRole: string
  readonly contact: string | null
  readonly state: ObjectionState
  readonly dueOn: string
  readonly createdAt: Date
  readonly updatedAt: Date
}

export interface StoredEvent {
  readonly action: ObjectionAction | 'raise'
  readonly byName: string
  readonly byRole: string
  readonly note: string | null
  readonly detail: EventDetail
  readonly at: Date
}

export interface EventDetail {
  readonly changed?: readonly { readonly key: string; readonly from: string | null; readonly to: string }[]
  readonly after?: Standing
}

const COLUMNS = `o.id, o.subject_id AS "subjectId", s.name AS "subjectName", o.programme, o.condition, o.shown,
  o.reason, o.by_name AS "byName", o.by_role AS "byRole", o.contact, o.state, o.due_on AS "dueOn",
  o.created_at AS "createdAt", o.updated_at AS "updatedAt"`
const FROM = 'FROM objection o JOIN subject s ON s.id = o.subject_id'

export async function insertObjection(
  db: Db,
  region: number,
  given: Pick<
    StoredObjection,
    'subjectId' | 'programme' | 'condition' | 'shown' | 'reason' | 'byName' | 'byRole' | 'contact' | 'dueOn'
  >,
): Promise<string> {
  const { subjectId, programme, condition, shown, reason, byName, byRole, contact, dueOn } = given
  const { rows } = await db.query<{ id: string }>(
    `INSERT INTO objection (region_id, subject_id, programme, version, condition, shown, reason, by_name, by_role,
       contact, due_on)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING id`,
    [
      region,
      subjectId,
      programme,
      shown.version,
      condition === null ? null : JSON.stringify(condition),
      JSON.stringify(shown),
      reason,
      byName,
      byRole,
      contact,
      dueOn,
    ],
  )
  if (!rows[0]) throw new Error('an insert returns its row')
  return rows[0].id
}

/** `lock` keeps others from acting on it until the transaction ends. */
export async function findObjection(
  db: Db,
  region: number,
  id: string,
  lock = false,
): Promise<StoredObjection | null> {
  const { rows } = await db.query<StoredObjection>(
    `SELECT ${COLUMNS} ${FROM} WHERE o.region_id = $1 AND o.id = $2 ${lock ? 'FOR UPDATE OF o' : ''}`,
    [region, id],
  )
  return rows[0] ?? null
}

export interface ObjectionSearch {
  readonly states?: readonly ObjectionState[] | undefined
  readonly subject?: string | undefined
  readonly programme?: string | undefined
  readonly q?: string | undefined
  readonly limit: number
  readonly offset: number
}

/** Those still owed an answer first, by the day it is due; then the latest. */
export async function listObjections(
  db: Db,
  region: number,
  { states, subject, programme, q = '', limit, offset }: ObjectionSearch,
): Promise<{ items: StoredObjection[]; total: number }> {
  const { rows } = await db.query<StoredObjection & { total: number }>(
    `SELECT ${COLUMNS}, count(*) OVER ()::int AS total ${FROM}
     WHERE o.region_id = $1
       AND ($2::text[] IS NULL OR o.state = ANY ($2))
       AND ($3::uuid IS NULL OR o.subject_id = $3)
       AND ($4::text IS NULL OR o.programme = $4)
       AND ($5 = '' OR strpos(lower(s.name), lower($5)) > 0 OR strpos(lower(o.reason), lower($5)) > 0)
     ORDER BY o.state IN ('answered', 'withdrawn'),
       CASE WHEN o.state IN ('answered', 'withdrawn') THEN NULL ELSE o.due_on END, o.updated_at DESC, o.id
     LIMIT $6 OFFSET $7`,
    [region, states ?? null, subject ?? null, programme ?? null, q.trim(), limit, offset],
  )
  return { items: rows.map(({ total: _total, ...item }) => item), total: rows[0]?.total ?? 0 }
}

export async function countByState(db: Db, region: number): Promise<Record<string, number>> {
  const { rows } = await db.query<{ state: string; count: number }>(
    'SELECT state, count(*)::int AS count FROM objection WHERE region_id = $1 GROUP BY state',
    [region],
  )
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]))
}

/** One that is still open about the same thing. */
export async function findSameOpen(
  db: Db,
  region: number,
  { subjectId, programme, condition }: Pick<StoredObjection, 'subjectId' | 'programme' | 'condition'>,
): Promise<string | null> {
  const { rows } = await db.query<{ id: string }>(
    `SELECT id FROM objection
     WHERE region_id = $1 AND subject_id = $2 AND programme = $3 AND state NOT IN ('answered', 'withdrawn')
       AND condition ->> 'text' IS NOT DISTINCT FROM $4`,
    [region, subjectId, programme, condition?.text ?? null],
  )
  return rows[0]?.id ?? null
}

export async function saveState(
  db: Db,
  region: number,
  id: string,
  { state, dueOn }: { state: ObjectionState; dueOn?: string },
): Promise<void> {
  await db.query(
    `UPDATE objection SET state = $3, due_on = coalesce($4::date, due_on), updated_at = now()
     WHERE region_id = $1 AND id = $2`,
    [region, id, state, dueOn ?? null],
  )
}

export async function insertEvent(
  db: Db,
  region: number,
  id: string,
  event: Omit<StoredEvent, 'at'>,
): Promise<void> {
  await db.query(
    `INSERT INTO objection_event (region_id, objection_id, action, by_name, by_role, note, detail)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [region, id, event.action, event.byName, event.byRole, event.note, JSON.stringify(event.detail)],
  )
}

export async function eventsOf(db: Db, region: number, id: string): Promise<StoredEvent[]> {
  const { rows } = await db.query<StoredEvent>(
    `SELECT action, by_name AS "byName", by_role AS "byRole", note, detail, at
     FROM objection_event WHERE region_id = $1 AND objection_id = $2 ORDER BY id`,
    [region, id],
  )
  return rows
}
