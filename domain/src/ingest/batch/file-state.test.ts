import { expect, test } from 'vitest'
import { afterRestart, FILE_ACTIONS, FILE_STATES, type FileState, isSettled, moveFile } from './index.js'

const ALLOWED: Readonly<Record<FileState, Readonly<Record<string, FileState>>>> = {
  awaited: { receive: 'queued', refuse: 'refused', cancel: 'cancelled' },
  queued: { take: 'reading', refuse: 'refused', cancel: 'cancelled', interrupt: 'interrupted' },
  reading: {
    finish: 'done',
    refuse: 'refused',
    cancel: 'cancelled',
    interrupt: 'interrupted',
    resume: 'queued',
  },
  done: {},
  refused: { receive: 'queued', again: 'queued' },
  cancelled: { receive: 'queued', again: 'queued' },
  interrupted: { receive: 'queued', again: 'queued' },
}

test.each(FILE_STATES.flatMap((state) => FILE_ACTIONS.map((action) => [state, action] as const)))(
  'a file that is %s: %s',
  (state, action) => {
    expect(moveFile(state, action)).toBe(ALLOWED[state][action] ?? null)
  },
)

test('what is settled waits for a person', () => {
  expect(FILE_STATES.filter(isSettled)).toEqual(['done', 'refused', 'cancelled', 'interrupted'])
})

test('after a restart files go on, but for those that are gone or that ended the server twice', () => {
  expect(afterRestart('reading', 1, true)).toBe('resume')
  expect(afterRestart('reading', 2, true)).toBe('interrupt')
  expect(afterRestart('reading', 1, false)).toBe('interrupt')
  expect(afterRestart('queued', 0, true)).toBeNull()
  expect(afterRestart('queued', 0, false)).toBe('interrupt')
  for (const state of ['awaited', 'done', 'refused', 'cancelled', 'interrupted'] as const)
    expect(afterRestart(state, 1, false)).toBeNull()
})
