import { describe, expect, test } from 'vitest'
import { decideList, LIST_ACTIONS, LIST_STATES, type ListAction, type ListState } from './list-state.js'

const ALLOWED: Readonly<Record<ListState, Partial<Record<ListAction, ListState>>>> = {
  standing: { withdraw: 'withdrawn', replace: 'replaced' },
  replaced: {},
  withdrawn: { restore: 'standing' },
}

describe.each(LIST_STATES)('a list that is %s', (state) => {
  test.each(LIST_ACTIONS)('%s', (action) => {
    const to = ALLOWED[state][action]
    const decision = decideList(action, { state, another: false }, '名单有误')
    expect(decision).toEqual(to === undefined ? { ok: false, refusal: 'state' } : { ok: true, to })
  })
})

test.each([null, '', '  '])('withdrawing wants a reason: %j is none', (note) => {
  const standing = { state: 'standing', another: false } as const
  expect(decideList('withdraw', standing, note)).toEqual({ ok: false, refusal: 'note' })
})

test('a list does not stand again beside another one', () => {
  const withdrawn = { state: 'withdrawn', another: true } as const
  expect(decideList('restore', withdrawn)).toEqual({ ok: false, refusal: 'another' })
})
