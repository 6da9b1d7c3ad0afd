import type { Demand } from '@kehui/domain/cases'
import { USUAL_CAPACITY } from '@kehui/domain/cases'
import type { Offered, Wanted } from '@kehui/domain/matching'
import type { Cell } from '@kehui/domain/registry/fields'
import type { StoredCandidate } from './store-candidates.js'

/** In which cells of a kind stands what matches are judged by. */
interface Told {
  readonly fields: readonly string[]
  readonly maturity?: string
  readonly least?: string
  readonly most?: string
  readonly dated?: string
}

const TOLD: Readonly<Record<string, Told>> = {
  achievement: {
    fields: ['discipline', 'uses'],
    maturity: 'readiness',
    least: 'price',
    dated: 'completedOn',
  },
  patent: { fields: [], dated: 'grantedOn' },
  person: { fields: ['disciplines', 'keywords'] },
  institution: { fields: ['disciplines'] },
  platform: { fields: ['fields'] },
  facility: { fields: ['uses'] },
  product: { fields: ['category'] },
  financier: { fields: ['focus'], least: 'ticketFrom', most: 'ticketTo' },
}

/** What of a candidate a match is judged by. */
export function offeredOf(one: StoredCandidate): Offered {
  const told: Told = TOLD[one.kind] ?? { fields: [] }
  const cell = (name: string | undefined) => (name === undefined ? undefined : one.cells.get(name))
  const least = fenOf(cell(told.least))
  const dated = cell(told.dated)
  const maturity = Number(cell(told.maturity))
  const { introduced, met, signed } = one
  return {
    id: one.id,
    kind: one.kind,
    fields: told.fields.flatMap((name) => wordsIn(cell(name))),
    maturity: Number.isInteger(maturity) && maturity >= 1 && maturity <= 9 ? maturity : null,
    place: one.place,
    sumFen: least === null ? null : { least, most: fenOf(cell(told.most)) },
    record: introduced === 0 ? null : { introduced, met, signed },
    datedOn: typeof dated === 'string' ? dated : one.observedOn,
    load: { open: one.open, capacity: one.capacity ?? USUAL_CAPACITY },
  }
}

/** What of a need a match is judged by: nothing but what everybody sees of it. */
export function wantedOf(need: {
  readonly id: string
  readonly place: string | null
  readonly redacted: Demand
}): Wanted {
  const { field, maturity, reach, budgetFen } = need.redacted
  return {
    id: need.id,
    fields: field === null || field.trim() === '' ? [] : [field],
    maturity,
    place: need.place?.slice(0, 6) ?? null,
    reach,
    budgetFen: budgetFen === null ? null : BigInt(budgetFen),
  }
}

function wordsIn(cell: Cell | undefined): readonly string[] {
  if (typeof cell === 'string') return [cell]
  return Array.isArray(cell) ? cell : []
}

function fenOf(cell: Cell | undefined): bigint | null {
  if (typeof cell === 'number' && Number.isSafeInteger(cell)) return BigInt(cell)
  return typeof cell === 'string' && /^\d+$/.test(cell) ? BigInt(cell) : null
}
