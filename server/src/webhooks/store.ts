import type { Db } from '../database/pool.js'

export type WebhookState = 'active' | 'paused' | 'failed'

export interface StoredWebhook {
  readonly id: string
  readonly url: string
  readonly secret: string
  readonly kinds: readonly string[]
  readonly state: WebhookState
  readonly after: string
  readonly attempts: number
  readonly nextAt: Date
  readonly problem: string | null
  readonly byName: string
  readonly createdAt: Date
}

const COLUMNS = `id, url, secret, kinds, state, after, attempts, next_at AS "nextAt", problem,
  by_name AS "byName", created_at AS "createdAt"`

export async function insertWebhook(
  db: Db,
  region: number,
  given: Pick<StoredWebhook, 'url' | 'secret' | 'kinds' | 'after' | 'byName' | 'nextAt'>,
): Promise<StoredWebhook> {
  const { rows } = await db.query<StoredWebhook>(
    `INSERT INTO webhook (region_id, url, secret, kinds, after, by_name, next_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
     RETURNING ${COLUMNS}`,
    [region, given.url, given.secret, given.kinds, given.after, given.byName, given.nextAt],
  )
  if (!rows[0]) throw new Error('an insert returns its row')
  return rows[0]
}

export async function listWebhooks(db: Db, region: number): Promise<StoredWebhook[]> {
  const { rows } = await db.query<StoredWebhook>(
    `SELECT ${COLUMNS} FROM webhook WHERE region_id = $1 ORDER BY created_at, id`,
    [region],
  )
  return rows
}

export async function findWebhook(db: Db, region: number, id: string): Promise<StoredWebhook | null> {
  const { rows } = await db.query<StoredWebhook>(
    `SELECT ${COLUMNS} FROM webhook WHERE region_id = $1 AND id = $2`,
    [region, id],
  )
  return rows[0] ?? null
}

/** Those that wait for nothing but their turn. */
export async function dueWebhooks(db: Db, region: number, now: Date): Promise<StoredWebhook[]> {
  const { rows } = await db.query<StoredWebhook>(
    `SELECT ${COLUMNS} FROM webhook WHERE region_id = $1 AND state = 'active' AND next_at <= $2 ORDER BY next_at, id`,
    [region, now],
  )
  return rows
}

export async function setWebhookState(
  db: Db,
  region: number,
  id: string,
  { state, now }: { readonly state: WebhookState; readonly now: Date },
): Promise<void> {
  await db.query(
    `UPDATE webhook SET state = $3, attempts = 0, next_at = $4, problem = NULL WHERE region_id = $1 AND id = $2`,
    [region, id, state, now],
  )
}

export async function deleteWebhook(db: Db, region: number, id: string): Promise<void> {
  await db.query('DELETE FROM webhook WHERE region_id = $1 AND id = $2', [region, id])
}

/** Taken: it stands further, and its troubles are over. Whoever paused it meanwhile is heeded. */
export async function setTaken(db: Db, region: number, id: string, after: string): Promise<void> {
  await db.query(
    'UPDATE webhook SET after = $3, attempts = 0, problem = NULL WHERE region_id = $1 AND id = $2',
    [region, id, after],
  )
}

export async function setRefused(
  db: Db,
  region: number,
  id: string,
  given: {
    readonly attempts: number
    readonly nextAt: Date
    readonly problem: string
    readonly failed: boolean
  },
): Promise<void> {
  await db.query(
    `UPDATE webhook SET attempts = $3, next_at = $4, problem = $5,
       state = CASE WHEN $6 AND state = 'active' THEN 'failed' ELSE state END
     WHERE region_id = $1 AND id = $2`,
    [region, id, given.attempts, given.nextAt, given.problem, given.failed],
  )
}

export interface Delivery {
  readonly changes: number
  readonly status: number | null
  readonly problem: string | null
  readonly milliseconds: number
  readonly at: Date
}

/** Lines that are kept of each. */
const KEPT = 200

export async function insertDelivery(
  db: Db,
  region: number,
  webhook: string,
  { changes, status, problem, milliseconds, at }: Delivery,
): Promise<void> {
  await db.query(
    `INSERT INTO webhook_delivery (region_id, webhook_id, changes, status, problem, milliseconds, at)
     SELECT region_id, id, $3, $4, $5, $6, $7 FROM webhook WHERE region_id = $1 AND id = $2`,
    [region, webhook, changes, status, problem, milliseconds, at],
  )
  await db.query(
    `DELETE FROM webhook_delivery WHERE region_id = $1 AND webhook_id = $2 AND id <= (
       SELECT id FROM webhook_delivery WHERE region_id = $1 AND webhook_id = $2 ORDER BY id DESC OFFSET ${KEPT} LIMIT 1)`,
    [region, webhook],
  )
}

export async function deliveriesOf(db: Db, region: number, webhook: string): Promise<Delivery[]> {
  const { rows } = await db.query<Delivery>(
    `SELECT changes, status, problem, milliseconds, at FROM webhook_delivery
     WHERE region_id = $1 AND webhook_id = $2 ORDER BY id DESC LIMIT ${KEPT}`,
    [region, webhook],
  )
  return rows
}
