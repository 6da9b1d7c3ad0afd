import type { Region } from '../articles/region.js'
import { placesIn } from '../articles/region.js'
import type { Quantity } from '../quantities/quantity.js'
import { scan } from '../quantities/scan.js'
import { type Paragraph, spanOf } from '../text/paragraph.js'
import type { Fact } from './fact.js'
import { kindOf } from './kind.js'
import type { Memory } from './memory.js'
import { organisationBefore } from './organisation.js'
import { type PeriodMention, periodsIn, type YearContext } from './period.js'
import { type PeriodReading, periodOf } from './period-of.js'
import type { Sentence } from './sentences.js'
import { subjectOf } from './subject.js'
import { lastMark, surroundings } from './surroundings.js'

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
