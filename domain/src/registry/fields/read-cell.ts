import { formatDay, parseDay } from '../../shared/day.js'
import type { PlaceIndex } from '../../shared/places.js'
import type { Text } from '../../shared/text.js'
import { dimensionName } from '../../shared/unit.js'
import { findCode } from '../codes/code-list.js'
import { INDUSTRIES, industryOf } from '../codes/industry.js'
import { readIdentifier } from '../identifiers/index.js'
import { type Cell, integerCell } from './cell.js'
import type { Field } from './field.js'
import { readNumber } from './read-number.js'

export type CellReading =
  | { readonly ok: true; readonly cell: Cell }
  /** Nothing is said: an empty cell, a dash, 不详. */
  | { readonly ok: true; readonly cell: null }
  | { readonly ok: false; readonly problem: Text }

export interface ReadingCells {
  readonly places: PlaceIndex
  /** What a bare number is in, where a header or a mapping says so. */
  readonly unit?: string | null
  /** What stands between the words of a list, beside ；; and ,， and 、. */
  readonly separator?: string
}

const BLANK = new Set(
  ['', '-', '--', '—', '——', '/', '\\', 'n/a', 'na', '#n/a', '不详', '未知', '暂无', 'null'].concat(
    'unknown',
  ),
)
const YES = new Set(['是', '有', 'true', 'yes', 'y', '√', '✓', '✔', '1'])
const NO = new Set(['否', '无', '没有', 'false', 'no', 'n', '×', '✗', '0'])
const BROKEN = /^#(REF|DIV\/0|VALUE|NAME|NUM|NULL|SPILL|CALC)[!?]?$/i

/** What a table or a feed gives for a field, as it is stored. */
export function readCell(field: Field, given: string, reading: ReadingCells): CellReading {
  const text = tidy(given)
  if (BLANK.has(text.toLowerCase())) return { ok: true, cell: null }
  if (text.length > field.longest) return tooLong(field, text)
  if (BROKEN.test(text)) return refuse(`单元格是公式错误 ${text}`, `The cell holds the formula error ${text}`)
  switch (field.type) {
    case 'text':
    case 'reference':
      return { ok: true, cell: text }
    case 'list':
      return readList(text, reading.separator)
    case 'quantity':
      return readQuantity(field, text, reading.unit ?? null)
    case 'yes-no':
      return readYesNo(text)
    case 'choice':
      return readChoice(field, text)
    case 'place':
      return readPlace(text, reading.places)
    case 'date':
      return readDate(text)
    case 'year':
      return readYear(text)
    case 'identifier': {
      const read = readIdentifier(field.identifier ?? 'own-code', text)
      return read.ok ? { ok: true, cell: read.code } : { ok: false, problem: read.reason }
    }
  }
}

const CONTROLS = /[^\P{Cc}\t\n\r]/gu
const ODD = /[\p{Cc}\ufeff\u200b\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\u3000]|^\s|\s$/u

/** Without what nobody sees; full-width letters and digits of names become plain, Chinese punctuation stays. */
function tidy(given: string): string {
  if (!ODD.test(given)) return given
  return given
    .replaceAll(CONTROLS, '')
    .replaceAll(/[\ufeff\u200b]/g, '')
    .replaceAll(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, (c) =>
      String.fromCharCode(c.charCodeAt(0) - 0xfee0),
    )
    .replaceAll('\u3000', ' ')
    .trim()
}

function readQuantity(field: Field, text: string, unit: string | null): CellReading {
  const dimension = field.dimension ?? ''
  const certain = dimension !== 'CNY' && dimension !== 'USD' && dimension !== ''
  const folded = text.normalize('NFKC')
  const read = readNumber(
    folded,
    dimension,
    unit ?? (certain || /^0(\.0+)?$/.test(folded) ? field.unit : null),
  )
  if (read.ok) return { ok: true, cell: integerCell(read.value) }
  const name = dimensionName(dimension)
  switch (read.problem) {
    case 'not-a-number':
      return refuse(`“${text}”不是数字`, `“${text}” is not a number`)
    case 'no-unit':
      return refuse(
        `“${text}”没有单位，请写作 ${text} ${field.unit}，或在表头注明单位`,
        `“${text}” has no unit; write ${text} ${field.unit}, or name the unit in the header`,
      )
    case 'unit':
      return refuse(`“${text}”的单位不是${name}`, `The unit of “${text}” is not one of ${name}`)
    case 'decimals':
      return refuse(`“${text}”的小数位过多`, `“${text}” has more digits than are kept`)
  }
}

