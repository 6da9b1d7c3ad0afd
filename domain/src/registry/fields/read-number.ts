import { divide, multiply, rational } from '../../shared/rational.js'
import { type Dimension, findUnit, scaleOf } from '../../shared/unit.js'

export type NumberReading =
  | { readonly ok: true; readonly value: bigint }
  | { readonly ok: false; readonly problem: 'not-a-number' | 'unit' | 'no-unit' | 'decimals' }

const NUMBER = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+)?(?:\.(\d+))?\s*(.*)$/

/**
 * `1,234.5万元` as an integer at the scale of the dimension; a bare number is in `unit`. Digits below the smallest
 * stored part are refused, except those that a spreadsheet's binary fractions leave (ten or more).
 */
export function readNumber(text: string, dimension: Dimension, unit: string | null): NumberReading {
  const [, sign = '', whole, decimals = '', rest = ''] = NUMBER.exec(text) ?? []
  if (whole === undefined && decimals === '') return { ok: false, problem: 'not-a-number' }
  const named = rest.replaceAll(/\s/g, '')
  if (named === '' && unit === null) return { ok: false, problem: 'no-unit' }
  const found = findUnit(named === '' ? (unit ?? '') : named) ?? findUnit(`${named}${plainUnit(dimension)}`)
  if (found?.dimension !== dimension) return { ok: false, problem: 'unit' }
  const digits = BigInt(`${(whole ?? '0').replaceAll(',', '')}${decimals}`)
  const scaled = divide(
    multiply(multiply(rational(digits), found.factor), rational(scaleOf(dimension))),
    rational(10n ** BigInt(decimals.length)),
  )
  const value = scaled.n / scaled.d
  if (scaled.n % scaled.d !== 0n && decimals.length < SPREADSHEET_DIGITS)
    return { ok: false, problem: 'decimals' }
  const rounded = (2n * (scaled.n % scaled.d)) / scaled.d >= 1n ? value + 1n : value
  return { ok: true, value: sign === '-' ? -rounded : rounded }
}

const SPREADSHEET_DIGITS = 10

function plainUnit(dimension: Dimension): string {
  if (dimension === 'CNY') return '元'
  return dimension === 'USD' ? '美元' : dimension
}
