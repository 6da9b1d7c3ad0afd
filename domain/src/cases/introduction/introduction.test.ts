import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  INTRODUCTION_ACTIONS,
  type Introduction,
  type IntroductionAction,
  type IntroductionEntry,
  type IntroductionParty,
  type IntroductionState,
  introductionActions,
  introductionOf,
  moveIntroduction,
  PROPOSED,
  waitsFor,
} from './introduction.js'
import { OUTCOME_CODES, OUTCOMES } from './outcome.js'

/** What is allowed, written apart from the code's own table: state → action → who. */
const SIDES = ['seeker', 'provider'] as const
const ALL = ['seeker', 'provider', 'broker'] as const
const BROKER = ['broker'] as const
const REMINDERS = ['broker', 'clock'] as const
type Allowed = Partial<Record<IntroductionAction, readonly IntroductionParty[]>>
const ALLOWED: Readonly<Record<IntroductionState, Allowed>> = {
  proposed: { accept: SIDES, decline: SIDES, lapse: ['clock'], withdraw: BROKER, remind: REMINDERS },
  agreed: { decline: SIDES, schedule: ALL, withdraw: BROKER },
  scheduled: { decline: SIDES, schedule: ALL, hold: ALL, miss: ALL, withdraw: BROKER, remind: REMINDERS },
  met: { conclude: ALL, remind: REMINDERS },
  signed: {},
  closed: { reopen: BROKER },
  declined: { reopen: BROKER },
  lapsed: { reopen: BROKER },
  withdrawn: { reopen: BROKER },
}
const STATES = Object.keys(ALLOWED) as IntroductionState[]
const PARTIES: readonly IntroductionParty[] = ['seeker', 'provider', 'broker', 'clock']

function whole(action: IntroductionAction, by: IntroductionParty): IntroductionEntry {
  return { action, by, note: '双方商定', meetsOn: '2026-12-01', outcome: 'price' }
}

describe.each(STATES)('an introduction that is %s', (state) => {
  const before: Introduction = { ...PROPOSED, state }
  for (const action of INTRODUCTION_ACTIONS)
    test.each(PARTIES)(`${action} by %s`, (by) => {
      const moved = moveIntroduction(before, whole(action, by))
      const allowed = ALLOWED[state][action]?.includes(by) ?? false
      expect(moved.ok).toBe(allowed)
      expect(introductionActions(before, by).includes(action)).toBe(allowed)
      const reachable = Object.values(ALLOWED).some((of) => of[action]?.includes(by))
      if (!moved.ok) expect(moved.why).toBe(reachable ? 'state' : 'party')
    })
})

test.each<[IntroductionEntry, string]>([
  [{ action: 'decline', by: 'seeker' }, 'outcome'],
  [{ action: 'decline', by: 'seeker', outcome: 'contract' }, 'outcome'],
  [{ action: 'withdraw', by: 'broker', note: ' ' }, 'note'],
])('what must be said is asked for: %o', (entry, why) => {
  expect(moveIntroduction(PROPOSED, entry)).toEqual({ ok: false, why })
})

test('what the team writes down for a side names who said so', () => {
  const accept = { action: 'accept', by: 'provider', onBehalf: true } as const
  expect(moveIntroduction(PROPOSED, accept)).toEqual({ ok: false, why: 'said' })
  expect(moveIntroduction(PROPOSED, { ...accept, said: { by: ' ', channel: 'phone' } }).ok).toBe(false)
  const said = { by: '技术转移中心 李老师（示例）', channel: 'phone' } as const
  expect(moveIntroduction(PROPOSED, { ...accept, said }).ok).toBe(true)
})

test('a meeting has a day', () => {
  const agreed: Introduction = { ...PROPOSED, state: 'agreed', accepted: ['seeker', 'provider'] }
  expect(moveIntroduction(agreed, { action: 'schedule', by: 'broker' })).toEqual({ ok: false, why: 'day' })
})

test('one side alone agrees to nothing, and not twice', () => {
  const one = moveIntroduction(PROPOSED, { action: 'accept', by: 'seeker' })
  expect(one).toEqual({ ok: true, introduction: { ...PROPOSED, accepted: ['seeker'] } })
  if (!one.ok) return
  expect(moveIntroduction(one.introduction, { action: 'accept', by: 'seeker' })).toEqual({
    ok: false,
    why: 'twice',
  })
  expect(introductionActions(one.introduction, 'seeker')).not.toContain('accept')
  expect(waitsFor(one.introduction)).toEqual(['provider'])
  const both = moveIntroduction(one.introduction, { action: 'accept', by: 'provider' })
  expect(both.ok && both.introduction.state).toBe('agreed')
})

test.each(OUTCOME_CODES)('a meeting that led to “%s”', (outcome) => {
  const met: Introduction = { ...PROPOSED, state: 'met', accepted: ['seeker', 'provider'] }
  const moved = moveIntroduction(met, { action: 'conclude', by: 'provider', outcome })
  const states = { signed: 'signed', open: 'met', without: 'closed' } as const
  expect(moved.ok && moved.introduction.state).toBe(states[OUTCOMES[outcome].ends])
  expect(moved.ok && moved.introduction.outcome).toBe(outcome)
})

test('what is proposed anew has nobody’s word yet', () => {
  const declined = introductionOf([
    { action: 'accept', by: 'seeker' },
    { action: 'decline', by: 'provider', outcome: 'no-capacity' },
  ])
  expect(declined).toMatchObject({ state: 'declined', outcome: 'no-capacity' })
  const again = moveIntroduction(declined, { action: 'reopen', by: 'broker', note: '下季度有余力' })
  expect(again.ok && again.introduction).toEqual(PROPOSED)
})

test('a log tells what the moves made, whatever was tried between', () => {
  const entry = fc.record({
    action: fc.constantFrom(...INTRODUCTION_ACTIONS),
    by: fc.constantFrom(...PARTIES),
    note: fc.constantFrom('为了试验', ' ', null),
    meetsOn: fc.constantFrom('2026-12-01', null),
    outcome: fc.constantFrom(...OUTCOME_CODES, null),
  })
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 30 }), (tries) => {
      const log: IntroductionEntry[] = []
      let now = PROPOSED
      for (const tried of tries) {
        const moved = moveIntroduction(now, tried)
        if (!moved.ok) continue
        log.push(tried)
        now = moved.introduction
      }
      expect(introductionOf(log)).toEqual(now)
      if (now.state !== 'proposed') return
      for (const by of waitsFor(now)) expect(introductionActions(now, by)).toContain('accept')
    }),
  )
})
