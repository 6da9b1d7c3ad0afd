import { formatDay, parseDay } from '../shared/day.js'
import { findLookAlike, meantBy } from '../shared/look-alike.js'
import type { PlaceIndex } from '../shared/places.js'
import * as q from '../shared/rational.js'
import { suggest } from '../shared/suggest.js'
import { inLang, type Lang } from '../shared/text.js'
import { countWord, type Dimension, dimensionName, findUnit, scaleOf } from '../shared/unit.js'
import type { Value, ValueDef } from './facts.js'

export type ParsedValue = { ok: true; value: Value } | { ok: false; message: string; suggestion?: string }

const YES = new Set(['是', '有', 'true', 'yes', 'y', '√', '✓', '✔', '1'])
const NO = new Set(['否', '无', '没有', 'false', 'no', 'n', '×', '✕', '✗', '✘', '0'])

/** Reads what a person, a cell or a JSON file gives for a fact: `80 人`, `3,000万元`, `12.5%`, `是`, `2024-03-01`. */
export function parseValue(input: string | number | boolean, def: ValueDef, places: PlaceIndex): ParsedValue {
  if (input === null || !['string', 'number', 'boolean'].includes(typeof input))
    return refuse(
      `“${def.name}” is ${input === null ? 'null' : 'no single value'}; write one value, or leave it out where it is not known`,
    )
  const text = typeof input === 'string' ? widthFolded(input) : String(input)
  if (text === '') return refuse(`“${def.name}” is empty`)
  switch (def.type) {
    case 'yes-no':
      return parseYesNo(String(input).trim(), text) ?? refuse(`“${text}” is neither 是 nor 否`)
    case 'choice':
      return parseChoice(text, def)
    case 'place':
      return parsePlace(text, places)
    case 'date': {
      const day = parseDay(text)
      if (day === undefined) return refuse(`“${text}” is not a date; write 2024-03-01`)
      if (def.lo <= day && day <= def.hi) return { ok: true, value: { kind: 'date', day } }
      const [first, last] = [formatDay(Number(def.lo)), formatDay(Number(def.hi))]
      return refuse(`“${text}” is outside what “${def.name}” can be: ${first} to ${last}`)
    }
    case 'quantity':
      return parseQuantity(text, def)
  }
}

/** As it was written too: folding makes a sign of multiplication of the cross that says no. */
function parseYesNo(...forms: readonly string[]): ParsedValue | undefined {
  const said = forms.map((form) => form.toLowerCase())
  if (said.some((form) => YES.has(form))) return { ok: true, value: { kind: 'yes-no', value: true } }
  if (said.some((form) => NO.has(form))) return { ok: true, value: { kind: 'yes-no', value: false } }
  return undefined
}

function widthFolded(text: string): string {
  let folded = text.trim()
  while (true) {
    const found = findLookAlike(folded)
    if (!found) return folded.trim()
    folded = folded.slice(0, found.offset) + (meantBy(found.character) ?? '') + folded.slice(found.offset + 1)
  }
}

function refuse(message: string, suggestion?: string): ParsedValue {
  return suggestion === undefined ? { ok: false, message } : { ok: false, message, suggestion }
}

function parseChoice(text: string, def: ValueDef): ParsedValue {
  for (const [option, label] of def.options) {
    if (option === text || label.zh === text || label.en?.toLowerCase() === text.toLowerCase()) {
      return { ok: true, value: { kind: 'choice', value: option } }
    }
  }
  const names = [...def.options].map(([option, label]) =>
    label.zh === option ? option : `${option} ${label.zh}`,
  )
  return refuse(`“${text}” is none of ${names.join(', ')}`, suggest(text, def.options.keys()))
}

function parsePlace(text: string, places: PlaceIndex): ParsedValue {
  const codes = places.find(text)
  const [code] = codes
  if (code !== undefined && codes.length === 1) return { ok: true, value: { kind: 'place', code } }
  if (code === undefined)
    return refuse(`“${text}” is no place that is known`, places.suggest(text) ?? undefined)
  return refuse(
    `“${text}” can be ${codes.map((c) => places.path(c)).join(', ')}; name the one that is meant in full`,
  )
}

