import type { DigestPicks } from '@kehui/server/client'

/** What is taken of one report. */
export interface ReportChoice {
  readonly whole: boolean
  readonly articles: readonly string[]
  readonly facts: readonly number[]
}

export type Choice = Readonly<Record<string, ReportChoice>>

const NOTHING: ReportChoice = { whole: false, articles: [], facts: [] }

export const choiceOf = (choice: Choice, report: string): ReportChoice => choice[report] ?? NOTHING

export function fromPicks(picks: DigestPicks): Choice {
  return Object.fromEntries(
    picks.map(({ report, articles, facts }) => [
      report,
      { whole: !articles && !facts, articles: articles ?? [], facts: facts ?? [] },
    ]),
  )
}

export function toPicks(choice: Choice): DigestPicks {
  return Object.entries(choice).flatMap(([report, { whole, articles, facts }]) => {
    if (whole) return [{ report }]
    if (articles.length + facts.length === 0) return []
    return [
      {
        report,
        ...(articles.length > 0 ? { articles: [...articles] } : {}),
        ...(facts.length > 0 ? { facts: [...facts] } : {}),
      },
    ]
  })
}

const toggled = <Item>(list: readonly Item[], item: Item) =>
  list.includes(item) ? list.filter((one) => one !== item) : [...list, item]

/** The whole report, or nothing of it. */
export function toggleReport(choice: Choice, report: string): Choice {
  return { ...choice, [report]: { ...NOTHING, whole: !choiceOf(choice, report).whole } }
}

interface Part {
  readonly report: string
  readonly article: string
  /** The other articles of the report, where it was whole until now. */
  readonly all: readonly string[]
}

/** An article more or less; of a whole report the others stay. */
export function toggleArticle(
  choice: Choice,
  { report, article, all }: Part,
  facts: readonly number[],
): Choice {
  const { whole, articles, facts: single } = choiceOf(choice, report)
  const next = whole ? all.filter((one) => one !== article) : toggled(articles, article)
  // Its figures go with it, singly chosen or not.
  return {
    ...choice,
    [report]: { whole: false, articles: next, facts: single.filter((n) => !facts.includes(n)) },
  }
}

/** A figure more or less; of a whole article the others stay. */
export function toggleFact(choice: Choice, part: Part, fact: number, facts: readonly number[]): Choice {
  const { report, article, all } = part
  const { whole, articles, facts: single } = choiceOf(choice, report)
  const held = whole ? all : articles
  if (!held.includes(article)) {
    const next = toggled(single, fact)
    return { ...choice, [report]: { whole: false, articles: held, facts: next } }
  }
  return {
    ...choice,
    [report]: {
      whole: false,
      articles: held.filter((one) => one !== article),
      facts: [...single, ...facts.filter((n) => n !== fact)],
    },
  }
}

export function hasArticle(choice: Choice, report: string, article: string): boolean {
  const { whole, articles } = choiceOf(choice, report)
  return whole || articles.includes(article)
}

export function hasFact(choice: Choice, part: Omit<Part, 'all'>, fact: number): boolean {
  return hasArticle(choice, part.report, part.article) || choiceOf(choice, part.report).facts.includes(fact)
}
