import { placesIn } from '../articles/region.js'
import type { Quantity } from '../quantities/quantity.js'
import type { PeriodMention } from './period.js'
import { tidy, withoutMark } from './phrase.js'

/** The words around a figure that say what it counts. */
export interface Surroundings {
  /** From the last mark before the figure, periods left out. */
  readonly before: string
  /** To the next mark or figure. */
  readonly behind: string
  /** Behind the next figure, where only a verb stands between: `企业获得｜2亿元｜融资支持`. */
  readonly ahead: string
  /** What the next figure counts together with this one: `一期投资5亿元、总投资40亿元的项目`. */
  readonly shared: string
  /** The part of the sentence before that, where only a comma stands between. */
  readonly clauseBefore: string
  /** What a colon sets before a list of figures: `高新技术企业：812家`, `国家级：重点实验室5个、…`. */
  readonly label: string
  /** The figure is the first behind the colon. */
  readonly labelled: boolean
  /** Stands in brackets behind the figure that it explains: `27项（一等奖5项）`. */
  readonly bracketed: boolean
  /** All of the sentence between two semicolons. */
  readonly part: { readonly before: string; readonly behind: string }
  /** Its place among figures that stand side by side: `8.4%和11.3%`. */
  readonly place: { readonly nth: number; readonly of: number }
}

const MARK = /[，。；：！？]/

export function lastMark(text: string, at: number): number {
  for (let i = at - 1; i >= 0; i -= 1) if (MARK.test(text[i] ?? '')) return i
  return -1
}

export function surroundings(
  text: string,
  mentions: readonly PeriodMention[],
  quantities: readonly Quantity[],
  i: number,
): Surroundings {
  const quantity = quantities[i] as Quantity
  const mark = lastMark(text, quantity.before)
  const previous = quantities[i - 1]
  // `100多名专家和5000名技术人员`: what stands before 和 was counted by the figure before.
  const joined =
    previous !== undefined &&
    previous.after > mark &&
    /(?:和|与|及)$/.test(text.slice(previous.after, quantity.before))
  const beforeFrom = joined ? quantity.before : Math.max(mark + 1, previous ? previous.after : 0)
  const next = quantities[i + 1]
  const stop = markFrom(text, quantity.after)
  const behindTo = Math.min(stop, next ? next.before : stop)
  const behind = text.slice(quantity.after, behindTo).replace(next ? /(?:和|(?<!参)与|及)$/ : /$^/, '')
  const marked = mark > 0 ? lastMark(text, mark) : -1
  const place = placeOf(text, quantities, i)
  const group = quantities[i - place.nth]
  const groupBefore =
    place.nth > 0 && group ? text.slice(Math.max(0, lastMark(text, group.before) + 1), group.before) : null
  const partFrom = text.lastIndexOf('；', quantity.before) + 1
  const semicolon = text.indexOf('；', quantity.after)
  return {
    before: withoutPlace(
      groupBefore ?? without(text, beforeFrom, Math.max(beforeFrom, quantity.before), mentions),
    ),
    behind: behind.startsWith('（') ? '' : behind,
    ahead: next && next.before < stop ? text.slice(next.after, markFrom(text, next.after)) : '',
    shared: next ? sharedWith(text, quantity, next) : '',
    place,
    clauseBefore: mark > 0 && text[mark] === '，' ? without(text, marked + 1, mark, mentions) : '',
    ...labelOf(text, quantity, previous, partFrom),
    bracketed: isBracketed(text, quantity, previous),
    part: {
      before: without(text, partFrom, quantity.before, mentions),
      behind: text.slice(quantity.after, semicolon < 0 ? text.length : semicolon),
    },
  }
}

function markFrom(text: string, at: number): number {
  const stop = text.slice(at).search(MARK)
  return stop < 0 ? text.length : at + stop
}

const LONGEST_LABEL = 24

function labelOf(text: string, quantity: Quantity, previous: Quantity | undefined, from: number) {
  const colon = text.lastIndexOf('：', quantity.before - 1)
  const none = { label: '', labelled: false }
  if (colon < from) return none
  const start = lastMark(text, colon) + 1
  const label = tidy(withoutMark(text.slice(start, colon)))
  if (label === '' || label.length > LONGEST_LABEL || /[\d、]/.test(label)) return none
  return { label, labelled: previous === undefined || previous.after <= colon }
}

function isBracketed(text: string, quantity: Quantity, previous: Quantity | undefined): boolean {
  const open = text.lastIndexOf('（', quantity.start)
  if (open < 0 || previous === undefined) return false
  return (
    !text.slice(open, quantity.start).includes('）') &&
    /[\d一二三四五六七八九十百千万亿]/.test(text.slice(0, open))
  )
}

/** Figures of one unit that only 和 or 、 stands between. */
function placeOf(text: string, quantities: readonly Quantity[], i: number): { nth: number; of: number } {
  const beside = (a: Quantity | undefined, b: Quantity | undefined) =>
    a !== undefined &&
    b !== undefined &&
    a.unit === b.unit &&
    /^(?:和|、|及|与)$/.test(text.slice(a.after, b.before))
  let first = i
  while (beside(quantities[first - 1], quantities[first])) first -= 1
  let last = i
  while (beside(quantities[last], quantities[last + 1])) last += 1
  return { nth: i - first, of: last - first + 1 }
}

/** `兰州市组织对接会` is of 兰州市 by its region already; `其中兰州市43家` counts what was counted before. */
function withoutPlace(text: string): string {
  const from = /^(?:[，、]|其中)*在?/.exec(text)?.[0].length ?? 0
  const first = placesIn(text.slice(from, from + 16), null)[0]
  const rest = text.slice(from + (first?.end ?? 0))
  if (first?.at !== 0 || /^(?:级|籍|产)/.test(rest)) return text
  return rest.length >= 3 || (rest === '' && text.startsWith('其中')) || rest === '' ? rest : text
}

/** `5亿元、总投资40亿元的…`: both figures are of what follows 的. */
function sharedWith(text: string, quantity: Quantity, next: Quantity): string {
  const between = text.slice(quantity.after, next.before)
  if (!/^、[^，。；、]{1,8}$/.test(between) || text[next.after] !== '的') return ''
  return /^[^，。；：]{2,30}/.exec(text.slice(next.after + 1))?.[0] ?? ''
}

/** A stretch of the sentence without the periods it names. */
function without(text: string, from: number, to: number, mentions: readonly PeriodMention[]): string {
  let out = ''
  let at = from
  for (const mention of mentions) {
    if (mention.end <= at || mention.at >= to || mention.basis === 'event') continue
    out += text.slice(at, Math.max(at, mention.at))
    at = Math.max(at, Math.min(mention.end, to))
  }
  return out + text.slice(at, to)
}
