/** How far a file of a batch is. */
export const FILE_STATES = [
  'awaited',
  'queued',
  'reading',
  'done',
  'refused',
  'cancelled',
  'interrupted',
] as const
export type FileState = (typeof FILE_STATES)[number]

/** `receive` by whom has the file, `again` where it is still here; the others by whom reads it or calls it off. */
export const FILE_ACTIONS = [
  'receive',
  'take',
  'finish',
  'refuse',
  'cancel',
  'interrupt',
  'resume',
  'again',
] as const
export type FileAction = (typeof FILE_ACTIONS)[number]

interface Move {
  readonly from: readonly FileState[]
  readonly to: FileState
}

export const FILE_MOVES: Readonly<Record<FileAction, Move>> = {
  receive: { from: ['awaited', 'refused', 'cancelled', 'interrupted'], to: 'queued' },
  take: { from: ['queued'], to: 'reading' },
  finish: { from: ['reading'], to: 'done' },
  refuse: { from: ['awaited', 'queued', 'reading'], to: 'refused' },
  cancel: { from: ['awaited', 'queued', 'reading'], to: 'cancelled' },
  interrupt: { from: ['queued', 'reading'], to: 'interrupted' },
  resume: { from: ['reading'], to: 'queued' },
  again: { from: ['refused', 'cancelled', 'interrupted'], to: 'queued' },
}

/** The state that an action leads to; null where it may not be taken now. */
export function moveFile(state: FileState, action: FileAction): FileState | null {
  const { from, to } = FILE_MOVES[action]
  return from.includes(state) ? to : null
}

/** Nothing more happens to it by itself. */
export function isSettled(state: FileState): boolean {
  return !FILE_MOVES.cancel.from.includes(state)
}

/** A file during which the server ended twice is not taken a third time: it may be what ended it. */
export const MOST_ATTEMPTS = 2

/** What becomes of a file that a server which ended left behind. */
export function afterRestart(state: FileState, attempts: number, isHere: boolean): FileAction | null {
  if (state !== 'reading' && state !== 'queued') return null
  if (!isHere) return 'interrupt'
  if (state === 'queued') return null
  return attempts < MOST_ATTEMPTS ? 'resume' : 'interrupt'
}
