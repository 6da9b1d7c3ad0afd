import type { Text } from '../../shared/text.js'

export type Side = 'left' | 'right'

/** Whom a round brings together; the words that both sides are called by. */
export const ROUND_KINDS = ['commissioner-village', 'expert-company', 'mentor-startup', 'other'] as const
export type RoundKind = (typeof ROUND_KINDS)[number]

export const SIDE_NAMES: Readonly<Record<RoundKind, Readonly<Record<Side, Text>>>> = {
  'commissioner-village': {
    left: { zh: '科技特派员', en: 'Commissioner' },
    right: { zh: '村', en: 'Village' },
  },
  'expert-company': { left: { zh: '专家', en: 'Expert' }, right: { zh: '企业', en: 'Company' } },
  'mentor-startup': { left: { zh: '导师', en: 'Mentor' }, right: { zh: '初创企业', en: 'Start-up' } },
  other: { left: { zh: '甲方', en: 'Side A' }, right: { zh: '乙方', en: 'Side B' } },
}

export interface SideMember {
  /** Tells it from others of its side, from one round to the next. */
  readonly code: string
  readonly name: string
  readonly county: string | null
  /** How many it takes; 0 takes nobody. */
  readonly capacity: number
  /** Disciplines or trades. */
  readonly fields: readonly string[]
  /** The only counties that it goes to or takes from; none: anywhere. */
  readonly counties: readonly string[]
  /** Where more is known of it: `resource:…` or `need:…`. */
  readonly link: string | null
}

/** The number of each member, by its code. */
export function placesOf(members: readonly Pick<SideMember, 'code'>[]): Map<string, number> {
  return new Map(members.map(({ code }, i) => [code, i]))
}

export interface Sides {
  readonly left: readonly SideMember[]
  readonly right: readonly SideMember[]
}

/** What members of a side said of the other side, column by column. */
export interface Wishes {
  readonly left: number[]
  readonly right: number[]
  /** More is better; equal ones are as good. */
  readonly liking: number[]
}

export function noWishes(): Wishes {
  return { left: [], right: [], liking: [] }
}

export interface RoundRules {
  /** Only those of the same county. */
  readonly sameCounty: boolean
  /** Only those who have a field in common. */
  readonly sharedField: boolean
}
