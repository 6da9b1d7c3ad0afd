import { ASPECTS, COVERS, DIRECTIONS } from '@kehui/domain/registry/chain'
import Type, { type Static } from 'typebox'

const text = Type.String()
const count = Type.Integer()
const Nullable = <T extends Type.TSchema>(type: T) => Type.Union([type, Type.Null()])
const oneOf = <T extends string>(values: readonly T[]) =>
  Type.Unsafe<T>(Type.Union(values.map((value) => Type.Literal(value))))

export const Cover = oneOf(COVERS)
export const Aspect = oneOf(ASPECTS)
export const Direction = oneOf(DIRECTIONS)
export const Whereabouts = oneOf(['local', 'elsewhere', 'unknown'] as const)

/** Something that stands in a chain. */
export const ChainItem = Type.Object({ id: text, kind: text, name: text, sample: Type.Boolean() })
export type ChainItem = Static<typeof ChainItem>

/** A product or an industry, and whether there is a company, an achievement and an expert for it here. */
export const ChainLink = Type.Object({ ...ChainItem.properties, makers: Cover, works: Cover, experts: Cover })
export type ChainLink = Static<typeof ChainLink>

export const ChainOverview = Type.Object({
  region: text,
  industries: Type.Array(
    Type.Object({
      ...ChainLink.properties,
      links: count,
      held: Type.Integer({ description: 'Links with a company here' }),
      gaps: Type.Integer({ description: 'Links without a company here' }),
    }),
  ),
  totals: Type.Object({ industries: count, products: count, relations: count, companies: count }),
})
export type ChainOverview = Static<typeof ChainOverview>

export const ChainFound = Type.Object({ items: Type.Array(ChainLink), total: count })
export type ChainFound = Static<typeof ChainFound>

export const ChainBlock = Type.Object({
  key: text,
  cover: Cover,
  links: count,
  withoutWorks: count,
  withoutExperts: count,
  open: Type.Boolean(),
  x: Type.Number(),
  y: Type.Number(),
  width: Type.Number(),
  height: Type.Number(),
})
export type ChainBlock = Static<typeof ChainBlock>

export const ChainStage = Type.Object({
  key: text,
  direction: Nullable(Direction),
  steps: count,
  part: Nullable(ChainItem),
  links: count,
  blocks: Type.Array(ChainBlock),
})
export type ChainStage = Static<typeof ChainStage>

/** Open links by place: `[x, y, block, name, cover, …]` would be shorter, but nobody could read it. */
export const ChainPlace = Type.Object({ ...ChainLink.properties, x: Type.Number(), y: Type.Number() })
export type ChainPlace = Static<typeof ChainPlace>

export const ChainPicture = Type.Object({
  focus: ChainItem,
  products: Type.Array(ChainItem, { description: 'Where a company stands: its products' }),
  within: Type.Boolean({ description: 'The parts of an industry, not the neighbourhood of a link' }),
  depth: count,
  stages: Type.Array(ChainStage),
  links: Type.Integer({ description: 'Links in all stages' }),
  width: Type.Number(),
  height: Type.Number(),
  places: Type.Array(ChainPlace),
  arcs: Type.Array(Type.Tuple([count, count]), { description: 'Between places, by their numbers' }),
})
export type ChainPicture = Static<typeof ChainPicture>

export const Partner = Type.Object({
  ...ChainItem.properties,
  where: Whereabouts,
  place: Nullable(text),
  by: Nullable(text),
  weight: Nullable(Type.Number()),
})
export type Partner = Static<typeof Partner>

const Counted = Type.Object({ local: count, elsewhere: count, unknown: count, items: Type.Array(Partner) })

/** One link with all who have to do with it and what is next to it. */
export const ChainDetail = Type.Object({
  ...ChainLink.properties,
  place: Nullable(text),
  partners: Type.Object({ makers: Counted, works: Counted, experts: Counted }),
  next: Type.Object({
    up: Type.Array(ChainLink),
    down: Type.Array(ChainLink),
    kinds: Type.Array(ChainLink),
    wider: Type.Array(ChainLink),
  }),
})
export type ChainDetail = Static<typeof ChainDetail>

export const ChainRow = Type.Object({
  ...ChainLink.properties,
  stage: text,
  lacking: Type.Array(Aspect),
  local: count,
  elsewhere: count,
  unknown: count,
  localWorks: count,
  localExperts: count,
  wantedBy: count,
})
export type ChainRow = Static<typeof ChainRow>

export const ChainTable = Type.Object({
  focus: ChainItem,
  stages: Type.Array(
    Type.Object({ key: text, direction: Nullable(Direction), steps: count, part: Nullable(ChainItem) }),
  ),
  rows: Type.Array(ChainRow),
  total: count,
  pageSize: count,
})
export type ChainTable = Static<typeof ChainTable>

export const DEPTHS = [1, 2, 3, 4] as const
const Lang = { lang: Type.Optional(Type.Union([Type.Literal('zh'), Type.Literal('en')])) }
export const InLang = Type.Object(Lang)
export const Id = Type.Object({ id: Type.String({ format: 'uuid' }) })

const Depth = Type.Optional(Type.Integer({ minimum: 1, maximum: 4, default: 3 }))

export const FindQuery = Type.Object({
  ...Lang,
  q: Type.String({ minLength: 1, maxLength: 100 }),
  kind: Type.Optional(oneOf(['product', 'industry', 'enterprise'] as const)),
})

/** `open=up-1-none`, several times. */
export const PictureQuery = Type.Object({
  ...Lang,
  depth: Depth,
  open: Type.Optional(Type.Array(Type.String({ maxLength: 40 }), { maxItems: 60 })),
})

export const ROWS = ['all', 'gaps'] as const
export const TableQuery = Type.Object({
  ...Lang,
  depth: Depth,
  rows: Type.Optional(oneOf(ROWS)),
  stage: Type.Optional(Type.String({ maxLength: 40 })),
  page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
})
export type TableQuery = Static<typeof TableQuery>
