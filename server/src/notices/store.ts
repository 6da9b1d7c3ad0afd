import type { Db } from '../database/pool.js'
import type { NoticeKind } from './schema.js'

export interface NewNotice {
  readonly followId?: string | null
  readonly subjectId: string
  readonly programme: string | null
  readonly kind: NoticeKind
  /** What it is about: the same thing is told once. */
  readonly key: string
  readonly content: Readonly<Record<string, unknown>>
  readonly email: string | null
}

export interface StoredNotice {
  readonly id: string
  readonly subjectId: string
  readonly subjectName: string
  readonly programme: string | null
  readonly kind: NoticeKind
  readonly content: Readonly<Record<string, unknown>>
  readonly createdAt: Date
  readonly readAt: Date | null
}

/** Files what is to be told; what was told before is passed over. How many were new. */
export async function insertNotices(db: Db, region: number, notices: readonly NewNotice[]): Promise<number> {
  if (notices.length === 0) return 0
  const { rowCount } = await db.query(
    `INSERT INTO notice (region_id, follow_id, subject_id, programme, kind, key, content, email)
     SELECT $1, follow, subject, programme, kind, key, content, email
     FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::jsonb[], $8::text[])
       AS given (follow, subject, programme, kind, key, content, email)
     ON CONFLICT (region_id, key) DO NOTHING`,
    [
      region,
      notices.map((n) => n.followId ?? null),
      notices.map((n) => n.subjectId),
      notices.map((n) => n.programme),
      notices.map((n) => n.kind),
      notices.map((n) => n.key),
      notices.map((n) => JSON.stringify(n.content)),
      notices.map((n) => n.email),
    ],
  )
  return rowCount ?? 0
}

/** One thing may be followed by several at once: on the pages it stands once. */
const SHOWN = `n.id IN (
  SELECT max(d.id) FROM notice d WHERE d.region_id = $1
  GROUP BY d.subject_id, coalesce(substr(d.key, strpos(d.key, ' ')), d.key))`

export interface NoticeSearch {
  readonly subject?: string | undefined
  readonly unread?: boolean | undefined
  readonly kind?: NoticeKind | undefined
  readonly limit: number
  readonly offset: number
}

export async function listNotices(
  db: Db,
  region: number,
  { subject, unread = false, kind, limit, offset }: NoticeSearch,
): Promise<{ items: StoredNotice[]; total: number }> {
  const { rows } = await db.query<StoredNotice & { total: number }>(
    `SELECT n.id::text, n.subject_id AS "subjectId", s.name AS "subjectName", n.programme, n.kind, n.content,
       n.created_at AS "createdAt", n.read_at AS "readAt", count(*) OVER ()::int AS total
     FROM notice n JOIN subject s ON s.id = n.subject_id
     WHERE n.region_id = $1 AND ($2::uuid IS NULL OR n.subject_id = $2)
       AND (NOT $3 OR n.read_at IS NULL) AND ($4::text IS NULL OR n.kind = $4) AND ${SHOWN}
     ORDER BY n.id DESC LIMIT $5 OFFSET $6`,
    [region, subject ?? null, unread, kind ?? null, limit, offset],
  )
  return { items: rows.map(({ total: _total, ...item }) => item), total: rows[0]?.total ?? 0 }
}

export async function countUnread(db: Db, region: number, subject: string | null): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM notice n
     WHERE n.region_id = $1 AND ($2::uuid IS NULL OR n.subject_id = $2) AND n.read_at IS NULL AND ${SHOWN}`,
    [region, subject],
  )
  return rows[0]?.count ?? 0
}

/** Marks these, or all of a subject, or all; the ids of those that were not so before. */
export async function markRead(
  db: Db,
  region: number,
  {
    read,
    ids,
    subject,
  }: { read: boolean; ids?: readonly string[] | undefined; subject?: string | undefined },
): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `UPDATE notice SET read_at = CASE WHEN $2 THEN now() END
     WHERE region_id = $1 AND (read_at IS NULL) = $2
       AND ($3::bigint[] IS NULL OR id = ANY ($3)) AND ($4::uuid IS NULL OR subject_id = $4)
     RETURNING id::text`,
    [region, read, ids ?? null, subject ?? null],
  )
  return rows.map(({ id }) => id)
}
