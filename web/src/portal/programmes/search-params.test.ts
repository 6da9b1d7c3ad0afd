import { expect, it } from 'vitest'
import { readFilters } from './search-params.js'

it.each([
  [{}, {}],
  [
    { q: '研发', benefit: 'cash', page: '3' },
    { q: '研发', benefit: 'cash', page: 3 },
  ],
  [{ q: '', level: 5, page: '0' }, {}],
  [{ page: 'x', other: 'y' }, {}],
])('%j', (search, filters) => {
  expect(readFilters(search)).toEqual(filters)
})
