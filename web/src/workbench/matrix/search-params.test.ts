import { expect, test } from 'vitest'
import { filtersOf, isFiltered, sortOf } from './asked-for.js'
import { readMatrixSearch } from './search-params.js'

test('what the address says is taken as it is meant, and nothing else', () => {
  const read = readMatrixSearch({
    place: 990102,
    park: '云麓科创园',
    q: '',
    programme: 'cn.tech-sme',
    verdict: 'unknown',
    sort: 'age',
    tab: 'changes',
    other: 'x',
  })
  expect(read).toEqual({
    place: '990102',
    park: '云麓科创园',
    programme: 'cn.tech-sme',
    verdict: 'unknown',
    tab: 'changes',
  })
  expect(filtersOf(read)).toMatchObject({ place: '990102', only: 'cn.tech-sme:unknown' })
})

test('a verdict without its programme says nothing', () => {
  expect(readMatrixSearch({ verdict: 'yes' })).toEqual({})
  expect(filtersOf({ programme: 'p' })).not.toHaveProperty('only')
})

test.each([
  [{}, 'near'],
  [{ programme: 'p' }, 'programme:p'],
  [{ programme: 'p', sort: 'name' }, 'name'],
] as const)('%j is ordered by %s', (search, sort) => {
  expect(sortOf(search)).toBe(sort)
})

test('a list, an order or a tab is no filter', () => {
  expect(isFiltered({ list: 'a', sort: 'name', tab: 'changes', since: 'rule' })).toBe(false)
  expect(isFiltered({ q: '云' })).toBe(true)
})
