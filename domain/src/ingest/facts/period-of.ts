import type { PeriodMention } from './period.js'

export interface PeriodReading {
  readonly period: string | null
  readonly basis: 'explicit' | 'inherited' | null
}

const NONE: PeriodReading = { period: null, basis: null }
/** What is to be done or may be given belongs to no period of the past. */
const RULE = /(?:给予|予以|最高|不超过|不低于|不少于|上限|封顶|应当|必须|不得|选任|选定|配备一|每家|每个)/
const GRANT = /(?:给予|最高|不超过|上限|封顶)[^，。；]*(?:奖励|补贴|补助|资助|奖补|贴息|支持|配套)/
/** What is aimed at belongs to the time it is told for, not to that of the report. */
const TARGET = /力争|计划到|确保/
/** Investments are planned: they have no year of their own. */
const PLANNED = /(?:总投资|[一二三四]期投资|计划投资|拟投资|投资总额)[^，。；]{0,6}$/
const EVENT = /(?:活动|大会|会议|论坛|仪式|大赛|期间|展会|交易会)(?:中|上|期间|当天|现场)/
const PERSON_OR_BODY = /^[^，。；、]{2,14}?(?:大学|学院|公司|研究院|研究所|集团|医院)(?!院)/

export interface SentenceContext {
  readonly text: string
  readonly mentions: readonly PeriodMention[]
  /** From sentences before it in the paragraph. */
  readonly before: PeriodReading
  /** From the lead of the article. */
  readonly lead: string | null
}

/** The period of a figure: named before it in its sentence, else carried over from what was read before. */
export function periodOf(sentence: SentenceContext, at: number, clauseStart: number): PeriodReading {
  const { text, mentions } = sentence
  const clause = text.slice(clauseStart, at)
  const named = mentions.filter((m) => m.at < at)
  const own = nearest(named, text, at)
  if (own) {
    if (own.period === null) return NONE
    // What may be granted is no figure of the month in which the rule was made.
    if (own.basis !== 'each' && own.end < clauseStart && GRANT.test(text.slice(clauseStart, at + 12)))
      return NONE
    return { period: cumulated(own, text.slice(own.end, at)), basis: 'explicit' }
  }
  if (RULE.test(text.slice(clauseStart, at + 12)) || PLANNED.test(clause)) return NONE
  if (EVENT.test(text.slice(0, at))) return NONE
  if (sentence.before.period !== null && !PERSON_OR_BODY.test(text))
    return { period: sentence.before.period, basis: 'inherited' }
  if (TARGET.test(text.slice(clauseStart, at))) return NONE
  return sentence.lead !== null && sentence.before.period === null
    ? { period: sentence.lead, basis: 'inherited' }
    : NONE
}

/** A year named later is more precise than 截至目前; 每年 ends with its part of the sentence. */
function nearest(named: readonly PeriodMention[], text: string, at: number): PeriodMention | undefined {
  for (let i = named.length - 1; i >= 0; i -= 1) {
    const mention = named[i]
    if (!mention) continue
    if (mention.basis === 'base') continue
    if (mention.basis === 'from' && /[\d一二两三四五六七八九十]/.test(text.slice(mention.end, at))) continue
    if (mention.basis === 'each' && /[；。]/.test(text.slice(mention.end, at))) continue
    return mention
  }
  return undefined
}

/** 累计 tells a state: what was reached by the end of the year, or since the month. */
function cumulated(mention: PeriodMention, between: string): string | null {
  if (!/累计/.test(between)) return mention.period
  if (mention.basis === 'year') return `as of ${mention.period}-12`
  return mention.basis === 'month' ? `${mention.period}..now` : mention.period
}

/** `2023年以来，…` at the head of a sentence holds for what follows it. */
export function leadPeriod(text: string, mentions: readonly PeriodMention[]): string | null {
  const first = mentions.find(({ basis }) => basis !== 'base' && basis !== 'from')
  if (!first || first.at > 4 || first.period === null) return null
  // Months of a year are those of the one figure beside them.
  if (first.basis !== 'year' && !first.period.endsWith('..now')) return null
  return /^[，,]/.test(text.slice(first.end)) ? first.period : null
}
