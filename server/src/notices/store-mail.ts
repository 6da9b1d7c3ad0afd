import type { Db } from '../database/pool.js'
import type { StoredNotice } from './store.js'

export interface Unmailed
  extends Pick<StoredNotice, 'id' | 'subjectId' | 'subjectName' | 'programme' | 'kind' | 'content'> {
  readonly email: string
  readonly lang: 'zh' | 'en'
  /** Of the following that it comes from; null for an answer to an objection. */
  readonly token: string | null
}

/** What still has to be mailed: answers at once, the rest to those who got no digest since `dayStart`. */
export async function unmailed(db: Db, region: number, dayStart: Date | null): Promise<Unmailed[]> {
  const { rows } = await db.query<Unmailed>(
    `SELECT n.id::text, n.subject_id AS "subjectId", s.name AS "subjectName", n.programme, n.kind, n.content,
       n.email, coalesce(f.lang, 'zh') AS lang, f.token
     FROM notice n
     JOIN subject s ON s.id = n.subject_id
     LEFT JOIN follow f ON f.region_id = n.region_id AND f.id = n.follow_id
     WHERE n.region_id = $1 AND n.email IS NOT NULL AND n.mailed_at IS NULL AND f.ended_at IS NULL
       AND (n.kind = 'objection-answered' OR ($2::timestamptz IS NOT NULL AND NOT EXISTS (
         SELECT 1 FROM notice m WHERE m.region_id = n.region_id AND m.email = n.email
           AND m.mailed_at >= $2 AND m.kind <> 'objection-answered')))
     ORDER BY n.email, s.name, n.subject_id, n.id`,
    [region, dayStart],
  )
  return rows
}

export async function setMailed(db: Db, region: number, ids: readonly string[], at: Date): Promise<void> {
  await db.query('UPDATE notice SET mailed_at = $3 WHERE region_id = $1 AND id = ANY ($2::bigint[])', [
    region,
    ids,
    at,
  ])
}
