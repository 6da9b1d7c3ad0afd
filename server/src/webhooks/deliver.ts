import type { AppContext } from '../context.js'
import { readChanges } from '../registry/changes/read-changes.js'
import { MOST_ATTEMPTS, waitAfter } from './backoff.js'
import { type Sent, sendSigned } from './send.js'
import {
  dueWebhooks,
  findWebhook,
  insertDelivery,
  type StoredWebhook,
  setRefused,
  setTaken,
} from './store.js'

const CHANGES_AT_ONCE = 500
/** Deliveries to one before the others have their turn. */
const IN_A_ROW = 20

/**
 * Tells every webhook what changed since it last took something, in order and at least once: it goes on only when the
 * other side has answered with 2xx. Whether any has more to come.
 */
export async function deliverChanges(
  context: AppContext,
  region: number,
  signal: AbortSignal,
): Promise<boolean> {
  const due = await dueWebhooks(context.pool, region, context.now())
  const more = await Promise.all(due.map((webhook) => deliverTo(context, region, webhook, signal)))
  return more.some(Boolean)
}

async function deliverTo(
  context: AppContext,
  region: number,
  webhook: StoredWebhook,
  signal: AbortSignal,
): Promise<boolean> {
  let { after } = webhook
  for (let sent = 0; sent < IN_A_ROW && !signal.aborted; sent += 1) {
    const read = await readChanges(context.pool, region, { after, limit: CHANGES_AT_ONCE })
    const changes = read.items.filter(({ kind }) => isWanted(webhook, kind))
    if (changes.length > 0) {
      const body = JSON.stringify({ webhook: webhook.id, changes, next: read.next })
      const answer = await send(context, webhook, body)
      await insertDelivery(context.pool, region, webhook.id, {
        ...answer,
        changes: changes.length,
        at: context.now(),
      })
      if (answer.problem !== null) {
        await refused(context, region, webhook, answer.problem)
        return false
      }
    }
    if (read.next !== after) await setTaken(context.pool, region, webhook.id, read.next)
    after = read.next
    if (!read.more) return false
    // Paused or removed while it was told.
    if ((await findWebhook(context.pool, region, webhook.id))?.state !== 'active') return false
  }
  return true
}

/** What was removed has no kind any more; whoever follows some kinds may have known it. */
function isWanted({ kinds }: StoredWebhook, kind: string | null): boolean {
  return kinds.length === 0 || kind === null || kinds.includes(kind)
}

export function send(context: AppContext, { url, secret }: StoredWebhook, body: string): Promise<Sent> {
  return sendSigned({ url, secret, body, now: context.now(), inner: context.innerWebhooks })
}

async function refused(
  context: AppContext,
  region: number,
  { id, attempts }: StoredWebhook,
  problem: string,
): Promise<void> {
  const tried = attempts + 1
  await setRefused(context.pool, region, id, {
    attempts: tried,
    nextAt: new Date(context.now().getTime() + waitAfter(tried, Math.random())),
    problem: problem.slice(0, 500),
    failed: tried >= MOST_ATTEMPTS,
  })
}
