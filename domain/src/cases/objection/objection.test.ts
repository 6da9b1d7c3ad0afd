import { describe, expect, test } from 'vitest'
import {
  actionsOn,
  isPending,
  moveObjection,
  OBJECTION_ACTIONS,
  type ObjectionAction,
  type ObjectionState,
  type Party,
} from './objection.js'

const STATES: readonly ObjectionState[] = ['open', 'taken', 'awaiting-rule', 'answered', 'withdrawn']

/** What is allowed, written apart from the code's own table: state → action → state after. */
const ALLOWED: Readonly<Record<ObjectionState, Partial<Record<ObjectionAction, ObjectionState>>>> = {
  open: {
    take: 'taken',
    answer: 'answered',
    'correct-fact': 'answered',
    'refer-rule': 'awaiting-rule',
    withdraw: 'withdrawn',
  },
  taken: {
    release: 'open',
    answer: 'answered',
    'correct-fact': 'answered',
    'refer-rule': 'awaiting-rule',
    withdraw: 'withdrawn',
  },
  'awaiting-rule': { answer: 'answered', 'rule-corrected': 'answered', withdraw: 'withdrawn' },
  answered: { reopen: 'open' },
  withdrawn: {},
}
const OBJECTORS: readonly ObjectionAction[] = ['withdraw', 'reopen']
const WITHOUT_WORDS: readonly ObjectionAction[] = ['take', 'release', 'withdraw']
const partyOf = (action: ObjectionAction): Party => (OBJECTORS.includes(action) ? 'objector' : 'clerk')

describe.each(STATES)('an objection that is %s', (state) => {
  test.each(OBJECTION_ACTIONS)('%s', (action) => {
    const to = ALLOWED[state][action]
    const moved = moveObjection(state, action, { by: partyOf(action), note: '核对过原始凭证' })
    expect(moved).toEqual(to === undefined ? { ok: false, why: 'state' } : { ok: true, state: to })
    expect(actionsOn(state, partyOf(action)).includes(action)).toBe(to !== undefined)
  })

  test.each(OBJECTION_ACTIONS)('%s is not for the other party', (action) => {
    const other: Party = partyOf(action) === 'clerk' ? 'objector' : 'clerk'
    expect(moveObjection(state, action, { by: other, note: '理由' })).toEqual({ ok: false, why: 'party' })
    expect(actionsOn(state, other)).not.toContain(action)
  })
})

test.each(OBJECTION_ACTIONS)('%s says why where words are owed', (action) => {
  const state = STATES.find((s) => ALLOWED[s][action] !== undefined) ?? 'open'
  const moved = moveObjection(state, action, { by: partyOf(action), note: '  ' })
  expect(moved.ok).toBe(WITHOUT_WORDS.includes(action))
})

test('an answer is owed until it is given or no longer wanted', () => {
  expect(STATES.filter(isPending)).toEqual(['open', 'taken', 'awaiting-rule'])
})
