import Type, { type Static } from 'typebox'

export {
  AmountFen,
  Call,
  CallStatus,
  Entry,
  Package,
  Question,
  Window,
} from '@kehui/domain/packs/package'

const Readings = Type.Record(Type.String(), Type.String(), {
  description: 'Chosen reading of an open text by programme',
})
export const FactValues = Type.Record(
  Type.String({ minLength: 1, maxLength: 200 }),
  Type.Union([Type.Boolean(), Type.Number(), Type.String({ maxLength: 200 })]),
)

/** “What if”: facts that stand in for the stored ones; nothing is kept. */
export const WhatIf = Type.Object({
  facts: Type.Optional(FactValues),
  on: Type.Optional(Type.String({ format: 'date' })),
  packs: Type.Optional(Type.Array(Type.String(), { maxItems: 100 })),
  readings: Type.Optional(Readings),
})
export type WhatIf = Static<typeof WhatIf>
