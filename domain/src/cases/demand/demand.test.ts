import { describe, expect, test } from 'vitest'
import {
  DEMAND_ACTIONS,
  type DemandAction,
  type DemandParty,
  type DemandState,
  demandActions,
  EMPTY_DEMAND,
  isEditable,
  lacking,
  moveDemand,
} from './demand.js'

const WRITTEN = {
  ...EMPTY_DEMAND,
  title: '铝合金焊缝强度不足',
  problem: '焊后强度掉三成',
  contact: '林晓',
}

/** What is allowed, written apart from the code's own table: state → action → state after. */
const ALLOWED: Readonly<Record<DemandState, Partial<Record<DemandAction, DemandState>>>> = {
  draft: { publish: 'published', withdraw: 'withdrawn' },
  published: { pause: 'paused', solve: 'solved', withdraw: 'withdrawn', expire: 'expired' },
  paused: { resume: 'published', solve: 'solved', withdraw: 'withdrawn', expire: 'expired' },
  solved: { reopen: 'draft' },
  withdrawn: { reopen: 'draft' },
  expired: { reopen: 'draft' },
}
const STATES = Object.keys(ALLOWED) as DemandState[]
const PARTIES: readonly DemandParty[] = ['owner', 'broker', 'clock']

describe.each(STATES)('a need that is %s', (state) => {
  for (const action of DEMAND_ACTIONS)
    test.each(PARTIES)(`${action} by %s`, (by) => {
      const mayEver = (by === 'clock') === (action === 'expire')
      const to = ALLOWED[state][action]
      const moved = moveDemand(state, action, { by, note: '已与高校签约', demand: WRITTEN })
      if (!mayEver) expect(moved).toEqual({ ok: false, why: 'party' })
      else expect(moved).toEqual(to === undefined ? { ok: false, why: 'state' } : { ok: true, state: to })
      expect(demandActions(state, by).includes(action)).toBe(mayEver && to !== undefined)
    })
})

test('what nobody could answer is not published, and what it lacks is named', () => {
  expect(lacking(EMPTY_DEMAND)).toEqual(['title', 'problem', 'contact'])
  const blank = { ...WRITTEN, problem: '　\n' }
  expect(moveDemand('draft', 'publish', { by: 'owner', note: null, demand: blank })).toEqual({
    ok: false,
    why: 'incomplete',
    lacks: ['problem'],
  })
})

test('how it was solved is said', () => {
  const moved = moveDemand('published', 'solve', { by: 'owner', note: ' ', demand: WRITTEN })
  expect(moved).toEqual({ ok: false, why: 'note' })
})

test('what is over stays as it was', () => {
  expect(STATES.filter(isEditable)).toEqual(['draft', 'published', 'paused'])
})
