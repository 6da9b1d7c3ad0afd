import type { Db } from '../database/pool.js'
import { codePointSlices } from './code-points.js'

interface Place {
  readonly id: string
  readonly report: string
  readonly start: number
  readonly end: number
}

/** The sentences that figures stand in, by `report/n`. Each report is read once: its text may be long. */
export async function sentencesOf(
  db: Db,
  region: number,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await db.query<Place>(
    `SELECT w.id, f.report_id AS report, (f.fact ->> 'start')::int AS start, (f.fact ->> 'end')::int AS "end"
     FROM unnest($2::text[]) AS w (id)
     JOIN report_fact f ON f.region_id = $1 AND f.report_id = split_part(w.id, '/', 1)::uuid
       AND f.n = split_part(w.id, '/', 2)::int`,
    [region, [...new Set(ids)]],
  )
  const sentences = new Map<string, string>()
  for (const report of new Set(rows.map((row) => row.report))) {
    const found = await db.query<{ content: string }>(
      'SELECT content FROM report WHERE region_id = $1 AND id = $2',
      [region, report],
    )
    const places = rows.filter((row) => row.report === report)
    const texts = codePointSlices(found.rows[0]?.content ?? '', places)
    for (const [i, { id }] of places.entries()) sentences.set(id, (texts[i] ?? '').replaceAll(/\s+/g, ''))
  }
  return sentences
}
