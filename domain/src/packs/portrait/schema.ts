import { type Static, Type } from 'typebox'
import { Verdict, Verified } from '../../rules/result.js'

const text = Type.String()
const Nullable = <T extends Type.TSchema>(type: T) => Type.Union([type, Type.Null()])

/** A condition that stands in the way, or of which it is not known whether it does. */
export const Lacking = Type.Object({
  text,
  verdict: Verdict,
  actual: Nullable(text),
  required: Nullable(text),
  article: Nullable(text),
})
export type Lacking = Static<typeof Lacking>

/** A programme that grants a step, and what it still wants. */
export const StepProgramme = Type.Object({
  programme: text,
  title: text,
  packTitle: text,
  version: text,
  verdict: Verdict,
  lacking: Type.Array(Lacking),
  missing: Type.Array(text),
  nearest: Nullable(text),
})
export type StepProgramme = Static<typeof StepProgramme>

export const StepStanding = Type.Object({
  id: text,
  title: text,
  held: Type.Union([Type.Literal('yes'), Type.Literal('no'), Type.Literal('unknown')]),
  /** The fact to be told where it is not known whether it is held. */
  ask: Nullable(text),
  next: Type.Boolean({ description: 'Not held, and what leads to it is: what to work for' }),
  after: Type.Array(text),
  article: Nullable(text),
  programmes: Type.Array(StepProgramme),
})
export type StepStanding = Static<typeof StepStanding>

export const LadderStanding = Type.Object({
  id: text,
  title: text,
  cite: Type.Object({
    document: Nullable(text),
    article: Nullable(text),
    url: Nullable(text),
    verified: Nullable(Verified),
  }),
  steps: Type.Array(StepStanding),
})
export type LadderStanding = Static<typeof LadderStanding>

/** A fact that is not known, by what knowing it would decide. */
export const UsefulFact = Type.Object({
  key: text,
  label: text,
  heldBy: Nullable(text),
  minutes: Type.Number(),
  programmes: Type.Integer({ description: 'Programmes whose result waits for it' }),
  moneyFen: Type.String({ description: 'The most that those programmes could come to' }),
})
export type UsefulFact = Static<typeof UsefulFact>

export const Completeness = Type.Object({
  percent: Type.Integer(),
  known: Type.Integer(),
  needed: Type.Integer(),
  useful: Type.Array(UsefulFact),
})
export type Completeness = Static<typeof Completeness>
