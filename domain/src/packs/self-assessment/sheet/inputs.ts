import type { KnownFact } from '../../../rules/facts.js'
import type { Slot } from '../../../rules/form.js'
import * as q from '../../../shared/rational.js'
import { inLang, type Lang } from '../../../shared/text.js'
import { scaleOf } from '../../../shared/unit.js'
import { SPREADSHEET_EPOCH } from '../formula/facts.js'
import type { PlannedCell, Validation } from './plan.js'
import { filled, type SheetText } from './texts.js'

/** Whether a value can be typed in: a place is looked up by the system alone. */
export function isTyped({ fact }: Slot): boolean {
  return fact.type !== 'place'
}

/** A figure's cell: a plain number in its unit, a date or one of its words. */
export function inputCell({ fact }: Slot, known: KnownFact | undefined, lang: Lang): PlannedCell {
  const style = styleOf(fact)
  const value = known?.value
  switch (value?.kind) {
    case undefined:
    case 'place':
      return { style }
    case 'yes-no':
      return { style, value: yesNo(lang)[value.value ? 0 : 1] }
    case 'choice': {
      const option = fact.options.get(value.value)
      return option ? { style, value: inLang(option, lang) } : { style }
    }
    case 'date':
      return { style, value: value.day + SPREADSHEET_EPOCH }
    case 'quantity':
      return value.lo === value.hi ? { style, value: inUnit(value.lo, fact) } : { style }
  }
}

function styleOf({ type, dimension, unit }: Slot['fact']): PlannedCell['style'] {
  if (type === 'date') return 'date-input'
  return dimension === 'CNY' && unit === '元' ? 'money-input' : 'input'
}

function yesNo(lang: Lang): readonly [string, string] {
  return lang === 'zh' ? ['是', '否'] : ['yes', 'no']
}

function inUnit(stored: bigint, { dimension, factor }: Slot['fact']): number {
  const { n, d } = q.divide(q.rational(stored, scaleOf(dimension)), factor)
  return Number(n) / Number(d)
}

/** The longest list of choices that a cell can carry in itself. */
const LONGEST_LIST = 250

export function validationOf({ fact }: Slot, ref: string, text: SheetText, lang: Lang): Validation[] {
  switch (fact.type) {
    case 'yes-no':
      return [{ ref, kind: 'list', values: yesNo(lang), message: text.choose }]
    case 'choice': {
      const values = [...fact.options.values()].map((label) => inLang(label, lang))
      const fits = values.join(',').length <= LONGEST_LIST && values.every((v) => !v.includes(','))
      return fits ? [{ ref, kind: 'list', values, message: text.choose }] : []
    }
    case 'date':
      return [
        {
          ref,
          kind: 'date',
          values: ['1', String(Number(fact.hi) + SPREADSHEET_EPOCH)],
          message: text.dateHint,
        },
      ]
    case 'quantity': {
      const values = [fact.lo, fact.hi].map((end) => String(inUnit(end, fact)))
      const [from = '', to = ''] = values
      const message = filled(text.range, { from, to, unit: fact.unit })
      return [{ ref, kind: 'decimal', values, message }]
    }
    case 'place':
      return []
  }
}
