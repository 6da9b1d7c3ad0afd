import { formatDay } from '../../shared/day.js'
import type { Range } from '../../shared/range.js'
import * as range from '../../shared/range.js'
import * as q from '../../shared/rational.js'
import type { Lang } from '../../shared/text.js'
import type { Dimension } from '../../shared/unit.js'
import { formatNumber } from '../value.js'

/** A number or an interval as a person reads it: `80 人`, `24 – 74 分`, `2024-03-01`. */
export function measureText(value: Range, dimension: Dimension | 'date', lang: Lang): string {
  const lo = oneText(value.lo, dimension, lang)
  return range.isPoint(value) ? lo : `${lo} – ${oneText(value.hi, dimension, lang)}`
}

function oneText(x: q.Rational, dimension: Dimension | 'date', lang: Lang): string {
  return dimension === 'date' ? formatDay(Number(q.floor(x))) : formatNumber(x, dimension, lang)
}
