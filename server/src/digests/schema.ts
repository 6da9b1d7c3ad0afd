import Type, { type Static } from 'typebox'

const Nullable = <T extends Type.TSchema>(type: T) => Type.Union([type, Type.Null()])
const text = Type.String()
const Uuid = Type.String({ format: 'uuid' })

export const NewDigest = Type.Object(
  {
    title: Type.String({ minLength: 1, maxLength: 200 }),
    picks: Type.Array(
      Type.Object({
        report: Uuid,
        articles: Type.Optional(
          Type.Array(Type.String({ maxLength: 500 }), {
            maxItems: 2000,
            description: 'Titles of the articles; none: all of the report',
          }),
        ),
      }),
      { minItems: 1, maxItems: 50 },
    ),
    checked: Type.Optional(Type.Boolean({ description: 'Only figures that a person accepted or corrected' })),
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
  statements: Type.Array(
    Type.Object({
      text: Type.String({ maxLength: 2000 }),
      sources: Type.Array(Type.Integer({ minimum: 1 }), { maxItems: 50 }),
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
  },
  { additionalProperties: false },
)
export type SaveDigest = Static<typeof SaveDigest>

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
})
export type DigestDetail = Static<typeof DigestDetail>

export const DigestList = Type.Object({ items: Type.Array(DigestItem) })
export type DigestList = Static<typeof DigestList>
