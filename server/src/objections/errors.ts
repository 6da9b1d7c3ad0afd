import type { ErrorEntry } from '../http/error-entry.js'

export const OBJECTION_ERRORS = {
  'objection.not-found': {
    status: 404,
    message: { zh: '没有这条异议。', en: 'There is no such objection.' },
    next: { zh: '从异议列表进入。', en: 'Open it from the list.' },
  },
} as const satisfies Record<string, ErrorEntry>
