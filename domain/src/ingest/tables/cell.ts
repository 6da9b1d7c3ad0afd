import { type FactDef, type Library, parseValue, type Value } from '../../rules/index.js'
import type { Text } from '../../shared/text.js'
import { type Dimension, dimensionName, findUnit, scaleOf } from '../../shared/unit.js'

/** What people write where they have nothing to write. */
const BLANK = new Set([
  '',
  '-',
  '--',
  '—',
  '——',
  '/',
  '\\',
  'n/a',
  'na',
  '#n/a',
  '不详',
  '未知',
  '暂无',
  '待补',
  '待补充',
  'null',
  'unknown',
])
const BARE_NUMBER = /^-?[\d,]*\.?\d+$/
const BROKEN = /^#(REF|DIV\/0|VALUE|NAME|NUM|NULL|SPILL|CALC)[!?]?$/i

export function isBlank(cell: string): boolean {
  return BLANK.has(cell.normalize('NFKC').trim().toLowerCase())
}

export function isBareNumber(cell: string): boolean {
  return BARE_NUMBER.test(cell.normalize('NFKC').trim())
}

/** The dimension of a unit that a cell names itself: `90万` and `90 万元` for money; null without one. */
export function unitInCell(cell: string, dimension: Dimension): string | null {
  const text = cell.normalize('NFKC').trim()
  const unit = /^-?[\d,]*\.?\d+\s*(\D.*)$/.exec(text)?.[1]?.replaceAll(/\s/g, '')
  if (unit === undefined) return null
  return findUnit(unit) ? unit : `${unit}${dimensionName(dimension)}`
}

export type CellReading = { ok: true; value: Value; text: string } | { ok: false; message: Text }

/** A cell as a value of a fact; a bare number is in the unit of its column. */
export function readCell(library: Library, def: FactDef, cell: string, unit: string | null): CellReading {
  const text = cell.normalize('NFKC').trim()
  if (BROKEN.test(text))
    return {
      ok: false,
      message: { zh: `单元格是公式错误 ${text}`, en: `The cell holds the formula error ${text}` },
    }
  // Where the unit is still asked for, the fact's own stands in: nothing is taken before the answer.
  const bare = def.type === 'quantity' && isBareNumber(text)
  const given = def.type === 'date' ? asDate(text) : bare ? `${text} ${unit ?? def.unit}` : text
  const read = parseValue(exact(given, def), def, library.places)
  if (read.ok) return { ok: true, value: read.value, text: given }
  return { ok: false, message: { zh: reasonInChinese(def, text, unit), en: read.message } }
}

/** `20240301` and `2024-03-01 00:00:00` as a date alone. */
function asDate(text: string): string {
  const compact = /^(\d{4})(\d\d)(\d\d)$/.exec(text)
  if (compact) return `${compact[1]}-${compact[2]}-${compact[3]}`
  return text.replace(/[T\s]+\d{1,2}:\d\d(:\d\d(\.\d+)?)?Z?$/, '')
}

/**
 * Spreadsheets compute with binary fractions: a share of 1/3 has 16 digits, of which none below the smallest
 * stored part means anything. Numbers that a person wrote have fewer and are never rounded.
 */
function exact(text: string, def: FactDef): string {
  const match = def.type === 'quantity' ? /^(-?)([\d,]*)\.(\d{10,})(\D.*)?$/.exec(text) : null
  if (!match) return text
  const [, sign = '', whole = '', decimals = '', unit = ''] = match
  const places = decimalsOf(unit.trim(), def)
  const kept = BigInt(whole.replaceAll(',', '') + decimals.slice(0, places))
  const rounded = kept + (Number(decimals[places]) >= 5 ? 1n : 0n)
  const digits = rounded.toString().padStart(places + 1, '0')
  const point = digits.length - places
  return `${sign}${digits.slice(0, point)}${places > 0 ? '.' : ''}${digits.slice(point)}${unit}`
}

/** Decimals that a number in this unit can have: 万元 has six down to a fen. */
function decimalsOf(unitText: string, def: FactDef): number {
  const { n, d } = (unitText === '' ? undefined : findUnit(unitText))?.factor ?? def.factor
  return Math.max(0, Math.round(Math.log10((Number(n) * Number(scaleOf(def.dimension))) / Number(d))))
}

function reasonInChinese(def: FactDef, text: string, unit: string | null): string {
  switch (def.type) {
    case 'yes-no':
      return `“${text}”既不是“是”也不是“否”`
    case 'choice':
      return `“${text}”不在可选项之内：${[...def.options.values()].map((o) => o.zh).join('、')}`
    case 'place':
      return `“${text}”不是已知的地区，或有同名地区，请写全称`
    case 'date':
      return /^\d{5}$/.test(text)
        ? `“${text}”是表格软件的日期序号，请把该列设为日期格式`
        : `“${text}”不是日期，应写作 2024-03-01`
    case 'quantity':
      return isBareNumber(text)
        ? `“${text}”${unit === null ? '' : `（${unit}）`}超出“${def.name}”的合理范围或小数位过多`
        : `“${text}”不是数字，或单位不是${dimensionName(def.dimension)}`
  }
}
