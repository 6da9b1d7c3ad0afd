import type { ErrorEntry } from '../http/error-entry.js'

export const DESK_ERRORS = {
  'call-note.not-found': {
    status: 404,
    message: { zh: '没有这条接听记录。', en: 'There is no such note of a call.' },
    next: { zh: '从记录列表进入。', en: 'Open it from the list.' },
  },
} as const satisfies Record<string, ErrorEntry>
