export interface ReportSearch {
  readonly article?: number | undefined
  readonly fact?: number | undefined
}

const whole = (value: unknown) =>
  Number.isInteger(value) && (value as number) >= 0 ? (value as number) : undefined

export function readReportSearch(search: Record<string, unknown>): ReportSearch {
  return { article: whole(search.article), fact: whole(search.fact) }
}
