import type { Db } from '../database/pool.js'

/** Subjects of this kind after one, in the order of their ids. */
export async function subjectIdsAfter(
  db: Db,
  region: number,
  audience: string,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `SELECT id FROM subject WHERE region_id = $1 AND audience = $2 AND ($3::uuid IS NULL OR id > $3)
     ORDER BY id LIMIT $4`,
    [region, audience, after, limit],
  )
  return rows.map(({ id }) => id)
}

export interface StoredAward {
  readonly subject: string
  readonly programme: string
  readonly on: string | null
  readonly fen: string | null
}

export async function awardsWithAmounts(db: Db, subjects: readonly string[]): Promise<StoredAward[]> {
  const { rows } = await db.query<StoredAward>(
    `SELECT subject_id AS subject, programme, received_on AS "on", amount_fen::text AS fen
     FROM award WHERE subject_id = ANY ($1::uuid[]) ORDER BY subject_id, id`,
    [subjects],
  )
  return rows
}

export type StoredLead = StoredAward & { readonly list: string }

/** Where these subjects are leads of lists that stand, but for one list. */
export async function leadsOfOthers(
  db: Db,
  region: number,
  subjects: readonly string[],
  but: string | null,
): Promise<StoredLead[]> {
  const { rows } = await db.query<StoredLead>(
    `SELECT e.subject_id AS subject, l.programme, l.on_date AS "on", e.most_fen::text AS fen, l.id AS list
     FROM lead_entry e JOIN lead_list l ON l.region_id = e.region_id AND l.id = e.list_id
     WHERE e.region_id = $1 AND e.subject_id = ANY ($2::uuid[]) AND e.reasons IS NULL AND l.kind = 'lead'
       AND ($3::uuid IS NULL OR l.id <> $3)
       AND coalesce((SELECT action FROM lead_list_event v WHERE v.region_id = l.region_id AND v.list_id = l.id
         ORDER BY v.id DESC LIMIT 1), 'restore') = 'restore'
     ORDER BY e.subject_id, l.frozen_at`,
    [region, subjects, but],
  )
  return rows
}
