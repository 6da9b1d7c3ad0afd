import { describe, expect, test } from 'vitest'
import { movePair, type PairAction, type PairState } from './review.js'

const ALLOWED: Readonly<Record<PairState, Partial<Record<PairAction, PairState>>>> = {
  open: { merge: 'merged', 'keep-apart': 'apart', later: 'open' },
  merged: { undo: 'open' },
  apart: { reopen: 'open' },
}
const ACTIONS: readonly PairAction[] = ['merge', 'keep-apart', 'later', 'undo', 'reopen']

describe.each(['open', 'merged', 'apart'] as const)('a pair that is %s', (state) => {
  test.each(ACTIONS)('%s', (action) => {
    const to = ALLOWED[state][action]
    expect(movePair(state, action, '核对过登记信息')).toEqual(
      to === undefined ? { ok: false, why: 'state' } : { ok: true, state: to },
    )
  })
})

test('taking a merge back says why', () => {
  expect(movePair('merged', 'undo', ' ')).toEqual({ ok: false, why: 'note' })
})
