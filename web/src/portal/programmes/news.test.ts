import type { LibraryStanding } from '@kehui/server/client'
import { describe, expect, it } from 'vitest'
import { newsOf, readSeen, seenFrom, withSeen } from './news.js'

type Status = LibraryStanding['programmes'][number]['calls'][number]['status']

function standing(
  programmes: Record<string, { print?: string; calls?: Record<string, Status> }>,
): LibraryStanding {
  return {
    on: '2026-11-24',
    programmes: Object.entries(programmes).map(([id, { print = 'a', calls = {} }]) => ({
      id,
      print,
      calls: Object.entries(calls).map(([key, status]) => ({ key, status })),
    })),
  }
}

const before = standing({ p: { calls: { k: 'coming' } }, q: {} })

describe('what is new since the last visit', () => {
  it('is nothing on the first', () => expect(newsOf(null, before).size).toBe(0))
  it('is nothing where all is as it was', () => expect(newsOf(seenFrom(before), before).size).toBe(0))
  it.each([
    ['a programme that came', { p: { calls: { k: 'coming' } }, q: {}, r: {} }, [['r', 'new']]],
    ['a text that changed', { p: { calls: { k: 'coming' } }, q: { print: 'b' } }, [['q', 'changed']]],
    ['a call that opened', { p: { calls: { k: 'open' } }, q: {} }, [['p', 'opened']]],
    [
      'a call that opened, of a text that changed',
      { p: { print: 'b', calls: { k: 'open' } }, q: {} },
      [['p', 'opened']],
    ],
    ['a call that closed', { p: { calls: { k: 'closed' } }, q: {} }, [['p', 'closed']]],
    ['a call that came', { p: { calls: { k: 'coming', l: 'coming' } }, q: {} }, [['p', 'call']]],
    ['an old call that was written down', { p: { calls: { k: 'coming', l: 'closed' } }, q: {} }, []],
    ['a programme that is gone', { p: { calls: { k: 'coming' } } }, []],
  ] as const)('%s', (_, now, news) => {
    expect([...newsOf(seenFrom(before), standing(now as Parameters<typeof standing>[0]))]).toEqual(news)
  })
  it('a call of every year that ended is to come again', () => {
    const open = standing({ p: { calls: { k: 'open' } } })
    const over = standing({ p: { calls: { k: 'coming' } } })
    expect([...newsOf(seenFrom(open), over)]).toEqual([['p', 'closed']])
  })
  it('one programme can be seen for itself', () => {
    const now = standing({ p: { calls: { k: 'open' } }, q: { print: 'b' } })
    const seen = withSeen(seenFrom(before), now, 'p')
    expect([...newsOf(seen, now).keys()]).toEqual(['q'])
    expect(withSeen(seen, now, 'none')).toBe(seen)
  })
})

it.each([
  [null, null],
  ['{', null],
  ['{"on": "2026-11-24"}', null],
  ['{"on": "2026-11-24", "programmes": {"p": 1}}', null],
  [JSON.stringify(seenFrom(before)), seenFrom(before)],
])('%s is read as %j', (stored, seen) => expect(readSeen(stored)).toEqual(seen))
