import type { Db } from '../database/pool.js'

export interface StoredCallNote {
  readonly id: string
  readonly subjectId: string
  readonly subjectName: string
  readonly programme: string | null
  readonly caller: string | null
  readonly question: string
  readonly answer: string
  readonly followUpOn: string | null
  readonly doneAt: Date | null
  readonly byName: string
  readonly createdAt: Date
}

const COLUMNS = `n.id, n.subject_id AS "subjectId", s.name AS "subjectName", n.programme, n.caller, n.question,
  n.answer, n.follow_up_on AS "followUpOn", n.done_at AS "doneAt", n.by_name AS "byName",
  n.created_at AS "createdAt"`
const FROM = 'FROM call_note n JOIN subject s ON s.id = n.subject_id'

export async function insertCallNote(
  db: Db,
  region: number,
  note: Omit<StoredCallNote, 'id' | 'subjectName' | 'doneAt' | 'createdAt'>,
): Promise<string> {
  const { rows } = await db.query<{ id: string }>(
    `INSERT INTO call_note (region_id, subject_id, programme, caller, question, answer, follow_up_on, by_name)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id`,
    [
      region,
      note.subjectId,
      note.programme,
      note.caller,
      note.question,
      note.answer,
      note.followUpOn,
      note.byName,
    ],
  )
  if (!rows[0]) throw new Error('an insert returns its row')
  return rows[0].id
}

export async function findCallNote(db: Db, region: number, id: string): Promise<StoredCallNote | null> {
  const { rows } = await db.query<StoredCallNote>(
    `SELECT ${COLUMNS} ${FROM} WHERE n.region_id = $1 AND n.id = $2`,
    [region, id],
  )
  return rows[0] ?? null
}

export interface CallNoteSearch {
  readonly owed?: boolean | undefined
  readonly subject?: string | undefined
  readonly q?: string | undefined
  readonly limit: number
  readonly offset: number
}

/** Where something is still owed, the most pressing first; otherwise the latest. */
export async function listCallNotes(
  db: Db,
  region: number,
  { owed = false, subject, q = '', limit, offset }: CallNoteSearch,
): Promise<{ items: StoredCallNote[]; total: number }> {
  const { rows } = await db.query<StoredCallNote & { total: number }>(
    `SELECT ${COLUMNS}, count(*) OVER ()::int AS total ${FROM}
     WHERE n.region_id = $1
       AND (NOT $2 OR (n.follow_up_on IS NOT NULL AND n.done_at IS NULL))
       AND ($3::uuid IS NULL OR n.subject_id = $3)
       AND ($4 = '' OR strpos(lower(s.name), lower($4)) > 0 OR strpos(lower(n.question), lower($4)) > 0)
     ORDER BY CASE WHEN $2 THEN n.follow_up_on END, n.created_at DESC, n.id
     LIMIT $5 OFFSET $6`,
    [region, owed, subject ?? null, q.trim(), limit, offset],
  )
  return { items: rows.map(({ total: _total, ...item }) => item), total: rows[0]?.total ?? 0 }
}

/** Says whether there is such a note; done or not done as often as somebody says so. */
export async function setDone(db: Db, region: number, id: string, done: boolean): Promise<boolean> {
  const { rowCount } = await db.query(
    `UPDATE call_note SET done_at = CASE WHEN $3 THEN coalesce(done_at, now()) END
     WHERE region_id = $1 AND id = $2`,
    [region, id, done],
  )
  return rowCount === 1
}
