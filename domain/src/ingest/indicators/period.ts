/**
 * What a period may be compared with: whole years with whole years, the first nine months with the first nine months
 * of other years, what stands at a date with what stands at another.
 */
export type Span = string

/** `year`, `01..09` (months of one year), `as-of`, `now`, `since`, `each`, `undated`, or `other`. */
export function spanOf(period: string | null): Span {
  if (period === null) return 'undated'
  if (period === 'per year') return 'each'
  if (period === 'as of now') return 'now'
  if (period.startsWith('as of ')) return 'as-of'
  if (period.endsWith('..now')) return 'since'
  if (/^\d{4}$/.test(period)) return 'year'
  const month = /^\d{4}-(\d\d)$/.exec(period)
  if (month) return `${month[1]}..${month[1]}`
  const months = /^(\d{4})-(\d\d)\.\.(\d{4})-(\d\d)$/.exec(period)
  if (months && months[1] === months[3])
    return months[2] === '01' && months[4] === '12' ? 'year' : `${months[2]}..${months[4]}`
  return 'other'
}

/** `2023-01..2023-12` is 2023. */
export function plainPeriod(period: string | null): string | null {
  const months = period === null ? null : /^(\d{4})-01\.\.(\d{4})-12$/.exec(period)
  return months && months[1] === months[2] ? (months[1] ?? null) : period
}

/** By where they end; what lasts until now last, what has no date after all others. */
export function comparePeriods(a: string | null, b: string | null): number {
  const [x, y] = [endOf(a), endOf(b)]
  return x < y ? -1 : x > y ? 1 : (a ?? '') < (b ?? '') ? -1 : a === b ? 0 : 1
}

function endOf(period: string | null): string {
  if (period === null || period === 'per year') return '~~'
  if (period.endsWith('now')) return `~${period}`
  const [last = ''] = period.replace('as of ', '').split('..').slice(-1)
  // A year ends after its months.
  return last.length === 4 ? `${last}-12-31` : last.length === 7 ? `${last}-31` : last
}

/** `2023-01..2023-09` a year earlier is `2022-01..2022-09`. */
export function yearBefore(period: string | null): string | null {
  if (period === null) return null
  if (!/^(?:as of )?\d{4}(?:-\d\d){0,2}$|^\d{4}-\d\d\.\.\d{4}-\d\d$/.test(period)) return null
  return period.replaceAll(/\d{4}/g, (year) => String(Number(year) - 1))
}
