import type { PlaceIndex } from '../../shared/places.js'
import { isSocialCreditCode } from '../../shared/social-credit-code.js'
import { findUnit, scaleOf } from '../../shared/unit.js'
import { type CellReading, type Field, readCell } from '../fields/index.js'

export type ReadText = (text: string) => CellReading

const REMEMBERED = 20_000
const LONGEST_REMEMBERED = 60
const NOTHING: CellReading = { ok: true, cell: null }

/**
 * Reads the cells of one column. Millions of rows have few different places, dates, states: what was read before is
 * remembered; plain numbers take a short way that agrees with the long one.
 */
export function cellReader(
  field: Field,
  { places, unit, separator }: { places: PlaceIndex; unit: string | null; separator?: string },
): ReadText {
  const slowly: ReadText = (text) =>
    readCell(field, text, { places, unit, ...(separator === undefined ? {} : { separator }) })
  if (field.type === 'text' || field.type === 'reference') return plainText(field, slowly)
  if (field.type === 'quantity') return plainNumber(field, unit, slowly)
  if (field.identifier === 'credit-code')
    return (text) => (isSocialCreditCode(text) ? { ok: true, cell: text } : slowly(text))
  if (field.type === 'identifier') return slowly
  const remembered = new Map<string, CellReading>()
  return (text) => {
    if (text === '') return NOTHING
    const before = remembered.get(text)
    if (before !== undefined) return before
    const read = slowly(text)
    if (text.length <= LONGEST_REMEMBERED && remembered.size < REMEMBERED) remembered.set(text, read)
    return read
  }
}

/** Letters and signs that need no tidying, long enough to be no sign for nothing. */
const PLAIN = /^[\u4e00-\u9fffa-zA-Z0-9（）()·—-]{4,200}$/

function plainText(field: Field, slowly: ReadText): ReadText {
  return (text) => {
    if (text === '') return NOTHING
    return text.length > 7 && text.length <= field.longest && PLAIN.test(text)
      ? { ok: true, cell: text }
      : slowly(text)
  }
}

function plainNumber(field: Field, unit: string | null, slowly: ReadText): ReadText {
  const dimension = field.dimension ?? ''
  const ambiguous = dimension === 'CNY' || dimension === 'USD' || dimension === ''
  const factor = findUnit(unit ?? (ambiguous ? '' : (field.unit ?? '')))?.factor
  const times = factor?.d === 1n ? Number(factor.n * scaleOf(dimension)) : null
  return (text) => {
    if (text === '') return NOTHING
    if (times === null || text.length > 9 || !/^\d+$/.test(text)) return slowly(text)
    const value = Number(text) * times
    return Number.isSafeInteger(value) ? { ok: true, cell: value } : slowly(text)
  }
}
