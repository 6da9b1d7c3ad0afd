import { BIOMEDICINE_WORKS } from './biomedicine.js'
import { LOW_ALTITUDE_WORKS } from './low-altitude.js'
import { EXPERTS, INSTITUTIONS } from './people.js'
import { SENSING_WORKS } from './sensing.js'
import type { SampleWork } from './work.js'

export const WORKS: readonly SampleWork[] = [...SENSING_WORKS, ...BIOMEDICINE_WORKS, ...LOW_ALTITUDE_WORKS]

/** What is invented says so wherever its name stands. */
export function marked(name: string): string {
  return `${name}（示例）`
}

export function expertName(name: string): string {
  return `示例专家 ${name}`
}

const PLACES = new Map(INSTITUTIONS.map(({ name, place }) => [name, place]))

export function placeOf(institution: string): string | null {
  return PLACES.get(institution) ?? null
}

/** What research offers to which product of the chains: `[kind, name, place, relation, product]`. */
export const OFFERS = [
  ...WORKS.map(
    ({ name, holder, product }) =>
      ['achievement', marked(name), placeOf(holder), 'applies-to', product] as const,
  ),
  ...EXPERTS.map(
    ([name, institution, product]) =>
      ['person', expertName(name), placeOf(institution), 'expert-in', product] as const,
  ),
]
