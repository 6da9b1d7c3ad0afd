import type { Verdict } from '@kehui/domain/rules'
import { type CompanyFilter, INDUSTRY, PARK, type Scope } from './scope.js'

/** The values of a statement, in the order in which its text names them. */
export class Values {
  readonly list: unknown[]

  constructor(...first: unknown[]) {
    this.list = first
  }

  add(value: unknown): string {
    this.list.push(value)
    return `$${this.list.length}`
  }
}

export const VERDICT_COLUMN: Readonly<Record<Verdict, string>> = { yes: 'met', unknown: 'open', no: 'unmet' }

/** Subjects with what was computed of them; `region` is the placeholder of the region. */
export function fromScope(scope: Scope, values: Values, region = '$1'): string {
  return `FROM subject s LEFT JOIN assessment a ON a.region_id = s.region_id AND a.subject_id = s.id
    WHERE s.region_id = ${region} AND ${conditions(scope, values).join(' AND ')}`
}

function conditions({ ids, filters, only }: Scope, values: Values): string[] {
  const listed = ids === null ? "s.audience = 'enterprise'" : `s.id = ANY (${values.add(ids)}::uuid[])`
  const filtered = filters.flatMap((filter) => [...filterConditions(filter, values)])
  const one = only ? [`a.${VERDICT_COLUMN[only.verdict]} @> ARRAY[${values.add(only.programme)}]`] : []
  return [listed, ...filtered, ...one]
}

function* filterConditions(filter: CompanyFilter, values: Values): Generator<string> {
  const { place, park, title, industry, q } = filter
  // Codes nest by two digits: those of a place begin alike.
  if (place !== undefined) yield `starts_with(s.place, ${values.add(place.replace(/(00){1,3}$/, ''))})`
  if (park !== undefined) yield holds(PARK, park, values)
  if (industry !== undefined) yield holds(INDUSTRY, industry, values)
  if (title !== undefined) yield holds(title, 'true', values)
  if (q !== undefined) {
    const text = values.add(q)
    yield `(strpos(lower(s.name), lower(${text})) > 0 OR starts_with(s.credit_code, upper(${text})))`
  }
}

/** The value that counts of a fact: the latest seen, then the latest entered. */
function holds(key: string, value: string, values: Values): string {
  return `(SELECT o.value ->> 'value' FROM observation o
    WHERE o.subject_id = s.id AND o.key = ${values.add(key)} AND o.retracted_at IS NULL
    ORDER BY o.observed_at DESC, o.id DESC LIMIT 1) = ${values.add(value)}`
}

/** Districts in which companies of the region are. */
export const PLACES_OF_COMPANIES = `SELECT s.place, count(*)::int AS count FROM subject s
  WHERE s.region_id = $1 AND s.audience = 'enterprise' AND s.place IS NOT NULL GROUP BY s.place ORDER BY s.place`
