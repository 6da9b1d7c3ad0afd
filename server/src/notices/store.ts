import type { Db } from '../database/pool.js'

export type NoticeKind = 'opening' | 'closing' | 'rule-changed' | 'verdict-changed' | 'objection-answered'

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

/** Files what is to be told; what was told before is passed over. How many were new. */
export async function insertNotices(db: Db, region: number, notices: readonly NewNotice[]): Promise<number> {
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
