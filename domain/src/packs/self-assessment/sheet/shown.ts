import type { Start } from '../../../rules/form.js'
import type { Dimension } from '../../../shared/unit.js'
import type { Calculation, Sureness } from '../formula/calculation.js'
import { quoted, SPREADSHEET_EPOCH } from '../formula/facts.js'
import { type Poly, scale } from '../formula/poly.js'
import type { Rails } from '../formula/rail.js'
import type { Style } from './plan.js'
import type { SheetText } from './texts.js'

/** Formulas for what is read, no longer for what is decided: here a double is good enough. */
function loose(poly: Poly): string {
  if (poly.length === 0) return '0'
  return poly.map(({ by, atoms }) => `(${[by, ...atoms.map((a) => a.ref)].join('*')})`).join('+')
}

function ends({ lo, hi }: Rails, times = 1n): { lo: string; hi: string; same: string } {
  const one = (rail: Rails['lo']) => `(${loose(scale(rail.n, times))})/(${loose(rail.d)})`
  return { lo: one(lo), hi: one(hi), same: `${one(lo)}=${one(hi)}` }
}

export function verdictText({ sure, possible }: Sureness, text: SheetText): string {
  return `IF(${sure},${quoted(text.yes)},IF(${possible},${quoted(text.unknown)},${quoted(text.no)}))`
}

/** A number where it is settled, else both ends. */
export function pointsText(rails: Rails): string {
  const { lo, hi, same } = ends(rails)
  return `IF(${same},${lo},${lo}&"–"&${hi})`
}

/** Fen as yuan, the lower end rounded down and the upper up as in the answer. */
export function amountText(
  rails: Rails,
  { sure, possible }: Sureness,
  upper: boolean,
  text: SheetText,
): string {
  const { lo, hi } = ends(rails)
  const least = upper ? '0' : `IF(${sure},INT(${lo})/100,0)`
  const most = `-INT(-(${hi}))/100`
  const range = `TEXT(${least},"#,##0.00")&"–"&TEXT(${most},"#,##0.00")`
  return `IF(${possible},IF(${least}=${most},${most},${range}),${quoted(text.none)})`
}

/** What a measure comes to, shown in the unit that people use; empty while it is open. */
export function measureText(rails: Rails, dimension: Dimension | 'date'): { formula: string; style: Style } {
  if (dimension === '分') return { formula: pointsText(rails), style: 'number' }
  const { lo, same } = ends(rails)
  const show = (value: string) => `IF(${same},${value},"")`
  if (dimension === 'CNY' || dimension === 'USD') return { formula: show(`${lo}/100`), style: 'money' }
  if (dimension === '') return { formula: show(lo), style: 'percent' }
  if (dimension === 'date') return { formula: show(`${lo}+${SPREADSHEET_EPOCH}`), style: 'date' }
  return { formula: show(lo), style: 'number' }
}

/** The names of all bands that are possible. */
export function gradeText(
  calculation: Calculation,
  of: Rails,
  { starts, names }: { readonly starts: readonly Start[]; readonly names: readonly string[] },
  text: SheetText,
): string {
  const reached = (rail: Rails['lo']) =>
    starts
      .map(({ at, included }) =>
        calculation.compare(included ? '>=' : '>', scale(rail.n, at.d), scale(rail.d, at.n)),
      )
      .map((test) => `IF(${test},1,0)`)
      .join('+')
  const { lo, hi } = calculation.numbers('grade', reached(of.lo), reached(of.hi), [0n, BigInt(starts.length)])
  return names
    .map((name, i) => {
      const before = i === 0 ? '' : `IF(${lo.ref}<${i},${quoted(text.separator)},"")&`
      return `IF(AND(${lo.ref}<=${i},${hi.ref}>=${i}),${before}${quoted(name)},"")`
    })
    .join('&')
}
