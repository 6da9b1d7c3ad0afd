import { expect, it } from 'vitest'
import { readCalendarSearch, readLibrarySearch } from './search-params.js'

it.each([
  [{}, {}],
  [
    { q: '研发', benefit: 'cash', page: '3', sort: 'deadline', news: true },
    { q: '研发', benefit: 'cash', page: 3, sort: 'deadline', news: true },
  ],
  [{ q: '', level: 5, page: '0', sort: 'money', news: 'yes' }, {}],
  [{ page: 'x', other: 'y' }, {}],
  [{ place: 320100 }, { place: '320100' }],
])('the library reads %j', (search, read) => {
  expect(readLibrarySearch(search)).toEqual(read)
})

it.each([
  [
    { month: '2026-12', region: 'demo' },
    { month: '2026-12', region: 'demo' },
  ],
  [{ month: '2026-13' }, {}],
  [{ month: 12, page: 2 }, {}],
])('the calendar reads %j', (search, read) => {
  expect(readCalendarSearch(search)).toEqual(read)
})
