import { AmountFen, Verdict } from '@kehui/domain/rules'
import Type, { type Static } from 'typebox'

const text = Type.String()
const Nullable = <T extends Type.TSchema>(type: T) => Type.Union([type, Type.Null()])
const literals = <const T extends readonly string[]>(...names: T) =>
  Type.Unsafe<T[number]>(Type.Union(names.map((name) => Type.Literal(name))))
const Fen = Type.String({ pattern: '^-?[0-9]+$', description: 'Integer fen' })
const Titled = Type.Object({ id: text, title: text })

export const RegionRun = Type.Object({
  id: text,
  on: Type.String({ description: 'The date decided for' }),
  state: literals('running', 'done', 'cancelled', 'interrupted', 'failed'),
  cause: literals('asked', 'nightly'),
  byName: Nullable(text),
  phase: literals('facts', 'columns', 'programmes', 'done'),
  done: Type.Integer({ description: 'Of what the phase counts: subjects, rows or programmes' }),
  total: Type.Integer(),
  share: Type.Number({ minimum: 0, maximum: 1, description: 'How much of all is done' }),
  subjects: Type.Integer(),
  programmes: Type.Integer(),
  changes: Type.Integer({ description: 'Results that came out otherwise than in the run before' }),
  faults: Type.Integer({ description: 'Stored values that their facts cannot have' }),
  problem: Nullable(text),
  startedAt: text,
  endedAt: Nullable(text),
})
export type RegionRun = Static<typeof RegionRun>

export const RegionRuns = Type.Object({
  region: Type.String({ description: 'The pack of the region' }),
  items: Type.Array(RegionRun),
})
export type RegionRuns = Static<typeof RegionRuns>

export const RunProgrammeView = Type.Object({
  programme: Titled,
  version: Type.String({ description: 'The rule version that it was decided by' }),
  met: Type.Integer(),
  open: Type.Integer(),
  leastFen: Fen,
  mostFen: Fen,
})
export type RunProgrammeView = Static<typeof RunProgrammeView>

export const ReasonCount = Type.Object({ kind: text, label: text, count: Type.Integer() })

export const RegionRunDetail = Type.Object({
  ...RegionRun.properties,
  items: Type.Array(RunProgrammeView),
  changed: Type.Array(Type.Object({ ...Titled.properties, count: Type.Integer() })),
  reasons: Type.Array(ReasonCount),
})
export type RegionRunDetail = Static<typeof RegionRunDetail>

export const NewRegionRun = Type.Object({
  on: Type.Optional(Type.String({ maxLength: 20, description: 'Today where it is left out' })),
})
export type NewRegionRun = Static<typeof NewRegionRun>

const OutcomeView = Nullable(
  Type.Object({ verdict: Verdict, amountFen: Nullable(AmountFen), missing: Type.Integer() }),
)

export const EntitlementChangeView = Type.Object({
  id: text,
  subject: Type.Object({ id: text, name: text }),
  programme: Titled,
  before: OutcomeView,
  after: OutcomeView,
  reasons: Type.Array(text),
})
export type EntitlementChangeView = Static<typeof EntitlementChangeView>

export const REASON_KINDS = [
  'fact',
  'records',
  'rule',
  'date',
  'subject',
  'awards',
  'regions',
  'settling',
] as const

export const RunChangesQuery = Type.Object({
  programme: Type.Optional(Type.String({ maxLength: 200 })),
  reason: Type.Optional(literals(...REASON_KINDS)),
  after: Type.Optional(Type.String({ pattern: '^[0-9]{1,18}$', description: 'Id of the last one shown' })),
})
export type RunChangesQuery = Static<typeof RunChangesQuery>

export const RunChanges = Type.Object({
  total: Type.Integer(),
  more: Type.Boolean(),
  items: Type.Array(EntitlementChangeView),
})
export type RunChanges = Static<typeof RunChanges>

export const FactFault = Type.Object({
  subject: Type.Object({ id: text, name: text }),
  fact: Type.String({ description: 'The column: 职工总数@2025, 技术合同[2].到账额' }),
  label: text,
  value: text,
  least: text,
  most: text,
  misfit: literals('type', 'range'),
})
export type FactFault = Static<typeof FactFault>

export const FactFaults = Type.Object({ total: Type.Integer(), items: Type.Array(FactFault) })
export type FactFaults = Static<typeof FactFaults>

export const EntitlementView = Type.Object({
  subject: Type.Object({ id: text, name: text, place: Nullable(text) }),
  verdict: literals('yes', 'unknown'),
  amountFen: Nullable(AmountFen),
  kept: Type.Boolean({ description: 'False where another programme is taken in its place' }),
  missing: Type.Array(text),
  judged: Type.Array(text),
  version: text,
  on: text,
  inputHash: Type.String({ description: 'Of all facts that the programme looked at' }),
  sinceRun: text,
})
export type EntitlementView = Static<typeof EntitlementView>

export const EntitlementQuery = Type.Object({
  programme: Type.String({ minLength: 1, maxLength: 200 }),
  verdict: Type.Optional(literals('yes', 'unknown')),
  after: Type.Optional(Type.String({ format: 'uuid', description: 'The last subject shown' })),
})

export const Entitlements = Type.Object({ total: Type.Integer(), items: Type.Array(EntitlementView) })
export type Entitlements = Static<typeof Entitlements>
