import Type, { type Static } from 'typebox'

const Nullable = <T extends Type.TSchema>(type: T) => Type.Union([Type.Null(), type])
const text = Type.String()

export const KindInfo = Type.Object({
  id: text,
  label: text,
  count: Type.Integer(),
  fields: Type.Array(
    Type.Object({
      name: text,
      label: text,
      type: text,
      unit: Nullable(text),
      visibility: text,
      required: Type.Boolean(),
      weight: Type.Integer(),
      identifier: Nullable(text),
      of: Nullable(text),
      codes: Nullable(Type.Array(Type.Object({ code: text, label: text }))),
    }),
  ),
})
export type KindInfo = Static<typeof KindInfo>
export const KindList = Type.Object({ items: Type.Array(KindInfo) })
export type KindList = Static<typeof KindList>

export const ResourceItem = Type.Object({
  id: text,
  kind: text,
  name: text,
  code: Nullable(text),
  place: Nullable(text),
  sample: Type.Boolean(),
})
export type ResourceItem = Static<typeof ResourceItem>

export const ResourcePage = Type.Object({
  items: Type.Array(ResourceItem),
  next: Nullable(Type.String({ description: 'What to give as `after` for the next page' })),
})
export type ResourcePage = Static<typeof ResourcePage>

const Said = Type.Object({
  text,
  source: text,
  standing: text,
  confidence: Type.Integer(),
  observedOn: text,
  recordedAt: text,
  year: Nullable(Type.Integer()),
  import: text,
  row: Type.Integer(),
})

export const ResourceField = Type.Object({
  field: text,
  label: text,
  value: Type.Unknown(),
  text,
  visibility: text,
  differs: Type.Boolean({ description: 'Sources say different things' }),
  chosen: Nullable(Said),
  others: Type.Array(Said, { description: 'What was said otherwise or earlier, in the stated order' }),
})
export type ResourceField = Static<typeof ResourceField>

export const ResourceDetail = Type.Object({
  ...ResourceItem.properties,
  kindLabel: text,
  fields: Type.Array(ResourceField),
  quality: Type.Object({
    score: Type.Integer(),
    completeness: Type.Integer(),
    fresh: Type.Boolean(),
    missing: Type.Array(Type.Object({ field: text, label: text, adds: Type.Integer() })),
    differing: Type.Array(text),
  }),
})
export type ResourceDetail = Static<typeof ResourceDetail>

export const FeedBody = Type.Object(
  {
    observedOn: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d$' })),
    rows: Type.Array(Type.Record(Type.String({ maxLength: 200 }), Type.Unknown()), {
      minItems: 1,
      maxItems: 5000,
      description:
        '`key` is what the other system knows a resource by; the others are fields of the kind. `{"op": "retract", "key"}` takes back all that it told by that key',
    }),
  },
  { additionalProperties: false },
)
export type FeedBody = Static<typeof FeedBody>
