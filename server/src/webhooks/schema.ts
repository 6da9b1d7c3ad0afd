import Type, { type Static } from 'typebox'

const Nullable = <T extends Type.TSchema>(type: T) => Type.Union([Type.Null(), type])
const text = Type.String()

export const NewWebhook = Type.Object(
  {
    url: Type.String({ minLength: 8, maxLength: 2000 }),
    kinds: Type.Optional(
      Type.Array(Type.String({ maxLength: 60 }), {
        maxItems: 50,
        uniqueItems: true,
        description: 'Kinds of resources; none: all',
      }),
    ),
    after: Type.Optional(
      Type.String({
        maxLength: 40,
        description: 'A cursor of GET /changes to begin from; none: what changes from now on',
      }),
    ),
  },
  { additionalProperties: false },
)
export type NewWebhook = Static<typeof NewWebhook>

export const Webhook = Type.Object({
  id: text,
  url: text,
  kinds: Type.Array(text),
  state: Type.Union([Type.Literal('active'), Type.Literal('paused'), Type.Literal('failed')]),
  after: Type.String({ description: 'Up to where the other side has taken it' }),
  attempts: Type.Integer({ description: 'Deliveries in a row that were not taken' }),
  nextAt: text,
  problem: Nullable(text),
  by: text,
  createdAt: text,
})
export type Webhook = Static<typeof Webhook>

export const MadeWebhook = Type.Object({
  ...Webhook.properties,
  secret: Type.String({ description: 'Signatures are made with it; it is told this once' }),
})
export type MadeWebhook = Static<typeof MadeWebhook>

export const WebhookList = Type.Object({ items: Type.Array(Webhook) })
export type WebhookList = Static<typeof WebhookList>

export const DeliveryList = Type.Object({
  items: Type.Array(
    Type.Object({
      changes: Type.Integer(),
      status: Nullable(Type.Integer()),
      problem: Nullable(text),
      milliseconds: Type.Integer(),
      at: text,
    }),
  ),
})
export type DeliveryList = Static<typeof DeliveryList>

export const TryResult = Type.Object({
  status: Nullable(Type.Integer()),
  problem: Nullable(text),
  milliseconds: Type.Integer(),
})
export type TryResult = Static<typeof TryResult>
