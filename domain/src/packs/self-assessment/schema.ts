import { type Static, type TSchema, Type } from 'typebox'
import { AmountFen, Citation, Points, Verdict } from '../../rules/result.js'
import { Lang } from '../../shared/text.js'

const orNull = <T extends TSchema>(type: T) => Type.Union([type, Type.Null()])

/** One column: what is known on one decision date, or what would be if some figures were others. */
export const FormColumn = Type.Object({
  id: Type.String(),
  /** The year whose figures count: the one before the decision date. */
  year: Type.Number(),
  on: Type.String(),
  name: Type.String(),
  whatIf: Type.Boolean(),
  /** False where the rule was not yet or no longer in force: the column shows what it would come to. */
  inForce: Type.Boolean(),
  verdict: Verdict,
  points: orNull(Points),
  grades: orNull(Type.Array(Type.String())),
  amountFen: orNull(AmountFen),
  /** What can still change the verdict, by key, and what only experts can tell. */
  missing: Type.Array(Type.String()),
  judged: Type.Array(Type.String()),
})
export type FormColumn = Static<typeof FormColumn>

export const FormCell = Type.Object({
  /** As a person writes it; null where it is not known. */
  value: orNull(Type.String()),
  verdict: orNull(Verdict),
  matters: Type.Boolean(),
  points: orNull(Points),
  amountFen: orNull(AmountFen),
  /** Facts: what an answer is filed under, the year it is of, and where the value comes from. */
  key: orNull(Type.String()),
  year: orNull(Type.Number()),
  source: orNull(Type.String()),
  observedAt: orNull(Type.String()),
  supposed: Type.Boolean(),
})
export type FormCell = Static<typeof FormCell>

export const FormFact = Type.Object({
  name: Type.String(),
  type: Type.Union([
    Type.Literal('quantity'),
    Type.Literal('yes-no'),
    Type.Literal('choice'),
    Type.Literal('place'),
    Type.Literal('date'),
  ]),
  unit: orNull(Type.String()),
  heldBy: orNull(Type.String()),
  /** False: experts decide it. */
  askable: Type.Boolean(),
})
export type FormFact = Static<typeof FormFact>

export const FormRow = Type.Object({
  id: Type.String(),
  kind: Type.Union([
    Type.Literal('condition'),
    Type.Literal('term'),
    Type.Literal('fact'),
    Type.Literal('total'),
    Type.Literal('grade'),
    Type.Literal('amount'),
    Type.Literal('verdict'),
  ]),
  depth: Type.Number(),
  label: Type.String(),
  /** How its parts make it: all or any of them, the best or the sum. */
  joins: orNull(
    Type.Union([Type.Literal('all'), Type.Literal('any'), Type.Literal('best'), Type.Literal('sum')]),
  ),
  cite: orNull(Citation),
  evidence: orNull(Type.String()),
  required: orNull(Type.String()),
  /** What gives how much, the official table. */
  table: Type.Array(Type.Object({ when: Type.String(), gives: Type.String() })),
  max: orNull(Type.String()),
  /** Figures that it uses and that stand in rows above. */
  uses: Type.Array(Type.String()),
  fact: orNull(FormFact),
  /** Figures: true where it is the only one of the condition above and says the same, so that one row serves for both. */
  alone: Type.Boolean(),
  cells: Type.Array(FormCell),
})
export type FormRow = Static<typeof FormRow>

export const FormSection = Type.Object({
  kind: Type.Union([
    Type.Literal('conditions'),
    Type.Literal('points'),
    Type.Literal('pay'),
    Type.Literal('result'),
  ]),
  rows: Type.Array(FormRow),
})
export type FormSection = Static<typeof FormSection>

/** A programme's self-assessment form, filled in for one subject. */
export const SelfAssessment = Type.Object({
  programme: Type.String(),
  version: Type.String(),
  title: Type.String(),
  programmeTitle: Type.String(),
  note: orNull(Type.String()),
  document: Citation,
  issuer: orNull(Type.String()),
  subject: Type.Object({ id: Type.String(), name: Type.String() }),
  sample: Type.Boolean(),
  lang: Lang,
  columns: Type.Array(FormColumn),
  sections: Type.Array(FormSection),
})
export type SelfAssessment = Static<typeof SelfAssessment>
