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

export const ProgrammeQuery = Type.Object({
  q: Type.Optional(Type.String({ maxLength: 100 })),
  level: Type.Optional(text),
  region: Type.Optional(text),
  mode: Type.Optional(ModeOf),
  benefit: Type.Optional(BenefitOf),
  audience: Type.Optional(AudienceOf),
  window: Type.Optional(CallStatus),
  on: Type.Optional(Type.String({ format: 'date' })),
  page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
})
export type ProgrammeQuery = Static<typeof ProgrammeQuery>

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
  verified: Verified,
  sample: Type.Boolean(),
})
export type ProgrammeItem = Static<typeof ProgrammeItem>

export const ProgrammeList = Type.Object({
  items: Type.Array(ProgrammeItem),
  total: Type.Integer(),
  pageSize: Type.Integer(),
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
  versions: Type.Array(Type.Object({ hash: text, since: text })),
})
export type ProgrammeDetail = Static<typeof ProgrammeDetail>
