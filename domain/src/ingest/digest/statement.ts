import type { DigestFact } from './digest.js'
import { shownValue } from './value.js'

const WORDS: Readonly<Record<string, string>> = {
  '>': '超过',
  '>=': '不少于',
  '<': '不到',
  '<=': '不超过',
  '≈': '约',
}

/** A figure as a statement of its own, in words of ours: `2023年，技术合同成交额12亿元`. */
export function statementOf(fact: DigestFact): string {
  const when = periodWords(fact.period)
  const who = nameOf(fact)
  return `${when === '' ? '' : `${when}，`}${who}${fact.subject}${amountOf(fact)}`
}

/** What begins with what was done names nobody: 建成孵化器. */
const DEED = /^(?:先后|共|已|新)?(?:建|成功|拥有|现有|有|获|认定|培育|备案|组织|选择|申报|举办|开展)/

/** Whose figure it is, where that is not said by what is counted. */
function nameOf({ organisation, subject }: DigestFact): string {
  return organisation === null || subject.includes(organisation) || DEED.test(organisation)
    ? ''
    : organisation
}

/** What a growth adds to the statement of its own figure. */
export function growthOf({ value }: DigestFact): string {
  return value.startsWith('-') ? `同比下降${value.slice(1)}%` : `同比增长${value}%`
}

function amountOf(fact: DigestFact): string {
  const { kind, comparison, unit } = fact
  const word = WORDS[comparison?.op ?? ''] ?? ''
  const value = shownValue(fact.value, unit)
  switch (kind) {
    case 'growth':
      return growthOf(fact)
    case 'share':
      return `占${word}${value}`
    case 'rank':
      return `居第${fact.value}位`
    default:
      return `${word}${value}`
  }
}

/** `2023-01..2023-09` as `2023年1—9月`; empty where it is not known. */
export function periodWords(period: string | null): string {
  if (period === null || period === 'as of now') return ''
  if (period === 'per year') return '每年'
  if (period.startsWith('as of ')) return `截至${dateWords(period.slice(6))}`
  const [from = '', to] = period.split('..')
  if (to === undefined) return dateWords(from)
  if (to === 'now') return `${dateWords(from)}至今`
  const [year, month] = from.split('-')
  const [lastYear, lastMonth] = to.split('-')
  if (year === lastYear && month && lastMonth && from.length === 7 && to.length === 7)
    return `${year}年${Number(month)}—${Number(lastMonth)}月`
  return `${dateWords(from)}至${dateWords(to)}`
}

function dateWords(date: string): string {
  const [year = '', month, day] = date.split('-')
  if (!/^\d{4}$/.test(year)) return date
  return `${year}年${month ? `${Number(month)}月` : ''}${day ? `${Number(day)}日` : ''}`
}
