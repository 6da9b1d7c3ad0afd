import type { Verdict } from '@kehui/server/client'

const TEXTS = ['list', 'place', 'park', 'title', 'industry', 'q', 'pack', 'programme', 'since'] as const
const VERDICTS = ['yes', 'unknown', 'no'] as const
const SORTS = ['near', 'certain', 'possible', 'name'] as const
export type Sort = (typeof SORTS)[number]

/** The matrix as its address holds it, so that it can be kept, sent on and gone back to. */
export type MatrixSearch = { [name in (typeof TEXTS)[number]]?: string | undefined } & {
  verdict?: Verdict | undefined
  sort?: Sort | undefined
  tab?: 'changes' | undefined
}

export function readMatrixSearch(search: Readonly<Record<string, unknown>>): MatrixSearch {
  const read: MatrixSearch = {}
  for (const name of TEXTS) {
    // A code of digits alone comes back from the address as a number.
    const value = typeof search[name] === 'number' ? String(search[name]) : search[name]
    if (typeof value === 'string' && value !== '') read[name] = value
  }
  const verdict = VERDICTS.find((one) => one === search.verdict)
  if (verdict && read.programme) read.verdict = verdict
  const sort = SORTS.find((one) => one === search.sort)
  if (sort) read.sort = sort
  if (search.tab === 'changes') read.tab = 'changes'
  return read
}
