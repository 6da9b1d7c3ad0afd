const MOST_YEARS = 6

/** The years in an address, sorted; undefined where there is none that can be shown. */
export function readYears(value: unknown): number[] | undefined {
  const list = Array.isArray(value) ? value : [value]
  const years = list.map(Number).filter((year) => Number.isInteger(year) && year >= 1990 && year <= 2100)
  const sorted = [...new Set(years)].sort((a, b) => a - b).slice(-MOST_YEARS)
  return sorted.length > 0 ? sorted : undefined
}
