import Type, { type Static } from 'typebox'

/** Null first: the other way round a null that is sent would be read as an empty text. */
const Nullable = <T extends Type.TSchema>(type: T) => Type.Union([Type.Null(), type])
const text = Type.String()
const Uuid = Type.String({ format: 'uuid' })

const Picks = Type.Array(
  Type.Object({
    report: Uuid,
    articles: Type.Optional(
      Type.Array(Type.String({ maxLength: 500 }), {
        maxItems: 2000,
        description: 'Titles of whole articles',
      }),
    ),
    facts: Type.Optional(
      Type.Array(Type.Integer({ minimum: 0 }), {
        maxItems: 20_000,
        description: 'Numbers of single figures',
      }),
    ),
  }),
  {
    minItems: 1,
    maxItems: 50,
    description: 'What the issue is made of; a report without articles and figures is taken whole',
  },
)
export type Picks = Static<typeof Picks>

const checked = Type.Boolean({ description: 'Only figures that a person accepted or corrected' })

export const NewDigest = Type.Object(
  {
    title: Type.String({ minLength: 1, maxLength: 200 }),
    picks: Picks,
    checked: Type.Optional(checked),
  },
  { additionalProperties: false },
)
export type NewDigest = Static<typeof NewDigest>

export const DigestSource = Type.Object({
  n: Type.Integer({ minimum: 1 }),
  report: Uuid,
  file: text,
  article: Nullable(text),
})
export type DigestSource = Static<typeof DigestSource>

const Section = Type.Object({
  heading: Type.String({ maxLength: 200 }),
  drafted: Nullable(Type.String({ maxLength: 200 })),
  statements: Type.Array(
    Type.Object({
      text: Type.String({ maxLength: 2000 }),
      sources: Type.Array(Type.Integer({ minimum: 1 }), { maxItems: 50 }),
      facts: Type.Array(Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/\\d{1,8}$' }), {
        maxItems: 200,
        description: 'The figures it was made of, as report/number',
      }),
      drafted: Type.Union([Type.Null(), Type.String({ maxLength: 2000 })], {
        description: 'As it was drafted; null where a person wrote it',
      }),
      out: Type.Boolean({ description: 'Left out of the issue, and kept at hand' }),
      newer: Type.Union([Type.Null(), Type.String({ maxLength: 2000 })], {
        description: 'What it would be by now, where a person had reworded it',
      }),
      gone: Type.Boolean({ description: 'Its figures are no longer among those chosen' }),
    }),
    { maxItems: 2000 },
  ),
})

export const SaveDigest = Type.Object(
  {
    title: Type.String({ minLength: 1, maxLength: 200 }),
    sections: Type.Array(Section, { maxItems: 200 }),
    revision: Type.Integer({
      minimum: 0,
      description: 'The one that was read: a newer one is not written over',
    }),
    take: Type.Optional(
      Type.Integer({
        minimum: 0,
        description: 'The earlier draft whose sources and choice come back with it',
      }),
    ),
  },
  { additionalProperties: false },
)
export type SaveDigest = Static<typeof SaveDigest>

export const Redraft = Type.Object(
  {
    title: SaveDigest.properties.title,
    sections: SaveDigest.properties.sections,
    revision: SaveDigest.properties.revision,
    picks: Picks,
    checked: Type.Optional(checked),
    dry: Type.Optional(Type.Boolean({ description: 'Only says what would change' })),
  },
  { additionalProperties: false },
)
export type Redraft = Static<typeof Redraft>

export const DigestItem = Type.Object({
  id: text,
  title: text,
  revision: Type.Integer(),
  by: text,
  at: text,
})
export type DigestItem = Static<typeof DigestItem>

export const DigestDetail = Type.Object({
  ...DigestItem.properties,
  sections: Type.Array(Section),
  sources: Type.Array(DigestSource),
  picks: Picks,
  checked: Type.Boolean(),
})
export type DigestDetail = Static<typeof DigestDetail>

export const DigestList = Type.Object({ items: Type.Array(DigestItem) })
export type DigestList = Static<typeof DigestList>

const count = Type.Integer({ minimum: 0 })
export const Redrafted = Type.Object({
  digest: DigestDetail,
  summary: Type.Object({ added: count, updated: count, removed: count, kept: count, newer: count }),
})
export type Redrafted = Static<typeof Redrafted>
