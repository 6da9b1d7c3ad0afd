import { normalise } from '../names/normalise.js'
import { type WorkForm, workForm } from '../names/work.js'
import type { GivenValue } from '../record.js'

/** One value as what it can be compared as. */
export type ValueForm =
  | { readonly type: 'number'; readonly written: string; readonly number: number }
  | { readonly type: 'code'; readonly written: string; readonly code: string }
  | { readonly type: 'text'; readonly written: string; readonly words: WorkForm }

/** A year, a price, a count: digits with what is commonly written around them. */
const NUMBER = /^[¥$€£]?\s*([+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[+-]?\d+(?:\.\d+)?)\s*(%|元|万元|亿元|人|年)?$/
const UNITS: Readonly<Record<string, number>> = { 万元: 10_000, 亿元: 100_000_000 }
/** Letters and digits in one word, with at least four digits: a telephone number, a model, a code. */
const CODE = /^(?=(?:.*\d){4})[a-z0-9][a-z0-9\-_./:()+]{3,63}$/
const SPACES = /\s+/g

/** The values of a field; what says nothing is left out. */
export function valueForms(given: GivenValue): ValueForm[] {
  const values = Array.isArray(given) ? given : [given]
  return values.flatMap((value) => {
    const form = valueForm(value)
    return form ? [form] : []
  })
}

function valueForm(value: GivenValue): ValueForm | undefined {
  if (value === null) return undefined
  if (typeof value === 'number')
    return Number.isFinite(value) ? { type: 'number', written: String(value), number: value } : undefined
  const written = String(value).trim()
  const text = normalise(written)
  const number = NUMBER.exec(text)
  // Five digits in quotation marks and more are a code, and so is what begins with 0: a number would be no text.
  if (number && !/^0\d|^\d{5,}$/.test(text))
    return {
      type: 'number',
      written,
      number: Number((number[1] ?? '').replaceAll(',', '')) * (UNITS[number[2] ?? ''] ?? 1),
    }
  const code = text.replaceAll(SPACES, '')
  if (CODE.test(code) && !/\s.*[a-z]{3}/.test(text))
    return { type: 'code', written, code: code.replaceAll(/[^a-z0-9]/g, '') }
  const words = workForm(text)
  return words.letters === '' ? undefined : { type: 'text', written, words }
}

/** What equal values have in common, for counting how frequent a value is. */
export function valueKey(form: ValueForm): string {
  if (form.type === 'number') return `n${form.number}`
  return form.type === 'code' ? `c${form.code}` : `t${form.words.letters.slice(0, 200)}`
}
