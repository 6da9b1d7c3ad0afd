import { describe, expect, test } from 'vitest'
import {
  DRAFT_ACTIONS,
  DRAFT_MOVES,
  DRAFT_STATES,
  type DraftAction,
  type DraftState,
  decideDraft,
  draftActionsFor,
} from './draft-state.js'

const AUTHOR = '林晓（示例）'
const OTHER = '陈一诺（示例）'
const NOTE = '理由'

/** What may be done in each state, by anybody who wrote none of it and gives a reason. */
const ALLOWED: Readonly<Record<DraftState, Partial<Record<DraftAction, DraftState>>>> = {
  draft: { save: 'draft', rebase: 'draft', submit: 'review', discard: 'discarded' },
  review: { return: 'draft', sign: 'signed', discard: 'discarded' },
  signed: { return: 'draft', publish: 'published', discard: 'discarded' },
  published: { withdraw: 'withdrawn', replace: 'replaced' },
  replaced: { restore: 'published' },
  withdrawn: {},
  discarded: {},
}

describe.each(DRAFT_STATES)('in state %s', (state) => {
  test.each(DRAFT_ACTIONS)('%s', (action) => {
    const to = ALLOWED[state][action]
    const decision = decideDraft(action, { state, authors: [AUTHOR] }, { name: OTHER, note: NOTE })
    if (to !== undefined) expect(decision).toEqual({ ok: true, to })
    else expect(decision).toEqual({ ok: false, refusal: { why: 'state', from: DRAFT_MOVES[action].from } })
  })
})

test('nobody signs a text of which he wrote a part', () => {
  const draft = { state: 'review', authors: ['甲', AUTHOR] } as const
  expect(decideDraft('sign', draft, { name: AUTHOR })).toEqual({
    ok: false,
    refusal: { why: 'own', authors: ['甲', AUTHOR] },
  })
  expect(decideDraft('sign', draft, { name: OTHER })).toEqual({ ok: true, to: 'signed' })
})

test.each(['return', 'withdraw', 'discard'] as const)('%s wants a reason', (action) => {
  const [state = 'draft'] = DRAFT_MOVES[action].from
  const refusal = { ok: false, refusal: { why: 'note' } }
  expect(decideDraft(action, { state, authors: [] }, { name: OTHER })).toEqual(refusal)
  expect(decideDraft(action, { state, authors: [] }, { name: OTHER, note: '  ' })).toEqual(refusal)
})

test('the author is offered all but signing; what other drafts do is offered to nobody', () => {
  const review = { state: 'review', authors: [AUTHOR] } as const
  expect(draftActionsFor(review, AUTHOR)).toEqual(['return', 'discard'])
  expect(draftActionsFor(review, OTHER)).toEqual(['return', 'sign', 'discard'])
  expect(draftActionsFor({ state: 'replaced', authors: [] }, OTHER)).toEqual([])
})