function parseQuantity(text: string, def: ValueDef): ParsedValue {
  const wanted = def.dimension === '' ? '%' : dimensionName(def.dimension)
  const match = /^(-?[\d,]*\.?\d+)\s*(.*)$/.exec(text)
  const number = q.parseDecimal(
    (match?.[1] ?? '').replaceAll(',', '').replace(/^\./, '0.').replace(/^-\./, '-0.'),
  )
  if (!match || !number) return refuse(`“${text}” is not a number with its unit (${def.unit})`)
  const unitText = (match[2] ?? '').replaceAll(/\s/g, '')
  const unit = unitText === '' ? undefined : (findUnit(unitText) ?? findUnit(`${unitText}${wanted}`))
  if (!isGrouped(match[1] ?? ''))
    return refuse(`“${text}” has a comma where no thousands end; write it without commas`)
  if (unitText === '' && number.n !== 0n && isAmbiguous(def.dimension)) {
    const more = def.dimension === '' ? '' : ` or ${text} 万${wanted}`
    return refuse(`“${text}” has no unit; write ${text}${def.dimension === '' ? '' : ' '}${wanted}${more}`)
  }
  if (unitText !== '' && unit === undefined)
    return refuse(`“${unitText}” is no unit that is known; write it in ${wanted}`)
  if (unit && unit.dimension !== def.dimension) {
    return refuse(`“${def.name}” is in ${wanted}, and “${text}” is in ${dimensionName(unit.dimension)}`)
  }
  // A bare number of people or things can be in one unit only.
  const stored = q.multiply(
    q.multiply(number, unit?.factor ?? def.factor),
    q.rational(scaleOf(def.dimension)),
  )
  if (stored.n % stored.d !== 0n) return refuse(`“${text}” has more digits than “${def.name}” keeps`)
  const integer = stored.n / stored.d
  if (integer < def.lo || integer > def.hi) {
    const bound = (n: bigint) => formatInteger(n, def, 'zh')
    return refuse(`“${text}” is outside what “${def.name}” can be: ${bound(def.lo)} to ${bound(def.hi)}`)
  }
  return { ok: true, value: { kind: 'quantity', lo: integer, hi: integer } }
}

/** Yuan or ten thousand of them, a share or per cent: nobody can tell of a bare number. */
function isAmbiguous(dimension: Dimension): boolean {
  return dimension === '' || dimension === 'CNY' || dimension === 'USD'
}

/** `3,000` and `1,0000` (by ten thousands, as Chinese counts); `3,00` may be a slip or a decimal comma. */
function isGrouped(digits: string): boolean {
  const whole = digits.replace(/^-/, '').split('.')[0] ?? ''
  return !whole.includes(',') || /^\d{1,3}(,\d{3})+$/.test(whole) || /^\d{1,4}(,\d{4})+$/.test(whole)
}

export function formatValue(value: Value, def: ValueDef, lang: Lang, places: PlaceIndex): string {
  switch (value.kind) {
    case 'yes-no':
      return lang === 'en' ? (value.value ? 'yes' : 'no') : value.value ? '是' : '否'
    case 'choice': {
      const option = def.options.get(value.value)
      return option ? inLang(option, lang) : value.value
    }
    case 'place':
      return places.path(value.code)
    case 'date':
      return formatDay(value.day)
    case 'quantity': {
      const [lo, hi] = [formatInteger(value.lo, def, lang), formatInteger(value.hi, def, lang)]
      return lo === hi ? lo : `${lo} – ${hi}`
    }
  }
}

export function formatInteger(stored: bigint, def: { dimension: Dimension }, lang: Lang): string {
  return formatNumber(q.rational(stored, scaleOf(def.dimension)), def.dimension, lang)
}

const WAN = 1000000n
const YI = 10000000000n

/** A number in base units as a person writes it: `3,000 万元`, `12.5%`, `80 people`. */
export function formatNumber(value: q.Rational, dimension: Dimension, lang: Lang): string {
  if (dimension === 'CNY' || dimension === 'USD') return formatMoney(value, dimension, lang)
  if (dimension === '') return `${q.formatDecimal(q.multiply(value, q.rational(100n)), 4)}%`
  const text = q.formatDecimal(value, 2)
  return `${text} ${countWord(dimension, text === '1', lang)}`
}

function formatMoney(fen: q.Rational, dimension: Dimension, lang: Lang): string {
  if (lang === 'en') return `${dimension} ${q.formatDecimal({ n: fen.n, d: fen.d * 100n }, 2)}`
  const unit = dimension === 'CNY' ? '元' : '美元'
  const size = fen.n < 0n ? -fen.n : fen.n
  const exactIn = (step: bigint) => size >= step * fen.d && (fen.n * 100n) % (step * fen.d) === 0n
  if (exactIn(YI)) return `${q.formatDecimal({ n: fen.n, d: fen.d * YI }, 2)} 亿${unit}`
  if (exactIn(WAN)) return `${q.formatDecimal({ n: fen.n, d: fen.d * WAN }, 2)} 万${unit}`
  return `${q.formatDecimal({ n: fen.n, d: fen.d * 100n }, 2)} ${unit}`
}
