import { type Static, Type } from 'typebox'
import { HELD_OPEN } from '../../ingest/drafts/index.js'
import type { Programme } from '../../rules/programme.js'
import type { Lang } from '../../shared/text.js'
import { literalsIn } from './literals.js'

/** A threshold, a cap or an amount that can be moved: where it stands, and how far it sensibly goes. */
export const Parameter = Type.Object({
  kind: Type.Union([Type.Literal('threshold'), Type.Literal('cap'), Type.Literal('amount')]),
  label: Type.String(),
  from: Type.Integer({ description: 'Where in the text the number begins, in UTF-16 units' }),
  to: Type.Integer({ description: 'Where the number ends; its unit follows' }),
  value: Type.Number(),
  unit: Type.String(),
  min: Type.Number(),
  max: Type.Number(),
  step: Type.Number(),
})
export type Parameter = Static<typeof Parameter>

/** The numbers of a programme that a reader may want to move, in the order of the text. */
export function parametersOf(text: string, programme: Programme, lang: Lang): Parameter[] {
  return literalsIn(text, programme, lang).flatMap(({ kind, label, from, text: literal }) => {
    const [number = ''] = /^[\d.]+/.exec(literal) ?? []
    const value = Number(number)
    // What a draft out of a report holds open has no number of its own.
    if (number === '' || !Number.isFinite(value) || HELD_OPEN.test(text.slice(0, from))) return []
    const unit = literal.slice(number.length).trim()
    return [{ kind, label, from, to: from + number.length, value, unit, ...reachOf(value, unit) }]
  })
}

/** From nothing to some times as much; whole steps for what is counted. */
function reachOf(value: number, unit: string): Pick<Parameter, 'min' | 'max' | 'step'> {
  const max = value === 0 ? (unit === '%' || unit === '‰' ? 10 : 100) : roundUp(value * 2.5)
  const top = unit === '%' && value <= 100 ? Math.min(100, max) : max
  const fine = roundDown(top / 100)
  const divisible = /[元%‰]$|^倍$/.test(unit)
  return { min: 0, max: top, step: divisible ? fine : Math.max(1, fine) }
}

/** The next of 1, 2, 5, 10, 20, 50 … */
function roundUp(x: number): number {
  const base = 10 ** Math.floor(Math.log10(x))
  return trimmed(([1, 2, 5, 10].find((n) => n * base >= x) ?? 10) * base)
}

function roundDown(x: number): number {
  const base = 10 ** Math.floor(Math.log10(x))
  return trimmed(([5, 2, 1].find((n) => n * base <= x) ?? 1) * base)
}

function trimmed(x: number): number {
  return Number(x.toPrecision(6))
}
