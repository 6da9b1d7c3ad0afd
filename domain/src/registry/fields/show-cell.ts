import type { PlaceIndex } from '../../shared/places.js'
import { inLang, type Lang } from '../../shared/text.js'
import { countWord, findUnit, scaleOf } from '../../shared/unit.js'
import type { Cell } from './cell.js'
import type { Field } from './field.js'

/** A stored value for people: `3,000 万元`, `存续`, `云川市东湖区`. */
export function showCell(field: Field, cell: Cell, places: PlaceIndex, lang: Lang): string {
  switch (field.type) {
    case 'quantity':
      return showQuantity(field, cell, lang)
    case 'yes-no':
      return cell === true ? (lang === 'zh' ? '是' : 'yes') : lang === 'zh' ? '否' : 'no'
    case 'choice': {
      const code = field.codes?.codes.get(String(cell))
      return code ? inLang(code, lang) : String(cell)
    }
    case 'place': {
      const path = places.path(String(cell).slice(0, 6))
      return path === '' ? String(cell) : path
    }
    case 'list':
      return Array.isArray(cell) ? cell.join(lang === 'zh' ? '、' : ', ') : String(cell)
    default:
      return String(cell)
  }
}

function showQuantity(field: Field, cell: Cell, lang: Lang): string {
  const dimension = field.dimension ?? ''
  const factor = findUnit(field.unit ?? '')?.factor ?? { n: 1n, d: 1n }
  const per = factor.n * scaleOf(dimension)
  const number = decimal(BigInt(cell as string | number) * factor.d, per)
  if (field.unit === '%') return `${number}%`
  return `${number} ${field.unit === dimension ? countWord(dimension, number === '1', lang) : field.unit}`
}

/** Exact where it ends within six decimals. */
function decimal(n: bigint, d: bigint): string {
  const sign = n < 0n ? '-' : ''
  const positive = n < 0n ? -n : n
  const scaled = (positive * 1_000_000n + d / 2n) / d
  const whole = (scaled / 1_000_000n).toString().replaceAll(/\B(?=(\d{3})+$)/g, ',')
  const rest = (scaled % 1_000_000n).toString().padStart(6, '0').replace(/0+$/, '')
  return `${sign}${whole}${rest === '' ? '' : `.${rest}`}`
}

/** The value as a cell of a table that can be imported again: no thousands separators, codes by their names. */
export function exportCell(field: Field, cell: Cell, places: PlaceIndex): string {
  const shown = showCell(field, cell, places, 'zh')
  return field.type === 'quantity' ? shown.replaceAll(',', '').replaceAll(' ', '') : shown
}
