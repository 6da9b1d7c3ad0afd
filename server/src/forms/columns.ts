import type { ColumnAsk } from '@kehui/domain/packs/self-assessment'
import type { FactSet, Subject } from '@kehui/domain/rules'
import type { Lang } from '@kehui/domain/shared'
import { addMonths, formatDay, parseDay } from '@kehui/domain/shared'

export interface ColumnWish {
  readonly on: string
  readonly years: readonly number[]
  readonly whatIf: readonly { readonly name?: string; readonly year?: number; readonly facts: FactSet }[]
}

/** The same day in the year after the one whose figures are shown; 28 February for 29 February. */
export function decisionDay(on: string, year: number): string {
  const day = parseDay(on)
  if (day === undefined) throw new Error(`“${on}” is no date`)
  return formatDay(addMonths(day, 12 * (year + 1 - Number(on.slice(0, 4)))))
}

export function yearName(year: number, lang: Lang): string {
  return lang === 'zh' ? `${year} 年度` : `Year ${year}`
}

/** A column a year, then those of what would be. */
export function columnsOf(
  { on, years, whatIf }: ColumnWish,
  subject: Subject,
  suppose: (facts: FactSet, onYear: number) => Subject,
  lang: Lang,
): ColumnAsk[] {
  const latest = Math.max(...years)
  return [
    ...years.map((year) => ({
      id: `year-${year}`,
      on: decisionDay(on, year),
      name: yearName(year, lang),
      subject,
      supposed: null,
    })),
    ...whatIf.map(({ name, year = latest, facts }, i) => ({
      id: `what-if-${i + 1}`,
      on: decisionDay(on, year),
      name: name ?? whatIfName(i, whatIf.length, lang),
      subject: suppose(facts, year + 1),
      supposed: [...facts.keys()],
    })),
  ]
}

function whatIfName(i: number, count: number, lang: Lang): string {
  const name = lang === 'zh' ? '试算' : 'What if'
  return count === 1 ? name : `${name} ${i + 1}`
}