function readYesNo(text: string): CellReading {
  const said = text.toLowerCase()
  if (YES.has(said)) return { ok: true, cell: true }
  if (NO.has(said)) return { ok: true, cell: false }
  return refuse(`“${text}”既不是“是”也不是“否”`, `“${text}” is neither yes nor no`)
}

function readChoice(field: Field, text: string): CellReading {
  const list = field.codes
  if (!list) return { ok: true, cell: text }
  const code = findCode(list, text) ?? (list === INDUSTRIES ? industryOf(text)?.code : undefined)
  if (code !== undefined) return { ok: true, cell: code }
  const some = [...list.codes.values()].slice(0, 12)
  const more = list.codes.size > some.length
  return refuse(
    `“${text}”不在“${list.title.zh}”之内：${some.map(({ zh }) => zh).join('、')}${more ? '等' : ''}`,
    `“${text}” is no ${list.title.en ?? list.title.zh}: ${some.map(({ zh, en }) => en ?? zh).join(', ')}${more ? ' …' : ''}`,
  )
}

function readPlace(text: string, places: PlaceIndex): CellReading {
  if (/^\d{6}(\d{3}|\d{6})?$/.test(text)) {
    const code = text.slice(0, 6)
    if (places.name(code) !== '') return { ok: true, cell: text.length === 6 ? code : text }
  }
  const codes = places.find(text)
  const [code] = codes
  if (code !== undefined && codes.length === 1) return { ok: true, cell: code }
  return code === undefined
    ? refuse(`“${text}”不是已知的地区`, `“${text}” is no place that is known`)
    : refuse(
        `“${text}”有同名地区：${codes.map((c) => places.path(c)).join('、')}，请写全称`,
        `“${text}” can be ${codes.map((c) => places.path(c)).join(', ')}; write it in full`,
      )
}

function readDate(text: string): CellReading {
  if (/^\d{4}-\d\d-\d\d$/.test(text) && parseDay(text) !== undefined) return { ok: true, cell: text }
  const [, y, m, d] = /^(\d{4})(\d\d)(\d\d)$/.exec(text) ?? []
  const day = parseDay(
    y === undefined ? text.replace(/[T\s]+\d{1,2}:\d\d(:\d\d(\.\d+)?)?Z?$/, '') : `${y}-${m}-${d}`,
  )
  return day === undefined
    ? refuse(`“${text}”不是日期，应写作 2024-03-01`, `“${text}” is not a date; write 2024-03-01`)
    : { ok: true, cell: formatDay(day) }
}

function readYear(text: string): CellReading {
  const [, year] = /^((?:1[89]|2[01])\d\d)\s*年?(?:度)?$/.exec(text.normalize('NFKC')) ?? []
  return year === undefined
    ? refuse(`“${text}”不是年份，应写作 2024`, `“${text}” is not a year; write 2024`)
    : { ok: true, cell: Number(year) }
}

/** Stands between the words of a list that was given as a list. */
const WORD_BREAK = '\ue000'
const LONGEST_WORD = 200
const MOST_WORDS = 200

function readList(text: string, separator: string | undefined): CellReading {
  const words = text
    .split(text.includes(WORD_BREAK) ? WORD_BREAK : (separator ?? /[;；,，、|\n]/))
    .map((word) => word.trim())
    .filter((word) => word !== '')
  const long = words.find((word) => word.length > LONGEST_WORD)
  if (long !== undefined || words.length > MOST_WORDS)
    return refuse(
      `最多 ${MOST_WORDS} 个词，每个不超过 ${LONGEST_WORD} 字`,
      `At most ${MOST_WORDS} words of ${LONGEST_WORD} characters each`,
    )
  return { ok: true, cell: [...new Set(words)] }
}

function tooLong(field: Field, text: string): CellReading {
  return refuse(
    `内容有 ${text.length} 个字符，“${field.label.zh}”最多 ${field.longest} 个`,
    `The cell has ${text.length} characters; “${field.label.en ?? field.name}” has ${field.longest} at most`,
  )
}

function refuse(zh: string, en: string): CellReading {
  return { ok: false, problem: { zh, en } }
}
