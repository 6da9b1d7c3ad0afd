import { LEVELS } from '@kehui/domain/insights/budget'
import { Mode } from '@kehui/domain/rules'
import Type, { type Static } from 'typebox'

const Nullable = <T extends Type.TSchema>(type: T) => Type.Union([type, Type.Null()])
const text = Type.String()
const count = Type.Integer()
const fen = Type.String({ description: 'Fen, as a decimal number' })
const lang = { lang: Type.Optional(Type.Union([Type.Literal('zh'), Type.Literal('en')])) }
const Level = Type.Unsafe<(typeof LEVELS)[number]>(Type.Union(LEVELS.map((level) => Type.Literal(level))))
const Money = { certainFen: fen, possibleFen: fen }

/** Who pays and in which year; no year where nobody knows it. */
export const BudgetCost = Type.Object({ level: Level, year: Nullable(count), ...Money })
export type BudgetCost = Static<typeof BudgetCost>

export const BudgetProgramme = Type.Object({
  id: text,
  title: text,
  packTitle: text,
  benefit: text,
  mode: Type.Unsafe<Mode>(Mode),
  met: count,
  open: count,
  /** Of these, how many may have more, of which the text names no limit: it is in no sum. */
  unlimited: count,
  ...Money,
  /** What the text says of its budget. */
  declared: Nullable(Type.Object({ budgetFen: fen, method: text })),
  scored: Type.Boolean(),
  costs: Type.Array(BudgetCost),
})
export type BudgetProgramme = Static<typeof BudgetProgramme>

/** Benefits of different kinds are never added. */
export const BudgetKind = Type.Object({
  benefit: text,
  ...Money,
  costs: Type.Array(BudgetCost),
  programmes: Type.Array(BudgetProgramme),
})
export type BudgetKind = Static<typeof BudgetKind>

export const Budget = Type.Object({
  on: text,
  kinds: Type.Array(BudgetKind),
  /** What can be asked for: programmes in force that pay. */
  choices: Type.Array(Type.Object({ id: text, title: text, pack: text, packTitle: text, benefit: text })),
})
export type Budget = Static<typeof Budget>

export const BudgetQuery = Type.Object({
  programme: Type.Optional(Type.Array(Type.String({ maxLength: 200 }), { maxItems: 100 })),
  ...lang,
})
export type BudgetQuery = Static<typeof BudgetQuery>

const Method = Type.Union([
  Type.Literal('rank'),
  Type.Literal('first-come'),
  Type.Literal('pro-rata'),
  Type.Literal('over-years'),
])

export const AllocationQuery = Type.Object({
  programme: Type.String({ minLength: 1, maxLength: 200 }),
  budgetFen: Type.String({ maxLength: 20, description: 'Of each year where it goes over years' }),
  method: Method,
  partly: Type.Optional(
    Type.Boolean({ description: 'Whether the first for whom the rest is not enough has that rest' }),
  ),
  possible: Type.Optional(
    Type.Boolean({ description: 'Whether what is still open counts too, at its most' }),
  ),
  ...lang,
})
export type AllocationQuery = Static<typeof AllocationQuery>

export const AllocationShare = Type.Object({
  place: count,
  subject: text,
  name: text,
  creditCode: Nullable(text),
  where: Nullable(text),
  askedFen: fen,
  paidFen: fen,
  state: Type.Union([Type.Literal('paid'), Type.Literal('part'), Type.Literal('out')]),
  score: Nullable(Type.Number()),
  since: Nullable(text),
  tied: Type.Boolean(),
  /** By year, where it goes over years. */
  yearsFen: Type.Array(fen),
})
export type AllocationShare = Static<typeof AllocationShare>

export const Allocation = Type.Object({
  programme: text,
  title: text,
  on: text,
  method: Method,
  budgetFen: fen,
  askedFen: fen,
  paidFen: fen,
  leftFen: fen,
  /** How many are paid in full, in part and not at all. */
  paid: count,
  part: count,
  out: count,
  roundedUp: count,
  shares: Type.Array(AllocationShare),
  years: Type.Array(Type.Object({ year: count, dueFen: fen, carriedFen: fen, paidFen: fen, leftFen: fen })),
})
export type Allocation = Static<typeof Allocation>
