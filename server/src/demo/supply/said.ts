import type { Cell } from '@kehui/domain/registry/fields'
import { EXPERTS, INSTITUTIONS } from './people.js'
import { expertName, marked, placeOf, WORKS } from './works.js'

/** What a register of research says of one resource: kind, name and typed cells. */
export interface Said {
  readonly kind: 'achievement' | 'person' | 'institution'
  readonly name: string
  readonly place: string | null
  readonly cells: Readonly<Record<string, Cell | null>>
}

const FEN_OF_WAN = 1_000_000

export function saidOf(today: string): Said[] {
  return [
    ...INSTITUTIONS.map(({ name, place, ...cells }) => said('institution', marked(name), place, cells)),
    ...EXPERTS.map(([name, institution, , disciplines, keywords, rank, capacity]) =>
      said('person', expertName(name), placeOf(institution), {
        institution: marked(institution),
        disciplines,
        keywords,
        rank,
        capacity,
        available: true,
      }),
    ),
    ...WORKS.map(({ name, holder, product: _product, monthsAgo, mode, price, readiness, ...work }) =>
      said('achievement', marked(name), placeOf(holder), {
        ...work,
        authors: work.authors.map(expertName),
        institution: marked(holder),
        readiness: String(readiness),
        completedOn: monthsBefore(today, monthsAgo),
        transferMode: mode,
        price: price === null ? null : price * FEN_OF_WAN,
      }),
    ),
  ]
}

function said(kind: Said['kind'], name: string, place: string | null, cells: Said['cells']): Said {
  return { kind, name, place, cells: { name, ...cells, place } }
}

function monthsBefore(today: string, months: number): string {
  const [year = 0, month = 1] = today.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1 - months, 15)).toISOString().slice(0, 10)
}
