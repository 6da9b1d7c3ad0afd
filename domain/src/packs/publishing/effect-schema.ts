import { type Static, Type } from 'typebox'
import { AmountFen, Verdict } from '../../rules/result.js'

const Nullable = <T extends Type.TSchema>(type: T) => Type.Union([type, Type.Null()])
const text = Type.String()

/** What a programme answers on one side of a change; null where it does not exist there. */
export const EffectSide = Nullable(
  Type.Object({
    verdict: Verdict,
    /** After settling; null where nothing is promised or another programme is taken in its place. */
    amountFen: Nullable(AmountFen),
    /** False where another programme that excludes it is taken. */
    kept: Type.Boolean(),
  }),
)
export type EffectSide = Static<typeof EffectSide>

/** What of the text made the difference, as the files write it. */
export const EffectReason = Type.Object({
  kind: Type.Union([
    Type.Literal('condition'),
    Type.Literal('amount'),
    Type.Literal('reading'),
    Type.Literal('term'),
    Type.Literal('together'),
  ]),
  before: Nullable(text),
  after: Nullable(text),
  actual: Nullable(text),
})
export type EffectReason = Static<typeof EffectReason>

export const EffectOnOther = Type.Object({
  programme: text,
  title: text,
  before: EffectSide,
  after: EffectSide,
})
export type EffectOnOther = Static<typeof EffectOnOther>
