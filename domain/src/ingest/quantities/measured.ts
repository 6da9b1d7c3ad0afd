import { boundOf } from './compare.js'
import { shift } from './decimal.js'
import type { Quantity } from './quantity.js'
import { MULTIPLIERS, type UnitName, unitAt } from './units.js'

export interface Measured {
  readonly unit: UnitName
  readonly power: number
  readonly more: string
  readonly end: number
}

const MORE = /^(?:余|多|来(?=[万亿家个人名位项]))/

/** `3.8万农户`, `两万余群众`: what is counted tells its unit. */
const IMPLIED: readonly [RegExp, UnitName][] = [
  [/^(?:农户|居民户|困难户)/, { text: '', norm: '户', class: 'count', power: 0 }],
  [
    /^(?:群众|农民|学生|居民|职工|村民|师生|毕业生|科技人员|科研人员)/,
    { text: '', norm: '人', class: 'people', power: 0 },
  ],
  [/^(?:企业|经营主体|市场主体)/, { text: '', norm: '家', class: 'count', power: 0 }],
]

function impliedAt(text: string, at: number): UnitName | undefined {
  const here = text.slice(at, at + 4)
  return IMPLIED.find(([pattern]) => pattern.test(here))?.[1]
}

/** Multipliers, 余 or 多, and a unit: `万余户`, `多亿元`. */
export function measuredFrom(text: string, from: number): Measured | null {
  let at = from
  let power = 0
  let more = ''
  for (let step = 0; step < 5; step += 1) {
    const unit = unitAt(text, at) ?? (power >= 4 ? impliedAt(text, at) : undefined)
    if (unit) return withMoreBehind(text, { unit, power, more, end: at + unit.text.length })
    const times = MULTIPLIERS.get(text[at] ?? '')
    if (times !== undefined) {
      power += times
      at += 1
    } else {
      const word = more === '' ? MORE.exec(text.slice(at, at + 2))?.[0] : undefined
      if (word === undefined) return null
      more = word
      at += word.length
    }
  }
  return null
}

/** `100家多家`, `3万元余`: the word for more may stand behind the unit. */
function withMoreBehind(text: string, measured: Measured): Measured {
  const rest = text.slice(measured.end, measured.end + 4)
  const word = /^(?:余|多)(?![元方种样项])/.exec(rest)?.[0]
  if (word === undefined || measured.more !== '') return measured
  const again = rest.startsWith(word + measured.unit.text) ? measured.unit.text.length : 0
  if (again === 0 && word === '多') return measured
  return { ...measured, more: word, end: measured.end + word.length + again }
}

export function quantityOf(
  text: string,
  at: number,
  digits: string,
  measured: Measured,
  chinese = false,
): Quantity {
  const bound = boundOf(
    text.slice(Math.max(0, at - 16), at),
    measured.more,
    text.slice(measured.end, measured.end + 4),
    text.slice(at, at + 1),
  )
  const behind = bound && text.startsWith(bound.text, measured.end) ? bound.text.length : 0
  const before = bound && text.slice(0, at).endsWith(bound.text) ? at - bound.text.length : at
  return {
    start: at,
    end: measured.end,
    after: measured.end + behind,
    before,
    value: shift(digits, measured.power + measured.unit.power),
    unit: measured.unit.norm,
    unitClass: measured.unit.class,
    bound,
    chinese,
  }
}
