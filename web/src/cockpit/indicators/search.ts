import { textOf } from '../../ui/text-of.js'

export const SHAPES = ['line', 'bar'] as const
export type Shape = (typeof SHAPES)[number]

/** More lines than this cannot be told apart. */
export const MOST_PLACES = 8

export const LEVELS = ['city', 'province'] as const

/** What is looked at, as the address keeps it; all indicators where it names none. */
export interface IndicatorSearch {
  readonly q?: string | undefined
  readonly checked?: boolean | undefined
  readonly indicator?: string | undefined
  readonly unit?: string | undefined
  readonly span?: string | undefined
  readonly place?: readonly string[] | undefined
  /** The period whose ranks are shown. */
  readonly period?: string | undefined
  readonly level?: (typeof LEVELS)[number] | undefined
  readonly shape?: Shape | undefined
}

export function readIndicatorSearch(search: Readonly<Record<string, unknown>>): IndicatorSearch {
  const given = Array.isArray(search.place) ? search.place : [search.place]
  const place = [...new Set(given.flatMap((one) => textOf(one) ?? []))].slice(0, MOST_PLACES)
  return {
    q: textOf(search.q),
    checked: search.checked === true ? true : undefined,
    indicator: textOf(search.indicator),
    unit: textOf(search.unit),
    span: textOf(search.span),
    place: place.length > 0 ? place : undefined,
    // A year that stands alone is read as a number.
    period: typeof search.period === 'number' ? String(search.period) : textOf(search.period),
    level: LEVELS.find((level) => level === search.level),
    shape: SHAPES.find((shape) => shape === search.shape),
  }
}
