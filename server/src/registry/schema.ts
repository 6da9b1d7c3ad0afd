import { AUDIENCES } from '@kehui/domain/rules'
import Type, { type Static } from 'typebox'
import { FactValues } from '../packages/schema.js'

const Nullable = <T extends Type.TSchema>(type: T) => Type.Union([type, Type.Null()])
const text = Type.String()
const Option = Type.Object({ value: text, label: text })

const AudienceOf = Type.Unsafe<(typeof AUDIENCES)[number]>(
  Type.Union(AUDIENCES.map((audience) => Type.Literal(audience))),
)

export const RegionInfo = Type.Object({
  id: text,
  title: text,
  level: text,
  department: Nullable(text),
  sample: Type.Boolean(),
  programmes: Type.Integer(),
})
export type RegionInfo = Static<typeof RegionInfo>

const AnswerType = Type.Union([
  Type.Literal('quantity'),
  Type.Literal('yes-no'),
  Type.Literal('choice'),
  Type.Literal('place'),
  Type.Literal('date'),
])

export const FactInfo = Type.Object({
  name: text,
  label: text,
  of: Type.Array(text),
  type: AnswerType,
  unit: Nullable(text),
  period: text,
  yearly: Type.Boolean(),
  calibres: Type.Array(Option),
  options: Type.Array(Option),
  ask: text,
  hint: Nullable(text),
  heldBy: Nullable(text),
  minutes: Type.Number(),
  askable: Type.Boolean(),
  derived: Type.Boolean(),
  range: Nullable(Type.Object({ lo: text, hi: text })),
})
export type FactInfo = Static<typeof FactInfo>

export const RecordInfo = Type.Object({
  name: text,
  label: text,
  of: Type.Array(text),
  fields: Type.Array(
    Type.Object({
      name: text,
      label: text,
      type: AnswerType,
      unit: Nullable(text),
      options: Type.Array(Option),
    }),
  ),
})
export type RecordInfo = Static<typeof RecordInfo>

export const SubjectItem = Type.Object({
  id: text,
  name: text,
  audience: AudienceOf,
  place: Nullable(text),
  creditCode: Nullable(text),
  sample: Type.Boolean(),
})
export type SubjectItem = Static<typeof SubjectItem>

export const SubjectList = Type.Object({
  items: Type.Array(SubjectItem),
  total: Type.Integer(),
  pageSize: Type.Integer(),
})
export type SubjectList = Static<typeof SubjectList>

export const SubjectDetail = Type.Object({
  ...SubjectItem.properties,
  packs: Type.Array(text, { description: 'Regions looked at beside its own' }),
  owner: Nullable(Type.Object({ id: text, name: text })),
})
export type SubjectDetail = Static<typeof SubjectDetail>

export const SubjectQuery = Type.Object({
  q: Type.Optional(Type.String({ maxLength: 100 })),
  audience: Type.Optional(AudienceOf),
  region: Type.Optional(Type.String({ description: 'A pack; subjects of its place' })),
  page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
})
export type SubjectQuery = Static<typeof SubjectQuery>

export const CreateSubject = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 200 }),
  audience: AudienceOf,
  place: Type.Optional(Type.String({ maxLength: 100 })),
  creditCode: Type.Optional(Type.String({ maxLength: 30 })),
  owner: Type.Optional(Type.String({ format: 'uuid' })),
})
export type CreateSubject = Static<typeof CreateSubject>

const Observed = { value: text, source: Nullable(text), observedAt: Nullable(text) }

export const FactCell = Type.Object({
  key: text,
  ...Observed,
  observation: text,
  others: Type.Array(Type.Object(Observed)),
})
export type FactCell = Static<typeof FactCell>

/** A fact in one calibre; cells only where something is known. */
export const FactRow = Type.Object({
  fact: text,
  yearly: Type.Boolean(),
  label: text,
  calibre: Nullable(text),
  group: Type.Optional(text),
  cells: Type.Array(FactCell),
})
export type FactRow = Static<typeof FactRow>

export const SubjectFacts = Type.Object({
  years: Type.Array(Type.Integer()),
  rows: Type.Array(FactRow),
  records: Type.Array(
    Type.Object({
      name: text,
      label: text,
      fields: Type.Array(Type.Object({ name: text, label: text })),
      rows: Type.Array(
        Type.Object({ id: text, cells: Type.Record(Type.String(), text), source: Nullable(text) }),
      ),
    }),
  ),
})
export type SubjectFacts = Static<typeof SubjectFacts>

export const SaveFacts = Type.Object({
  facts: Type.Optional(FactValues),
  records: Type.Optional(
    Type.Record(Type.String({ maxLength: 100 }), Type.Array(FactValues, { maxItems: 10_000 })),
  ),
  source: Type.Optional(Type.String({ maxLength: 200 })),
})
export type SaveFacts = Static<typeof SaveFacts>

/** What was written; `undo` takes all of it back. */
export const SavedFacts = Type.Object({
  undo: text,
  changed: Type.Array(Type.Object({ key: text, from: Nullable(text), to: text })),
  unchanged: Type.Array(text),
})
export type SavedFacts = Static<typeof SavedFacts>

export const RetractedFacts = Type.Object({ retracted: Type.Integer() })
export type RetractedFacts = Static<typeof RetractedFacts>

export const SubjectPacks = Type.Object({ packs: Type.Array(text, { maxItems: 100 }) })
export type SubjectPacks = Static<typeof SubjectPacks>
