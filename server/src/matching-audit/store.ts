import type { IntroductionState, OutcomeCode } from '@kehui/domain/cases'
import type { Values } from '@kehui/domain/matching'
import type { Db } from '../database/pool.js'

/** Keeps what the ranking saw in an introduction; the first time counts. */
export async function insertMatch(
  db: Db,
  region: number,
  introduction: string,
  seen: { readonly values: Values; readonly score: number; readonly weights: string },
): Promise<void> {
  await db.query(
    `INSERT INTO introduction_match (region_id, introduction_id, values, score, weights)
     VALUES ($1, $2, $3, $4, $5) ON CONFLICT (region_id, introduction_id) DO NOTHING`,
    [region, introduction, JSON.stringify(seen.values), seen.score, seen.weights],
  )
}

export interface AuditedIntroduction {
  readonly demand: string
  readonly provider: string
  readonly kind: string
  readonly place: string | null
  readonly state: IntroductionState
  readonly outcome: OutcomeCode | null
  readonly agreed: boolean
  readonly met: boolean
  readonly ageDays: number
  readonly score: number | null
  readonly values: Values | null
}

/** All introductions that were proposed within some days, both included; those that were withdrawn are no proposals. */
export async function auditedIntroductions(
  db: Db,
  region: number,
  { from, to, today }: { readonly from: string | null; readonly to: string | null; readonly today: string },
): Promise<AuditedIntroduction[]> {
  const { rows } = await db.query<AuditedIntroduction>(
    `SELECT i.demand_id AS demand, i.provider_id AS provider, p.kind, s.place, i.state, i.outcome,
       (cardinality(i.accepted) = 2 OR held.met IS NOT NULL) AS agreed, held.met IS NOT NULL AS met,
       ($4::date - (i.created_at AT TIME ZONE 'Asia/Shanghai')::date) AS "ageDays", m.score, m.values
     FROM introduction i
     JOIN demand d ON d.region_id = i.region_id AND d.id = i.demand_id
     JOIN subject s ON s.id = d.subject_id
     JOIN subject p ON p.id = i.provider_id
     LEFT JOIN introduction_match m ON m.region_id = i.region_id AND m.introduction_id = i.id
     LEFT JOIN (
       SELECT introduction_id, min(id) AS met FROM introduction_event
       WHERE region_id = $1 AND action = 'hold' GROUP BY introduction_id
     ) held ON held.introduction_id = i.id
     WHERE i.region_id = $1 AND i.state <> 'withdrawn'
       AND ($2::date IS NULL OR (i.created_at AT TIME ZONE 'Asia/Shanghai')::date >= $2)
       AND ($3::date IS NULL OR (i.created_at AT TIME ZONE 'Asia/Shanghai')::date <= $3)
     ORDER BY i.created_at, i.id`,
    [region, from, to, today],
  )
  return rows
}
