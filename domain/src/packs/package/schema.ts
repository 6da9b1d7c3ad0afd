import { type Static, Type } from 'typebox'
import {
  AmountFen,
  type Benefit,
  Citation,
  FactSeen,
  Mode,
  Nearest,
  Points,
  type ResultTrace,
  Verdict,
  Verified,
} from '../../rules/result.js'
import { Lang } from '../../shared/text.js'

export type { Benefit, Mode, ResultTrace }
export { AmountFen, Citation, Nearest, Verdict, Verified }

const Nullable = <T extends Type.TSchema>(type: T) => Type.Union([type, Type.Null()])
const text = Type.String()
const Programmes = Type.Array(text)

export const BenefitOf = Type.Unsafe<Benefit>(
  Type.Union(
    ['cash', 'tax', 'interest', 'credit', 'equity', 'voucher', 'title', 'service'].map((b) =>
      Type.Literal(b),
    ),
  ),
)
export const ModeOf = Type.Unsafe<Mode>(Mode)

export const CallStatus = Type.Union([
  Type.Literal('open'),
  Type.Literal('coming'),
  Type.Literal('closed'),
  Type.Literal('unknown'),
])
export type CallStatus = Static<typeof CallStatus>

export const Window = Type.Object({ step: text, from: Nullable(text), to: Nullable(text) })
export type Window = Static<typeof Window>

/** A round of applications. `from` and `to` span all its windows. */
export const Call = Type.Object({
  /** By it a call is named, whatever its dates become. */
  key: text,
  title: text,
  number: Nullable(text),
  status: CallStatus,
  yearly: Type.Boolean({ description: 'Returns on the same dates each year; this is one of its rounds' }),
  from: Nullable(text),
  to: Nullable(text),
  windows: Type.Array(Window),
  materials: Type.Array(
    Type.Object({
      name: text,
      kind: Type.Union([Type.Literal('licence'), Type.Literal('generated'), Type.Literal('uploaded')]),
      seal: Type.Boolean(),
    }),
  ),
  departments: Type.Array(Type.Object({ level: text, name: text, phone: Nullable(text) })),
  promise: Nullable(Type.Number()),
  link: Nullable(text),
  verified: Verified,
})
export type Call = Static<typeof Call>

export const AnswerType = Type.Union([
  Type.Literal('quantity'),
  Type.Literal('yes-no'),
  Type.Literal('choice'),
  Type.Literal('place'),
  Type.Literal('date'),
])
export const Option = Type.Object({ value: text, label: text })

/** What is still to be asked, and which programmes wait for it. */
export const Question = Type.Object({
  key: text,
  label: text,
  ask: text,
  hint: Nullable(text),
  type: AnswerType,
  unit: Nullable(text),
  options: Type.Array(Option),
  affects: Programmes,
  heldBy: Nullable(text),
  minutes: Type.Number(),
})
export type Question = Static<typeof Question>

export const Department = Type.Object({ name: text, phone: Nullable(text) })
export const ReadingChoice = Type.Object({
  question: text,
  options: Type.Array(Type.Object({ id: text, label: text })),
  chosen: text,
  /** Which option a named person stands by; null where nobody does. */
  signed: Nullable(Type.Object({ option: text, by: text, on: text })),
})

const Settled = Type.Object({
  kept: Type.Boolean(),
  amountFen: Nullable(AmountFen),
  because: Type.Optional(
    Type.Object({
      rule: Type.Union([Type.Literal('excludes'), Type.Literal('stack'), Type.Literal('once')]),
      programmes: Programmes,
      text,
    }),
  ),
})
const Grant = Type.Object({ title: text, for: Type.Optional(text), ends: Type.Optional(text) })

/** One programme for one subject: the whole answer, and what is needed to act on it. */
export const Entry = Type.Object({
  programme: text,
  pack: text,
  version: text,
  subject: Type.Object({ id: text, name: text, audience: text }),
  title: text,
  mode: ModeOf,
  benefit: BenefitOf,
  verdict: Verdict,
  code: Type.Optional(text),
  amountFen: Nullable(AmountFen),
  unverified: Type.Boolean(),
  points: Nullable(Points),
  grades: Nullable(Type.Array(text)),
  missing: Type.Array(text),
  asks: Type.Array(FactSeen),
  judged: Type.Array(text),
  nearest: Type.Array(Nearest),
  nextYear: Type.Array(Nearest),
  together: Type.Array(Type.Object({ with: Programmes, limitFen: AmountFen })),
  settled: Nullable(Settled),
  grants: Nullable(Grant),
  reading: Nullable(text),
  trace: Type.Unsafe<ResultTrace>({
    description: 'Conditions, points and payments with what each saw; nested by children',
  }),
  packTitle: text,
  level: text,
  summary: Nullable(text),
  unit: Type.Optional(text),
  department: Nullable(Department),
  call: Nullable(Call),
  calls: Type.Array(Call),
  form: Type.Boolean({ description: 'Whether it has a self-assessment form' }),
  hypothetical: Type.Boolean({
    description: 'Holds only once a title is obtained that another programme would give',
  }),
  ifTitles: Type.Array(text, { description: 'The titles that it would need' }),
  readings: Nullable(ReadingChoice),
})
export type Entry = Static<typeof Entry>

export const PackageSubject = Type.Object({
  id: text,
  name: text,
  audience: text,
  place: Nullable(text),
  creditCode: Nullable(text),
  sample: Type.Boolean(),
})
export type PackageSubject = Static<typeof PackageSubject>

export const BenefitTotal = Type.Object({
  benefit: BenefitOf,
  count: Type.Integer(),
  certain: AmountFen,
  possible: AmountFen,
})
export type BenefitTotal = Static<typeof BenefitTotal>

export const Totals = Type.Object({
  cash: Type.Object({ certain: AmountFen, possible: AmountFen }),
  byBenefit: Type.Array(BenefitTotal),
})
export type Totals = Static<typeof Totals>

/** Records that are known of a subject and that programmes look at, with who told them. */
export const KnownRecords = Type.Object({
  name: text,
  label: text,
  count: Type.Integer(),
  sources: Type.Array(text),
  programmes: Type.Array(text, { description: 'Those that look at them' }),
})
export type KnownRecords = Static<typeof KnownRecords>

export const Package = Type.Object({
  subject: PackageSubject,
  on: text,
  lang: Lang,
  totals: Totals,
  can: Type.Array(Entry, { description: 'Met, and can be applied for now or needs no application' }),
  later: Type.Array(Entry, { description: 'Met, but no call is open on the date' }),
  needs: Type.Array(Entry),
  not: Type.Array(Entry),
  questions: Type.Array(Question),
  regions: Type.Array(Type.Object({ id: text, title: text, home: Type.Boolean() })),
  known: Type.Record(Type.String(), Type.Object({ source: Nullable(text), observedAt: Nullable(text) })),
  records: Type.Array(KnownRecords),
})
export type Package = Static<typeof Package>
