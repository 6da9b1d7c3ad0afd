import { randomBytes } from 'node:crypto'
import Type from 'typebox'
import type { App } from '../app.js'
import type { AppContext } from '../context.js'
import { requireName, requireRole } from '../http/auth.js'
import { HttpError } from '../http/error.js'
import { readChanges } from '../registry/changes/read-changes.js'
import { lastPlace } from '../registry/changes/store-changes-feed.js'
import { regionOf } from '../registry/store-region.js'
import { isInner } from './address.js'
import { send } from './deliver.js'
import { DeliveryList, MadeWebhook, NewWebhook, TryResult, Webhook, WebhookList } from './schema.js'
import {
  deleteWebhook,
  deliveriesOf,
  findWebhook,
  insertWebhook,
  listWebhooks,
  type StoredWebhook,
  setWebhookState,
} from './store.js'

const MOST = 50
const Id = Type.Object({ id: Type.String({ format: 'uuid' }) })

/** Other systems that are told what changed in the registry. */
export async function webhookRoutes(api: App, context: AppContext): Promise<void> {
  api.addHook('onRequest', async (request) => {
    requireRole(request, 'clerk')
  })
  makeRoutes(api, context)
  stateRoutes(api, context)
}

function makeRoutes(api: App, context: AppContext): void {
  const { pool } = context
  api.get(
    '/webhooks',
    { schema: { summary: 'Webhooks, the oldest first', response: { 200: WebhookList } } },
    async () => ({ items: (await listWebhooks(pool, await regionOf(pool))).map(view) }),
  )
  api.post(
    '/webhooks',
    {
      schema: {
        summary: 'Has another system told of changes: POST of JSON, signed, in order, at least once',
        body: NewWebhook,
        response: { 201: MadeWebhook },
      },
    },
    async (request, reply) => {
      const { name } = requireName(requireRole(request, 'clerk'))
      const { url, kinds = [], after } = request.body
      const region = await regionOf(pool)
      checkUrl(context, url)
      const stranger = kinds.find((kind) => !context.kinds.has(kind))
      if (stranger !== undefined) throw new HttpError('webhook.kind', { kind: stranger })
      const { length } = await listWebhooks(pool, region)
      if (length >= MOST) throw new HttpError('webhook.too-many', { count: length })
      // A cursor that is none is refused here, and not with each delivery.
      const from = after ?? (await endOfChanges(context, region))
      if (after !== undefined) await readChanges(pool, region, { after, limit: 1 })
      const secret = randomBytes(32).toString('base64url')
      const made = await insertWebhook(pool, region, {
        url,
        secret,
        kinds,
        after: from,
        byName: name,
        nextAt: context.now(),
      })
      return reply.status(201).send({ ...view(made), secret })
    },
  )
  api.delete(
    '/webhooks/:id',
    { schema: { summary: 'Ends a webhook', params: Id, response: { 204: Type.Null() } } },
    async ({ params: { id } }, reply) => {
      const region = await regionOf(pool)
      await webhookOr404(context, region, id)
      await deleteWebhook(pool, region, id)
      return reply.status(204).send(null)
    },
  )
}

function stateRoutes(api: App, context: AppContext): void {
  const { pool } = context
  for (const [action, state, summary] of [
    ['pause', 'paused', 'Holds a webhook back; what changes meanwhile is told later'],
    ['resume', 'active', 'Goes on with a webhook that was paused or given up, from where it stood'],
  ] as const)
    api.post(
      `/webhooks/:id/${action}`,
      { schema: { summary, params: Id, response: { 200: Webhook } } },
      async ({ params: { id } }) => {
        const region = await regionOf(pool)
        await webhookOr404(context, region, id)
        await setWebhookState(pool, region, id, { state, now: context.now() })
        return view(await webhookOr404(context, region, id))
      },
    )
  api.post(
    '/webhooks/:id/try',
    {
      schema: {
        summary: 'Sends a signed delivery without changes, and says how it was taken',
        params: Id,
        response: { 200: TryResult },
      },
    },
    async ({ params: { id } }) => {
      const webhook = await webhookOr404(context, await regionOf(pool), id)
      return send(
        context,
        webhook,
        JSON.stringify({ webhook: id, changes: [], next: webhook.after, try: true }),
      )
    },
  )
  api.get(
    '/webhooks/:id/deliveries',
    {
      schema: {
        summary: 'What was sent and how it was taken, the latest first',
        params: Id,
        response: { 200: DeliveryList },
      },
    },
    async ({ params: { id } }) => {
      const region = await regionOf(pool)
      await webhookOr404(context, region, id)
      const items = await deliveriesOf(pool, region, id)
      return { items: items.map(({ at, ...one }) => ({ ...one, at: at.toISOString() })) }
    },
  )
}

/** A name may be of an inner address too: that is seen when it is looked up for a delivery. */
function checkUrl({ innerWebhooks }: AppContext, text: string): void {
  const refused = new HttpError('webhook.url', { url: text })
  if (!URL.canParse(text)) throw refused
  const { protocol, username, password, hostname } = new URL(text)
  if (protocol !== 'https:' && protocol !== 'http:') throw refused
  if (username !== '' || password !== '') throw refused
  const address = hostname.replace(/^\[|\]$/g, '')
  const numeric = /^[\d.]+$/.test(address) || address.includes(':')
  if (!innerWebhooks && (address === 'localhost' || (numeric && isInner(address)))) throw refused
}

async function endOfChanges({ pool }: AppContext, region: number): Promise<string> {
  // Places are given when somebody reads; the last one given is where it begins.
  await readChanges(pool, region, { after: undefined, limit: 1 })
  return lastPlace(pool, region)
}

async function webhookOr404({ pool }: AppContext, region: number, id: string): Promise<StoredWebhook> {
  const found = await findWebhook(pool, region, id)
  if (!found) throw new HttpError('webhook.not-found')
  return found
}

function view({ secret: _, byName, nextAt, createdAt, kinds, ...one }: StoredWebhook): Webhook {
  return {
    ...one,
    kinds: [...kinds],
    by: byName,
    nextAt: nextAt.toISOString(),
    createdAt: createdAt.toISOString(),
  }
}
