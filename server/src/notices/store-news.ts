import type { Outcome, Reason } from '@kehui/domain/packs/cultivation'
import type { Db } from '../database/pool.js'
import type { StoredValue } from '../registry/stored-value.js'

/** How far back news is looked for: what is older was told, or is no news any more. */
const BACK = `now() - interval '14 days'`

export interface ChangeNews {
  readonly follow: string
  readonly email: string | null
  readonly subject: string
  readonly programme: string
  readonly change: string
  readonly before: Outcome | null
  readonly after: Outcome | null
  readonly reasons: readonly Reason<StoredValue>[]
}

/** Verdicts and amounts that came out otherwise since they are followed, and of which nobody was told yet. */
export async function untoldChanges(db: Db, region: number, limit: number): Promise<ChangeNews[]> {
  const { rows } = await db.query<ChangeNews>(
    `SELECT f.id AS follow, f.email, c.subject_id AS subject, c.programme, c.id::text AS change,
       c.before, c.after, c.reasons
     FROM follow f
     JOIN assessment_change c ON c.region_id = f.region_id AND c.subject_id = f.subject_id
       AND c.at > f.created_at AND (f.programme IS NULL OR f.programme = c.programme)
     WHERE f.region_id = $1 AND f.ended_at IS NULL AND c.at > ${BACK}
       AND (c.before -> 'verdict', c.before -> 'amountFen') IS DISTINCT FROM (c.after -> 'verdict', c.after -> 'amountFen')
       AND NOT EXISTS (
         SELECT 1 FROM notice n WHERE n.region_id = f.region_id AND n.key = f.id || ' change ' || c.id)
     ORDER BY c.id, f.id LIMIT $2`,
    [region, limit],
  )
  return rows
}

export interface RuleNews {
  readonly follow: string
  readonly email: string | null
  readonly subject: string
  readonly programme: string
  readonly publication: string
  readonly note: string | null
  readonly gone: boolean
}

/** Rules that changed or left since they are followed; a rule's first version is no change. */
export async function untoldRules(db: Db, region: number, limit: number): Promise<RuleNews[]> {
  const { rows } = await db.query<RuleNews>(
    `SELECT f.id AS follow, f.email, f.subject_id AS subject, p.programme, p.id::text AS publication, p.note,
       p.version IS NULL AS gone
     FROM programme_publication p
     JOIN follow f ON f.region_id = $1 AND f.ended_at IS NULL AND p.published_at > f.created_at
     LEFT JOIN assessment a ON a.region_id = f.region_id AND a.subject_id = f.subject_id
     WHERE p.published_at > ${BACK}
       AND (f.programme = p.programme
         OR (f.programme IS NULL AND a.cells -> p.programme ->> 'verdict' IN ('yes', 'unknown')))
       AND EXISTS (SELECT 1 FROM programme_publication o WHERE o.programme = p.programme AND o.id < p.id)
       AND NOT EXISTS (
         SELECT 1 FROM notice n WHERE n.region_id = f.region_id AND n.key = f.id || ' rule ' || p.id)
     ORDER BY p.id, f.id LIMIT $2`,
    [region, limit],
  )
  return rows
}

/** The programmes that a subject meets or may come to meet, as last computed. */
export async function withinReach(
  db: Db,
  region: number,
  subjects: readonly string[],
): Promise<Map<string, string[]>> {
  const { rows } = await db.query<{ subject: string; programmes: string[] }>(
    `SELECT a.subject_id AS subject, array_agg(cell.key ORDER BY cell.key) AS programmes
     FROM assessment a, jsonb_each(a.cells) AS cell
     WHERE a.region_id = $1 AND a.subject_id = ANY ($2::uuid[]) AND cell.value ->> 'verdict' <> 'no'
     GROUP BY a.subject_id`,
    [region, subjects],
  )
  return new Map(rows.map(({ subject, programmes }) => [subject, programmes]))
}
