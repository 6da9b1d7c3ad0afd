import { BenefitOf, CallStatus, ModeOf } from '@kehui/domain/packs/package'
import { AmountFen, Verdict } from '@kehui/domain/rules'
import Type, { type Static } from 'typebox'

const text = Type.String()
const Nullable = <T extends Type.TSchema>(type: T) => Type.Union([type, Type.Null()])
const short = Type.String({ maxLength: 100 })

export const CompanyFilter = Type.Object({
  place: Type.Optional(Type.String({ pattern: '^[0-9]{6}$', description: 'Code of a district or city' })),
  park: Type.Optional(short),
  title: Type.Optional(Type.String({ maxLength: 100, description: 'A title that it holds' })),
  industry: Type.Optional(short),
  q: Type.Optional(short),
})
export type CompanyFilter = Static<typeof CompanyFilter>

export const CompanyList = Type.Object({
  id: text,
  name: text,
  kind: Type.Union([Type.Literal('filter'), Type.Literal('import'), Type.Literal('picked')]),
  filter: Nullable(CompanyFilter),
  fileName: Nullable(text),
  size: Nullable(Type.Integer({ description: 'Null for a filter, whose companies are found anew' })),
  createdBy: Nullable(text),
  createdAt: text,
})
export type CompanyList = Static<typeof CompanyList>

export const CompanyLists = Type.Object({ items: Type.Array(CompanyList) })
export type CompanyLists = Static<typeof CompanyLists>

const ListName = Type.String({ minLength: 1, maxLength: 60 })

/** Exactly one of `filter`, `import` and `subjects`. */
export const NewCompanyList = Type.Object({
  name: ListName,
  filter: Type.Optional(CompanyFilter),
  import: Type.Optional(Type.String({ format: 'uuid', description: 'A confirmed import' })),
  subjects: Type.Optional(
    Type.Array(Type.String({ format: 'uuid' }), { maxItems: 20_000, uniqueItems: true }),
  ),
})
export type NewCompanyList = Static<typeof NewCompanyList>

export const CompanyListName = Type.Object({ name: ListName })
export type CompanyListName = Static<typeof CompanyListName>

const Counts = Type.Object({ yes: Type.Integer(), unknown: Type.Integer(), no: Type.Integer() })

export const MatrixColumn = Type.Object({
  programme: text,
  title: text,
  pack: text,
  packTitle: text,
  level: text,
  mode: ModeOf,
  benefit: BenefitOf,
  call: Nullable(Type.Object({ status: CallStatus, from: Nullable(text), to: Nullable(text) })),
  counts: Counts,
})
export type MatrixColumn = Static<typeof MatrixColumn>

export const MatrixHead = Type.Object({
  on: text,
  total: Type.Integer(),
  pending: Type.Integer({ description: 'Companies of the list whose results are being computed anew' }),
  columns: Type.Array(MatrixColumn),
})
export type MatrixHead = Static<typeof MatrixHead>

/** What does not apply is left out: thousands of these are sent. */
export const MatrixCell = Type.Object({
  verdict: Verdict,
  amountFen: Type.Optional(AmountFen),
  missing: Type.Optional(Type.Integer({ description: 'Answers that are still lacking' })),
  judged: Type.Optional(Type.Integer({ description: 'Points that only experts decide' })),
  moves: Type.Optional(Type.Integer({ description: 'Changes that would turn a no into a yes' })),
  nextYear: Type.Optional(Type.Literal(true, { description: 'Within reach of the next filing year' })),
  kept: Type.Optional(Type.Literal(false, { description: 'Another one is to be preferred' })),
})
export type MatrixCell = Static<typeof MatrixCell>

export const MatrixRow = Type.Object({
  id: text,
  name: text,
  creditCode: Nullable(text),
  place: Nullable(text),
  certainFen: Nullable(text),
  possibleFen: Nullable(text),
  cells: Type.Record(text, MatrixCell),
})
export type MatrixRow = Static<typeof MatrixRow>

export const MatrixRows = Type.Object({ offset: Type.Integer(), items: Type.Array(MatrixRow) })
export type MatrixRows = Static<typeof MatrixRows>

const Several = (description: string) =>
  Type.Optional(Type.Array(Type.String({ maxLength: 200 }), { maxItems: 200, description }))

export const MatrixQuery = Type.Object({
  ...CompanyFilter.properties,
  list: Type.Optional(Type.String({ format: 'uuid' })),
  only: Type.Optional(
    Type.String({ maxLength: 200, pattern: '^[^:]+:(yes|unknown|no)$', description: 'programme:verdict' }),
  ),
  pack: Several('Only programmes of these packs'),
  programme: Several('Only these programmes'),
})
export type MatrixQuery = Static<typeof MatrixQuery>

export const RowsQuery = Type.Object({
  ...MatrixQuery.properties,
  sort: Type.Optional(
    Type.String({
      maxLength: 220,
      pattern: '^(near|certain|possible|name|programme:.+)$',
      description: 'near, certain, possible, name, or programme:ID',
    }),
  ),
  offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
})
export type RowsQuery = Static<typeof RowsQuery>

const Option = Type.Object({ value: text, label: text })

export const MatrixOptions = Type.Object({
  places: Type.Array(Option),
  parks: Type.Array(Option),
  titles: Type.Array(Option),
  industries: Type.Array(Option),
})
export type MatrixOptions = Static<typeof MatrixOptions>

export const AssessmentProgress = Type.Object({
  total: Type.Integer(),
  stale: Type.Integer({ description: 'Subjects whose results are still to be computed anew' }),
})
export type AssessmentProgress = Static<typeof AssessmentProgress>

const OutcomeView = Nullable(
  Type.Object({ verdict: Verdict, amountFen: Nullable(AmountFen), missing: Type.Integer() }),
)

export const MatrixChange = Type.Object({
  id: text,
  at: text,
  subject: Type.Object({ id: text, name: text }),
  programme: Type.Object({ id: text, title: text }),
  before: OutcomeView,
  after: OutcomeView,
  reasons: Type.Array(text),
})
export type MatrixChange = Static<typeof MatrixChange>

export const ChangesQuery = Type.Object({
  ...MatrixQuery.properties,
  since: Type.Optional(
    Type.Union([Type.Literal('import'), Type.Literal('rule'), Type.String({ format: 'date' })], {
      description: 'The last import, the last rule version, or a date',
    }),
  ),
  before: Type.Optional(Type.String({ pattern: '^[0-9]{1,18}$', description: 'Id of the last one shown' })),
})
export type ChangesQuery = Static<typeof ChangesQuery>

export const MatrixChanges = Type.Object({
  since: Nullable(text),
  total: Type.Integer(),
  more: Type.Boolean(),
  items: Type.Array(MatrixChange),
})
export type MatrixChanges = Static<typeof MatrixChanges>

export const ExportQuery = Type.Object({
  ...MatrixQuery.properties,
  sort: Type.Optional(Type.Union(['near', 'certain', 'possible', 'name'].map((sort) => Type.Literal(sort)))),
  rows: Type.Optional(
    Type.Union([Type.Literal('all'), Type.Literal('cultivable')], {
      description: 'All, or only those who do not meet a programme yet and are within reach of it',
    }),
  ),
})
export type ExportQuery = Omit<Static<typeof ExportQuery>, 'sort'> & {
  sort?: 'near' | 'certain' | 'possible' | 'name'
}
