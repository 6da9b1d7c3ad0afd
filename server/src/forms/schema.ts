import Type, { type Static } from 'typebox'
import { FactValues } from '../packages/schema.js'

export {
  FormCell,
  FormColumn,
  FormFact,
  FormRow,
  FormSection,
  SelfAssessment,
} from '@kehui/domain/packs/self-assessment'

const Year = Type.Integer({ minimum: 1990, maximum: 2100 })

/** A column of what would be: figures that stand in for those of the year. */
export const WhatIfColumn = Type.Object({
  name: Type.Optional(Type.String({ maxLength: 40 })),
  year: Type.Optional(Year),
  facts: FactValues,
})
export type WhatIfColumn = Static<typeof WhatIfColumn>

export const WhatIfColumns = Type.Array(WhatIfColumn, { maxItems: 4 })

export const FormWish = Type.Object({
  /** The day of the decision; of each year that is shown, the same day. */
  on: Type.Optional(Type.String({ format: 'date' })),
  years: Type.Optional(Type.Array(Year, { minItems: 1, maxItems: 6 })),
  whatIf: Type.Optional(WhatIfColumns),
})
export type FormWish = Static<typeof FormWish>

export const FormItem = Type.Object({
  programme: Type.String(),
  title: Type.String(),
  programmeTitle: Type.String(),
  pack: Type.String(),
  packTitle: Type.String(),
  verdict: Type.Union([Type.Literal('yes'), Type.Literal('no'), Type.Literal('unknown')]),
  points: Type.Union([Type.Object({ min: Type.Number(), max: Type.Number() }), Type.Null()]),
})
export type FormItem = Static<typeof FormItem>

export const FormList = Type.Object({
  subject: Type.Object({ id: Type.String(), name: Type.String() }),
  items: Type.Array(FormItem),
})
export type FormList = Static<typeof FormList>
