import { formatDay } from '../../shared/day.js'
import type { Range } from '../../shared/range.js'
import * as range from '../../shared/range.js'
import * as q from '../../shared/rational.js'
import type { Lang } from '../../shared/text.js'
import type { Dimension } from '../../shared/unit.js'
import { formatNumber } from '../value.js'

/** A number or an interval as a person reads it: `80 人`, `24–74 分`, `2024-03-01`. */
export function measureText(value: Range, dimension: Dimension | 'date', lang: Lang): string {
  const lo = oneText(value.lo, dimension, lang)
  if (range.isPoint(value)) return lo
  const hi = oneText(value.hi, dimension, lang)
  const [number = '', unit] = parts(lo)
  return dimension !== 'date' && unit === parts(hi)[1] ? `${number}–${hi}` : `${lo} – ${hi}`
}

function oneText(x: q.Rational, dimension: Dimension | 'date', lang: Lang): string {
  return dimension === 'date' ? formatDay(Number(q.floor(x))) : formatNumber(x, dimension, lang)
}

/** The digits and the unit after them: one unit stands once. */
function parts(text: string): readonly [string, string] {
  const digits = /^[-≈\d.,]*/.exec(text)?.[0] ?? ''
  return [digits, text.slice(digits.length)]
}
