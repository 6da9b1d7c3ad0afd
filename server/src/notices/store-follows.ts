import type { Db } from '../database/pool.js'

export interface StoredFollow {
  readonly id: string
  readonly subjectId: string
  readonly subjectName: string
  readonly programme: string | null
  readonly email: string | null
  readonly lang: 'zh' | 'en'
  readonly leadDays: readonly number[]
  readonly token: string
  readonly createdAt: Date
  /** Day in China since which it is followed: YYYY-MM-DD. */
  readonly since: string
  readonly endedAt: Date | null
}

const COLUMNS = `f.id, f.subject_id AS "subjectId", s.name AS "subjectName", f.programme, f.email, f.lang,
  f.lead_days AS "leadDays", f.token, f.created_at AS "createdAt", f.ended_at AS "endedAt",
  (f.created_at AT TIME ZONE 'Asia/Shanghai')::date AS since`
const FROM = 'FROM follow f JOIN subject s ON s.id = f.subject_id'

export async function insertFollow(
  db: Db,
  region: number,
  follow: Pick<StoredFollow, 'subjectId' | 'programme' | 'email' | 'lang' | 'leadDays' | 'createdAt'> & {
    readonly byRole: string
    readonly byName: string | null
  },
): Promise<string> {
  const { rows } = await db.query<{ id: string }>(
    `INSERT INTO follow (region_id, subject_id, programme, email, lang, lead_days, by_role, by_name, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id`,
    [
      region,
      follow.subjectId,
      follow.programme,
      follow.email,
      follow.lang,
      follow.leadDays,
      follow.byRole,
      follow.byName,
      follow.createdAt,
    ],
  )
  if (!rows[0]) throw new Error('an insert returns its row')
  return rows[0].id
}

/** Those that hold; of one subject, or of all. */
export async function activeFollows(
  db: Db,
  region: number,
  subject: string | null = null,
): Promise<StoredFollow[]> {
  const { rows } = await db.query<StoredFollow>(
    `SELECT ${COLUMNS} ${FROM}
     WHERE f.region_id = $1 AND f.ended_at IS NULL AND ($2::uuid IS NULL OR f.subject_id = $2)
     ORDER BY f.created_at, f.id`,
    [region, subject],
  )
  return rows
}

export async function findFollow(db: Db, region: number, id: string): Promise<StoredFollow | null> {
  const { rows } = await db.query<StoredFollow>(
    `SELECT ${COLUMNS} ${FROM} WHERE f.region_id = $1 AND f.id = $2`,
    [region, id],
  )
  return rows[0] ?? null
}

export async function findByToken(db: Db, region: number, token: string): Promise<StoredFollow | null> {
  const { rows } = await db.query<StoredFollow>(
    `SELECT ${COLUMNS} ${FROM} WHERE f.region_id = $1 AND f.token = $2`,
    [region, token],
  )
  return rows[0] ?? null
}

/** What is undefined stays as it is. */
export async function changeFollow(
  db: Db,
  region: number,
  id: string,
  { email, leadDays }: { email?: string | null | undefined; leadDays?: readonly number[] | undefined },
): Promise<void> {
  await db.query(
    `UPDATE follow SET email = CASE WHEN $3 THEN $4 ELSE email END, lead_days = coalesce($5, lead_days)
     WHERE region_id = $1 AND id = $2`,
    [region, id, email !== undefined, email ?? null, leadDays ?? null],
  )
}

export async function endFollow(db: Db, region: number, id: string): Promise<void> {
  await db.query('UPDATE follow SET ended_at = coalesce(ended_at, now()) WHERE region_id = $1 AND id = $2', [
    region,
    id,
  ])
}
