import { expect, test } from 'vitest'
import { type Introduction, PROPOSED } from './introduction.js'
import { isReminderDue } from './reminder.js'

const met: Introduction = {
  state: 'met',
  accepted: ['seeker', 'provider'],
  meetsOn: '2026-11-20',
  outcome: null,
}
const agreed: Introduction = { ...met, state: 'agreed' }

// 2026-12-02 is a Wednesday, 2026-11-30 a Monday.
test.each([
  ['two days before', PROPOSED, '2026-12-02', null, '2026-11-30', false],
  ['the day before', PROPOSED, '2026-12-02', null, '2026-12-01', true],
  ['over a weekend', PROPOSED, '2026-11-30', null, '2026-11-27', true],
  ['when it is late', met, '2026-11-20', null, '2026-12-01', true],
  ['a second time', PROPOSED, '2026-12-02', '2026-12-02', '2026-12-01', false],
  ['of a later day', PROPOSED, '2026-12-02', '2026-11-20', '2026-12-01', true],
  ['where it waits for the team', agreed, '2026-12-02', null, '2026-12-01', false],
  ['without a day', PROPOSED, null, null, '2026-12-01', false],
] as const)('%s', (_, introduction, dueOn, remindedFor, today, due) => {
  expect(isReminderDue({ introduction, dueOn, remindedFor }, today)).toBe(due)
})
