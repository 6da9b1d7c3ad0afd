import { describe, expect, test } from 'vitest'
import {
  moveRound,
  ROUND_ACTIONS,
  ROUND_STATES,
  type RoundAction,
  type RoundState,
  roundActions,
} from './round.js'

/** What is allowed, written apart from the code's own table. */
const ALLOWED: Readonly<Record<RoundState, Readonly<Partial<Record<RoundAction, RoundState>>>>> = {
  draft: { gather: 'draft', compute: 'computed', adjust: 'draft', discard: 'discarded' },
  computed: {
    gather: 'draft',
    compute: 'computed',
    adjust: 'adjusted',
    confirm: 'confirmed',
    discard: 'discarded',
  },
  adjusted: { gather: 'draft', compute: 'computed', adjust: 'adjusted', discard: 'discarded' },
  confirmed: { adjust: 'confirmed', reopen: 'adjusted', rerun: 'confirmed', supersede: 'superseded' },
  superseded: { reinstate: 'confirmed' },
  discarded: { restore: 'draft' },
}

describe.each(ROUND_STATES)('a round that is %s', (state) => {
  test.each(ROUND_ACTIONS)('%s', (action) => {
    expect(moveRound(state, action)).toBe(ALLOWED[state][action] ?? null)
    const ofPeople = !['supersede', 'reinstate', 'gather'].includes(action)
    expect(roundActions(state).includes(action)).toBe(ofPeople && ALLOWED[state][action] !== undefined)
  })
})

test('what people changed is heeded before a list is confirmed', () => {
  expect(moveRound(moveRound('computed', 'adjust') ?? 'draft', 'confirm')).toBeNull()
})
