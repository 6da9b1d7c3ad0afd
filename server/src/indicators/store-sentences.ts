import type { Db } from '../database/pool.js'

/** The sentences that figures stand in, by `report/n`. */
export async function sentencesOf(
  db: Db,
  region: number,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await db.query<{ id: string; sentence: string }>(
    `SELECT w.id, substr(r.content, (f.fact ->> 'start')::int + 1,
       (f.fact ->> 'end')::int - (f.fact ->> 'start')::int) AS sentence
     FROM unnest($2::text[]) AS w (id)
     JOIN report_fact f ON f.region_id = $1 AND f.report_id = split_part(w.id, '/', 1)::uuid
       AND f.n = split_part(w.id, '/', 2)::int
     JOIN report r ON r.region_id = $1 AND r.id = f.report_id`,
    [region, [...new Set(ids)]],
  )
  return new Map(rows.map(({ id, sentence }) => [id, sentence.replaceAll(/\s+/g, '')]))
}
