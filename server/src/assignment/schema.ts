import { RoundAction, RoundState } from '@kehui/domain/cases/assignment'
import Type, { type Static } from 'typebox'

const Nullable = <T extends Type.TSchema>(type: T) => Type.Union([type, Type.Null()])
const text = Type.String()
const oneOf = <T extends string>(...values: T[]) =>
  Type.Unsafe<T>(Type.Union(values.map((value) => Type.Literal(value))))
const count = Type.Integer({ minimum: 0 })

export const Kind = Type.Union([
  Type.Literal('commissioner-village'),
  Type.Literal('expert-company'),
  Type.Literal('mentor-startup'),
  Type.Literal('other'),
])
export type Kind = Static<typeof Kind>
export const Way = Type.Union([Type.Literal('stable'), Type.Literal('coverage')])
export const Keep = Type.Union([Type.Literal('ties'), Type.Literal('some'), Type.Literal('most')])
export const SideName = Type.Union([Type.Literal('left'), Type.Literal('right')])
export const Lang = Type.Optional(Type.Union([Type.Literal('zh'), Type.Literal('en')]))
const title = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' })
const replaces = Type.Optional(
  Type.String({ format: 'uuid', description: 'The confirmed round whose place it is to take' }),
)

const settings = {
  title,
  kind: Kind,
  way: Way,
  sameCounty: Type.Optional(Type.Boolean({ description: 'Only those of the same county' })),
  sharedField: Type.Optional(Type.Boolean({ description: 'Only those who have a field in common' })),
  replaces,
}

export const FileQuery = Type.Object({ ...settings, lang: Lang })
export type FileQuery = Static<typeof FileQuery>

export const NewRegistryRound = Type.Object(
  {
    ...settings,
    leftKind: oneOf('commissioner', 'person', 'institution', 'enterprise'),
    right: oneOf('need', 'village', 'enterprise', 'incubator'),
    nearest: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 100, description: 'Candidates of each; 20 where not said' }),
    ),
    leftRoom: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
    rightRoom: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
  },
  { additionalProperties: false },
)
export type NewRegistryRound = Static<typeof NewRegistryRound>

const Problem = Type.Object({
  sheet: text,
  row: Type.Integer(),
  column: text,
  value: text,
  message: text,
})

const PreviewSide = Type.Object({
  name: text,
  members: count,
  capacity: count,
  wishes: count,
  counties: Type.Array(Type.Object({ county: Nullable(text), members: count })),
  first: Type.Array(
    Type.Object({
      code: text,
      name: text,
      county: Nullable(text),
      capacity: count,
      fields: Type.Array(text),
    }),
  ),
})
export const RoundPreview = Type.Object({
  fileName: text,
  left: PreviewSide,
  right: PreviewSide,
  candidates: count,
  problems: Type.Array(Problem, { description: 'The first 200' }),
  problemCount: count,
  notes: Type.Array(text),
})
export type RoundPreview = Static<typeof RoundPreview>

const SideFigures = Type.Object({
  members: count,
  capacity: count,
  assigned: count,
  alone: count,
  first: count,
  meanRank: Nullable(Type.Number()),
})
const CountySide = Type.Object({ members: count, assigned: count })
export const RoundFigures = Type.Object({
  pairs: count,
  pinned: count,
  candidates: count,
  blocking: count,
  meanScore: Nullable(Type.Number()),
  left: SideFigures,
  right: SideFigures,
  counties: Type.Array(Type.Object({ county: Nullable(text), left: CountySide, right: CountySide })),
  changes: Nullable(Type.Object({ kept: count, added: count, ended: count })),
})
export type RoundFigures = Static<typeof RoundFigures>

const item = {
  id: text,
  title: text,
  kind: Kind,
  leftName: text,
  rightName: text,
  way: Way,
  source: Type.Union([Type.Literal('file'), Type.Literal('registry')]),
  fileName: Nullable(text),
  state: RoundState,
  replaces: Nullable(text),
  sample: Type.Boolean(),
  by: text,
  at: text,
}
export const RoundItem = Type.Object({
  ...item,
  figures: Nullable(Type.Object({ pairs: count, alone: Type.Integer(), blocking: count })),
})
export type RoundItem = Static<typeof RoundItem>
export const RoundList = Type.Object({ items: Type.Array(RoundItem) })
export type RoundList = Static<typeof RoundList>

const RunView = Type.Object({
  number: count,
  state: oneOf('running', 'done', 'cancelled', 'interrupted', 'failed'),
  phase: text,
  done: count,
  total: count,
  problem: Nullable(Type.Object({ message: text, next: text })),
  by: text,
  startedAt: text,
  endedAt: Nullable(text),
})

