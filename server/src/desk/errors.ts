import type { ErrorEntry } from '../http/error-entry.js'

export const DESK_ERRORS = {
  'call-note.not-found': {
    status: 404,
    message: { zh: '没有这条接听记录。', en: 'There is no such note of a call.' },
    next: { zh: '从记录列表进入。', en: 'Open it from the list.' },
  },
  'call-note.empty': {
    status: 422,
    message: { zh: '问题和答复都要写。', en: 'Both the question and the answer are needed.' },
    next: { zh: '写明对方问了什么、怎样答复。', en: 'Say what was asked and what was answered.' },
  },
} as const satisfies Record<string, ErrorEntry>
