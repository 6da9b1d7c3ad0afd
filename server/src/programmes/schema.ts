import {
  FILTER_NAMES,
  type FilterName,
  SEARCH_FIELDS,
  type SearchField,
  SORTS,
  type Sort,
} from '@kehui/domain/packs/catalogue'
import {
  BenefitOf,
  Call,
  CallStatus,
  type Citation,
  Department,
  ModeOf,
  Verified,
} from '@kehui/domain/packs/package'
import { AUDIENCES } from '@kehui/domain/rules'
import Type, { type Static } from 'typebox'

const Nullable = <T extends Type.TSchema>(type: T) => Type.Union([type, Type.Null()])
const text = Type.String()

const AudienceOf = Type.Unsafe<(typeof AUDIENCES)[number]>(
  Type.Union(AUDIENCES.map((audience) => Type.Literal(audience))),
)

const Name = Type.String({ maxLength: 100 })

/** What the library is narrowed down to; a place is its code. */
export const ProgrammeFilter = Type.Object({
  q: Type.Optional(Name),
  place: Type.Optional(Type.String({ pattern: '^\\d{6}$' })),
  region: Type.Optional(Name),
  level: Type.Optional(Name),
  department: Type.Optional(Name),
  mode: Type.Optional(ModeOf),
  benefit: Type.Optional(BenefitOf),
  audience: Type.Optional(AudienceOf),
  industry: Type.Optional(Name),
  window: Type.Optional(CallStatus),
  verified: Type.Optional(Verified),
})
export type ProgrammeFilter = Static<typeof ProgrammeFilter>

const SortOf = Type.Unsafe<Sort>(Type.Union(SORTS.map((sort) => Type.Literal(sort))))

export const ProgrammeQuery = Type.Object({
  ...ProgrammeFilter.properties,
  only: Type.Optional(Type.String({ maxLength: 20_000, description: 'Ids, separated by commas' })),
  sort: Type.Optional(SortOf),
  on: Type.Optional(Type.String({ format: 'date' })),
  page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
  size: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
})
export type ProgrammeQuery = Static<typeof ProgrammeQuery>

/** Where a search found its words; those are marked. */
export const FoundText = Type.Object({
  field: Type.Unsafe<SearchField>(Type.Union(SEARCH_FIELDS.map((field) => Type.Literal(field)))),
  parts: Type.Array(Type.Object({ text, hit: Type.Boolean() })),
})
export type FoundText = Static<typeof FoundText>

export const ProgrammeItem = Type.Object({
  id: text,
  pack: text,
  packTitle: text,
  level: text,
  title: text,
  summary: Nullable(text),
  audience: AudienceOf,
  mode: ModeOf,
  benefit: BenefitOf,
  call: Nullable(Call),
  /** Document number and address of the original text. */
  number: Nullable(text),
  url: Nullable(text),
  issuer: Nullable(text),
  date: Nullable(text),
  verified: Verified,
  sample: Type.Boolean(),
  found: Type.Array(FoundText),
})
export type ProgrammeItem = Static<typeof ProgrammeItem>

export const FacetOption = Type.Object({
  value: text,
  label: text,
  count: Type.Integer({ description: 'How many there would be with it, all other filters kept' }),
})
export type FacetOption = Static<typeof FacetOption>

const Facets = Type.Unsafe<{ [name in FilterName]: FacetOption[] }>(
  Type.Object(Object.fromEntries(FILTER_NAMES.map((name) => [name, Type.Array(FacetOption)]))),
)

export const ProgrammeList = Type.Object({
  items: Type.Array(ProgrammeItem),
  total: Type.Integer(),
  pageSize: Type.Integer(),
  /** The day as of which calls are told. */
  on: text,
  /** True where nothing has all words of the search: what comes near is listed. */
  near: Type.Boolean(),
  facets: Facets,
})
export type ProgrammeList = Static<typeof ProgrammeList>

/** A condition or a term as the file writes it. */
export interface TextNode {
  kind: string
  text: string
  label: string | null
  cite: Citation | null
  children: TextNode[]
}
export const TextNode = Type.Unsafe<TextNode>({
  type: 'object',
  description: 'kind, text, label, cite, children (of the same form)',
  additionalProperties: true,
})

export const ProgrammeDetail = Type.Object({
  ...ProgrammeItem.properties,
  version: text,
  source: Type.Object({
    document: text,
    number: Nullable(text),
    issuer: Nullable(text),
    date: Nullable(text),
    url: Nullable(text),
    via: Nullable(text),
    verified: Verified,
  }),
  valid: Type.Object({ from: Nullable(text), to: Nullable(text) }),
  department: Nullable(Department),
  requires: Type.Array(text),
  standing: Type.Array(text),
  need: Type.Array(TextNode),
  points: Type.Array(TextNode),
  pay: Nullable(
    Type.Object({
      lines: Type.Array(TextNode),
      cap: Nullable(text),
      per: Nullable(text),
      round: text,
      upper: Type.Boolean(),
    }),
  ),
  grants: Nullable(Type.Object({ title: text, for: Nullable(text), ends: Nullable(text) })),
  readings: Nullable(
    Type.Object({
      question: text,
      options: Type.Array(Type.Object({ id: text, label: text })),
      chosen: text,
      signed: Nullable(Type.Object({ by: text, on: text })),
    }),
  ),
  excludes: Type.Array(
    Type.Object({
      with: Type.Array(Type.Object({ id: text, title: text })),
      scope: text,
      resolve: text,
    }),
  ),
  notes: Type.Array(Type.Object({ label: text, text })),
  calls: Type.Array(Call),
})
export type ProgrammeDetail = Static<typeof ProgrammeDetail>
