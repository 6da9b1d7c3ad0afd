import { BenefitOf, PackageSubject, Verdict } from '@kehui/domain/packs/package'
import { Completeness, LadderStanding } from '@kehui/domain/packs/portrait'
import Type, { type Static } from 'typebox'
import { RelationItem } from '../registry/relations/schema.js'

const text = Type.String()
const count = Type.Integer()
const Nullable = <T extends Type.TSchema>(type: T) => Type.Union([type, Type.Null()])
const Told = { source: Nullable(text), observedAt: Nullable(text) }

/** A figure over the years. `value` is in base units and for drawing; `text` is what is read. */
export const Trend = Type.Object({
  fact: text,
  label: text,
  points: Type.Array(Type.Object({ year: count, value: Type.Number(), text, ...Told })),
  change: Nullable(Type.String({ description: 'From the last year but one to the last: +12.5%' })),
})
export type Trend = Static<typeof Trend>

export const PortraitFact = Type.Object({ key: text, label: text, value: text, ...Told })
export type PortraitFact = Static<typeof PortraitFact>

export const PortraitProgramme = Type.Object({
  programme: text,
  title: text,
  packTitle: text,
  version: text,
  verdict: Verdict,
  benefit: BenefitOf,
  amount: Nullable(text),
  deadline: Nullable(text),
})
export type PortraitProgramme = Static<typeof PortraitProgramme>

/** All that is known of a company on one page. */
export const Portrait = Type.Object({
  subject: PackageSubject,
  on: text,
  counts: Type.Object({ can: count, later: count, needs: count, not: count }),
  certain: text,
  possible: text,
  completeness: Completeness,
  ladders: Type.Array(LadderStanding),
  trends: Type.Array(Trend),
  facts: Type.Array(PortraitFact, { description: 'What it is: place, trade, age, size' }),
  titles: Type.Array(PortraitFact),
  rights: Type.Array(PortraitFact),
  people: Type.Array(PortraitFact),
  relations: Type.Array(RelationItem),
  programmes: Type.Array(PortraitProgramme, { description: 'Met now or later, the greatest amounts first' }),
  sources: Type.Array(text),
})
export type Portrait = Static<typeof Portrait>