export const Adjustment = Type.Object({
  id: text,
  what: Type.Union([Type.Literal('pin'), Type.Literal('forbid')]),
  left: text,
  right: text,
  present: Type.Boolean({ description: 'Whether both are in the round' }),
  reason: text,
  by: text,
  at: text,
  undone: Nullable(Type.Object({ by: text, at: text })),
})

export const RoundView = Type.Object({
  ...item,
  sameCounty: Type.Boolean(),
  sharedField: Type.Boolean(),
  keep: Keep,
  replacesTitle: Nullable(text),
  replacedBy: Nullable(Type.Object({ id: text, title: text, state: RoundState })),
  run: Type.Integer({ description: 'The answer that is shown; 0 where there is none' }),
  figures: Nullable(RoundFigures),
  since: Nullable(Type.Object({ title: text, same: Type.Boolean() })),
  /** The latest run, however it went. */
  lastRun: Nullable(RunView),
  actions: Type.Array(RoundAction),
  adjustments: Type.Array(Adjustment),
  events: Type.Array(Type.Object({ id: text, action: text, note: Nullable(text), by: text, at: text })),
})
export type RoundView = Static<typeof RoundView>

export const PairsQuery = Type.Object({
  offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000_000 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
  q: Type.Optional(Type.String({ maxLength: 200 })),
  county: Type.Optional(Type.String({ maxLength: 200 })),
  only: Type.Optional(Type.Union([Type.Literal('pinned'), Type.Literal('new'), Type.Literal('low')])),
  sort: Type.Optional(oneOf('left', 'right', 'county', 'leftRank', 'rightRank', 'score')),
  down: Type.Optional(Type.Boolean()),
})
export type PairsQuery = Static<typeof PairsQuery>

const MemberRef = Type.Object({ code: text, name: text, county: Nullable(text), link: Nullable(text) })
export const PairRow = Type.Object({
  left: MemberRef,
  right: MemberRef,
  leftRank: Nullable(count),
  rightRank: Nullable(count),
  score: Nullable(Type.Number()),
  pinned: Type.Boolean(),
  isNew: Type.Boolean(),
})
export type PairRow = Static<typeof PairRow>
export const PairRows = Type.Object({ items: Type.Array(PairRow), total: count })
export type PairRows = Static<typeof PairRows>

export const PageQuery = Type.Object({
  offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000_000 })),
})
export const PAGE_SIZE = 50

export const BlockingRows = Type.Object({
  items: Type.Array(
    Type.Object({
      left: MemberRef,
      right: MemberRef,
      leftRank: count,
      rightRank: count,
      leftOver: Nullable(text),
      rightOver: Nullable(text),
    }),
  ),
  total: count,
})
export type BlockingRows = Static<typeof BlockingRows>

export const AloneQuery = Type.Object({
  ...PageQuery.properties,
  side: Type.Optional(SideName),
  reason: Type.Optional(oneOf('not-listed', 'not-eligible', 'forbidden', 'full')),
})
export type AloneQuery = Static<typeof AloneQuery>
export const AloneRows = Type.Object({
  items: Type.Array(Type.Object({ side: SideName, member: MemberRef, reason: text, candidates: count })),
  total: count,
  reasons: Type.Array(Type.Object({ side: SideName, reason: text, count })),
})
export type AloneRows = Static<typeof AloneRows>

export const ChangeRows = Type.Object({
  items: Type.Array(
    Type.Object({
      kind: Type.Union([Type.Literal('ended'), Type.Literal('added')]),
      left: text,
      right: text,
      reason: text,
      other: Nullable(text),
    }),
  ),
  total: count,
})
export type ChangeRows = Static<typeof ChangeRows>

export const MemberQuery = Type.Object({ side: SideName, q: Type.String({ maxLength: 200 }) })
export const FoundMembers = Type.Array(
  Type.Object({ code: text, name: text, county: Nullable(text), capacity: count }),
)
export type FoundMembers = Static<typeof FoundMembers>

export const Compute = Type.Object(
  {
    way: Type.Optional(Way),
    keep: Type.Optional(Keep),
    gather: Type.Optional(Type.Boolean({ description: 'Reads the registry anew' })),
  },
  { additionalProperties: false },
)
export type Compute = Static<typeof Compute>

const reason = Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' })
export const NewAdjustment = Type.Object(
  {
    what: Type.Union([Type.Literal('pin'), Type.Literal('forbid')]),
    left: Type.String({ maxLength: 200, description: 'Code' }),
    right: Type.String({ maxLength: 200, description: 'Code' }),
    reason,
  },
  { additionalProperties: false },
)
export type NewAdjustment = Static<typeof NewAdjustment>

export const Confirm = Type.Object(
  { run: Type.Integer({ minimum: 1, description: 'The answer that was looked at' }) },
  { additionalProperties: false },
)
export const Reopen = Type.Object({ note: reason }, { additionalProperties: false })
