/** The programmes that are looked at; those of the region's own pack where none is named. */
export interface BudgetSearch {
  readonly programme?: readonly string[] | undefined
}

export function readBudgetSearch(search: Readonly<Record<string, unknown>>): BudgetSearch {
  const given = Array.isArray(search.programme) ? search.programme : [search.programme]
  const programme = given.filter((one): one is string => typeof one === 'string' && one !== '')
  return programme.length > 0 ? { programme } : {}
}
