import type { Region } from '../articles/region.js'
import { placesIn } from '../articles/region.js'
import type { Quantity } from '../quantities/quantity.js'
import { scan } from '../quantities/scan.js'
import { type Paragraph, spanOf } from '../text/paragraph.js'
import type { Fact } from './fact.js'
import { kindOf } from './kind.js'
import { organisationBefore } from './organisation.js'
import { type PeriodMention, periodsIn, type YearContext } from './period.js'
import { type PeriodReading, periodOf } from './period-of.js'
import type { Sentence } from './sentences.js'
import { type Memory, type Surroundings, subjectOf } from './subject.js'

export interface Reading {
  readonly region: Region
  readonly years: YearContext
  readonly memory: Memory
  before: PeriodReading
  lead: string | null
}

export interface SentenceFacts {
  readonly facts: Fact[]
  readonly mentions: readonly PeriodMention[]
  readonly quantities: readonly Quantity[]
}

const MARK = /[，。；：！？]/

/** The facts of one sentence. */
export function readSentence(paragraph: Paragraph, { from, to }: Sentence, reading: Reading): SentenceFacts {
  const text = paragraph.text.slice(from, to)
  const mentions = periodsIn(text, reading.years)
  const quantities = /[\d一二两三四五六七八九十百千万]/.test(text) ? scan(text) : []
  const [start, end] = spanOf(paragraph, from, to)
  reading.memory.recent = []
  const facts = quantities.map((quantity, i): Fact => {
    const clauseStart = lastMark(text, quantity.before) + 1
    const around = surroundings(text, mentions, quantities, i)
    // What is said of the first of figures side by side is said of all.
    const clause = text.slice(clauseStart, quantities[i - around.place.nth]?.before ?? quantity.before)
    const { kind, comparison } = kindOf(quantity, clause, text.slice(quantity.after, quantity.after + 16))
    const { period, basis } = periodOf(
      { text, mentions, before: reading.before, lead: reading.lead },
      quantity.start,
      clauseStart,
    )
    const [valueStart, valueEnd] = spanOf(paragraph, from + quantity.start, from + quantity.end)
    return {
      valueStart,
      valueEnd,
      valueText: paragraph.raw.slice(from + quantity.start, from + quantity.end),
      start,
      end,
      value: quantity.value,
      unit: quantity.unit,
      kind,
      subject: subjectOf(quantity, kind, around, reading.memory),
      region: regionAt(text, quantity.start, reading.region),
      organisation: organisationBefore(text, quantity.before),
      period,
      periodBasis: basis,
      comparison,
    }
  })
  return { facts, mentions, quantities }
}

function lastMark(text: string, at: number): number {
  for (let i = at - 1; i >= 0; i -= 1) if (MARK.test(text[i] ?? '')) return i
  return -1
}

function surroundings(
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
  const stop = text.slice(quantity.after).search(MARK)
  const behindTo = Math.min(stop < 0 ? text.length : quantity.after + stop, next ? next.before : text.length)
  const behind = text.slice(quantity.after, behindTo).replace(next ? /(?:和|与|及)$/ : /$^/, '')
  const marked = mark > 0 ? lastMark(text, mark) : -1
  const place = placeOf(text, quantities, i)
  const group = quantities[i - place.nth]
  const groupBefore =
    place.nth > 0 && group ? text.slice(Math.max(0, lastMark(text, group.before) + 1), group.before) : null
  return {
    before: withoutPlace(
      groupBefore ?? without(text, beforeFrom, Math.max(beforeFrom, quantity.before), mentions),
    ),
    behind,
    shared: next ? sharedWith(text, quantity, next) : '',
    place,
    clauseBefore: mark > 0 && text[mark] === '，' ? without(text, marked + 1, mark, mentions) : '',
  }
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

/** `兰州市组织对接会` is of 兰州市 by its region already. */
function withoutPlace(text: string): string {
  const from = /^[，、其中]*/.exec(text)?.[0].length ?? 0
  const first = placesIn(text.slice(from, from + 16), null)[0]
  const rest = text.slice(from + (first?.end ?? 0))
  return first?.at === 0 && rest.length >= 3 && !/^(?:级|籍|产)/.test(rest) ? rest : text
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

/** The city named last before a figure in its part of the sentence, where the article is of a whole province. */
function regionAt(text: string, at: number, article: Region): Region {
  if (article.city !== null) return article
  const part = text.slice(0, at)
  const from = part.lastIndexOf('；') + 1
  const mentions = placesIn(part.slice(from), article.province).filter(
    ({ region }) => article.province === null || region.city !== null,
  )
  return mentions.at(-1)?.region ?? article
}
