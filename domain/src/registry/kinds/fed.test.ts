import { expect, test } from 'vitest'
import type { Cell } from '../fields/index.js'
import { fedBy } from './fed.js'
import { partyKey } from './feed.js'
import { kind } from './kind.js'
import { KINDS } from './shipped.js'

const kindOf = (id: string) => {
  const found = KINDS.find((one) => one.id === id)
  if (!found) throw new Error(`There is no kind ${id}`)
  return found
}
const fed = (id: string, nth: number, cells: Record<string, Cell>, today = '2026-11-25') => {
  const of = kindOf(id)
  const feed = of.feeds[nth]
  if (!feed) throw new Error(`${id} says nothing as number ${nth}`)
  return fedBy(of, feed, new Map(Object.entries(cells)), today)
}

test('a contract is a record, its kind in the words of packs; what is not known is left out', () => {
  expect(fed('contract', 0, { type: 'licence', received: 500, receivedOn: '1970-01-03' })).toEqual({
    as: 'record',
    record: '技术合同',
    cells: {
      合同类型: { kind: 'choice', value: '许可' },
      到账额: { kind: 'quantity', lo: '500', hi: '500' },
      到账日期: { kind: 'date', day: 2 },
    },
  })
})

test.each([
  [{}, true, null],
  [{ issuedOn: '2026-11-25' }, true, '2026-11-25'],
  [{ issuedOn: '2023-11-25', endsOn: '2026-11-25' }, true, '2023-11-25'],
  [{ issuedOn: '2023-11-25', endsOn: '2026-11-24' }, false, '2026-11-24'],
  [{ endsOn: '2027-01-01', revokedOn: '2026-11-25' }, false, '2026-11-25'],
  [{ endsOn: '2027-01-01', revokedOn: '2026-11-26' }, true, null],
])('a title with %j holds: %s since %s', (cells, holds, since) => {
  const told = fed('title', 0, { name: '高企', ...cells })
  expect(told).toEqual({ as: 'title', fact: '高新技术企业', holds, since })
})

test('a title of tomorrow says nothing today', () => {
  expect(fed('title', 0, { name: '瞪羚企业', issuedOn: '2026-11-26' })).toBeNull()
})

test('rights in force count, others do not', () => {
  expect(fed('patent', 0, { type: 'software', status: 'granted' })).toEqual({
    as: 'count',
    facts: ['二类知识产权'],
  })
  expect(fed('patent', 0, { type: 'software', status: 'lapsed' })).toBeNull()
  expect(fed('patent', 0, { type: 'invention' })).toBeNull()
})

test('a feed of a field that the kind has not is a mistake of its file', () => {
  const feeds = [{ party: 'owner', as: 'received', programme: 'name' } as const]
  expect(() => kind('thing', '物', 'Thing', { feeds }, kindOf('title').fields)).toThrow('owner')
})

test('brackets of both widths are one', () => {
  expect(partyKey(' 云川（集团）公司 ')).toBe('云川(集团)公司')
})
