import type { IndicatorComparison, IndicatorFigure } from '@kehui/server/client'
import type { Lang, Translate } from '../../text/messages.js'
import type { Shape } from './search.js'
import { figureWords, periodWords } from './words.js'

export interface ChartPoint {
  readonly value: number
  /** As the table says it. */
  readonly words: string
  readonly checked: boolean
  /** It is a bound, or about so much. */
  readonly loose: boolean
}

export interface ChartData {
  readonly title: string
  readonly unit: string
  readonly shape: Shape
  readonly lang: Lang
  readonly large: boolean
  readonly periods: readonly string[]
  readonly series: readonly { readonly name: string; readonly points: readonly (ChartPoint | null)[] }[]
}

/** Lines show a course; one period has none. */
export function shapeOf(found: IndicatorComparison, wanted: Shape | undefined): Shape {
  return found.periods.length < 2 ? 'bar' : (wanted ?? 'line')
}

export function chartData(
  found: IndicatorComparison,
  chosen: IndicatorComparison['places'],
  { shape, lang, large, t }: { shape: Shape; lang: Lang; large: boolean; t: Translate },
): ChartData {
  return {
    title: found.indicator,
    unit: found.unit ?? '',
    shape,
    lang,
    large,
    periods: found.periods.map((period) => periodWords(period, t)),
    series: chosen.map(({ place, cells }) => ({
      name: place || '–',
      points: found.periods.map((period) => {
        const figure = cells.find((cell) => cell.period === period)?.figure
        return figure ? pointOf(figure, lang) : null
      }),
    })),
  }
}

function pointOf(figure: IndicatorFigure, lang: Lang): ChartPoint {
  return {
    value: Number(figure.value),
    words: figureWords(figure, lang),
    checked: figure.checked,
    loose: figure.op !== null,
  }
}

/** The next point that way: along the periods, or to another place. */
export function nextPoint(
  { series, periods }: ChartData,
  [row, at]: readonly [number, number],
  key: string,
): [number, number] | null {
  const clamp = (value: number, count: number) => Math.min(Math.max(value, 0), count - 1)
  switch (key) {
    case 'ArrowLeft':
      return [row, clamp(at - 1, periods.length)]
    case 'ArrowRight':
      return [row, clamp(at + 1, periods.length)]
    case 'ArrowUp':
      return [clamp(row - 1, series.length), at]
    case 'ArrowDown':
      return [clamp(row + 1, series.length), at]
    case 'Home':
      return [row, 0]
    case 'End':
      return [row, periods.length - 1]
    default:
      return null
  }
}
