import type { Values } from '@kehui/domain/matching'
import type { Db } from '../../database/pool.js'
import type { PastEvent, PastNeed, pastIntroduction } from './past.js'

/** Enters a need as of the day on which it was published. */
export async function insertPastNeed(
  db: Db,
  region: number,
  need: PastNeed & { readonly subjectId: string },
): Promise<string> {
  const { subjectId, state, channel, content, redacted, clarity, publishedAt } = need
  const [speaker = ''] = content.contact.split(' ')
  const { rows } = await db.query<{ id: string }>(
    `INSERT INTO demand (region_id, subject_id, state, channel, content, redacted, clarity, needed_by, created_at,
       updated_at, published_at, visited_on, told_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $9, $10, $11) RETURNING id`,
    [
      region,
      subjectId,
      state,
      channel,
      JSON.stringify(content),
      JSON.stringify(redacted),
      clarity,
      content.neededBy,
      publishedAt,
      channel === 'visit' ? publishedAt.slice(0, 10) : null,
      channel === 'visit' ? speaker : null,
    ],
  )
  const id = rows[0]?.id ?? ''
  await db.query(
    `INSERT INTO demand_event (region_id, demand_id, action, by_name, by_role, at)
     VALUES ($1, $2, 'create', $3, 'manager', $4), ($1, $2, 'publish', $3, 'manager', $4)`,
    [region, id, speaker, publishedAt],
  )
  return id
}

type Past = ReturnType<typeof pastIntroduction> & {
  readonly demand: string
  readonly provider: string
  readonly holder: string | null
  readonly dueOn: string | null
  readonly score: number
  readonly values: Values
  readonly weights: string
}

/** Enters an introduction with its log, each step on its day. */
export async function insertPastIntroduction(db: Db, region: number, past: Past): Promise<void> {
  const { stands, events, demand, provider, holder, dueOn, score, values, weights } = past
  const { rows } = await db.query<{ id: string }>(
    `INSERT INTO introduction (region_id, demand_id, provider_id, state, accepted, meets_on, outcome, reasons, score,
       due_on, created_at, updated_at, holder_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) RETURNING id`,
    [
      region,
      demand,
      provider,
      stands.state,
      stands.accepted,
      stands.meetsOn,
      stands.outcome,
      JSON.stringify(['文字接近，同一条产业链（示例）']),
      score,
      dueOn,
      events[0]?.at,
      events.at(-1)?.at,
      holder,
    ],
  )
  const id = rows[0]?.id ?? ''
  for (const event of events) await insertPastEvent(db, region, id, event)
  await db.query(
    `INSERT INTO introduction_match (region_id, introduction_id, values, score, weights, at)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [region, id, JSON.stringify(values), score, weights, events[0]?.at],
  )
}

async function insertPastEvent(db: Db, region: number, id: string, event: PastEvent): Promise<void> {
  const { action, by, byName, note = null, meetsOn = null, outcome = null, at } = event
  const role = by === 'clock' ? 'clock' : by === 'broker' ? 'service-team' : 'manager'
  await db.query(
    `INSERT INTO introduction_event (region_id, introduction_id, action, party, by_name, by_role, note, meets_on,
       outcome, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [region, id, action, by, byName, role, note, meetsOn, outcome, at],
  )
}
