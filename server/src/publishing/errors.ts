import type { ErrorEntry } from '../http/error-entry.js'

export const PUBLISHING_ERRORS = {
  'draft.not-found': {
    status: 404,
    message: { zh: '没有这份草稿。', en: 'There is no such draft.' },
    next: { zh: '从草稿列表进入。', en: 'Open it from the list of drafts.' },
  },
} as const satisfies Record<string, ErrorEntry>
