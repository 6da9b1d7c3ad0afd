export const TABS = ['pairs', 'alone', 'blocking', 'counties', 'changes', 'adjustments', 'log'] as const
export type RoundTab = (typeof TABS)[number]
export const SORTS = ['left', 'right', 'county', 'leftRank', 'rightRank', 'score'] as const
export const ONLY = ['pinned', 'new', 'low'] as const
export const REASONS = ['not-listed', 'not-eligible', 'forbidden', 'full'] as const

/** What of a round is looked at, as its address holds it. */
export interface RoundSearch {
  readonly tab?: RoundTab | undefined
  readonly q?: string | undefined
  readonly county?: string | undefined
  readonly only?: (typeof ONLY)[number] | undefined
  readonly sort?: (typeof SORTS)[number] | undefined
  readonly down?: true | undefined
  readonly side?: 'left' | 'right' | undefined
  readonly reason?: (typeof REASONS)[number] | undefined
  readonly page?: number | undefined
}

type Given = Readonly<Record<string, unknown>>

export function readRoundSearch(search: Given): RoundSearch {
  const one = <T extends string>(key: string, of: readonly T[]) => {
    const value = of.find((each) => each === search[key])
    return value === undefined ? {} : { [key]: value }
  }
  const text = (key: string) => {
    const value = search[key]
    return typeof value === 'string' && value.trim() !== '' ? { [key]: value.slice(0, 200) } : {}
  }
  const page = Number(search.page)
  return {
    ...one('tab', TABS),
    ...text('q'),
    ...text('county'),
    ...one('only', ONLY),
    ...one('sort', SORTS),
    ...(search.down === true ? { down: true as const } : {}),
    ...one('side', ['left', 'right']),
    ...one('reason', REASONS),
    ...(Number.isInteger(page) && page > 1 ? { page } : {}),
  }
}

/** The round that a new one is to take the place of. */
export interface NewRoundSearch {
  readonly replaces?: string | undefined
}

export function readNewRoundSearch({ replaces }: Given): NewRoundSearch {
  return typeof replaces === 'string' && /^[0-9a-f-]{36}$/.test(replaces) ? { replaces } : {}
}
