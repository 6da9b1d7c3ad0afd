import type { ErrorEntry } from '../http/error-entry.js'

export const NOTICE_ERRORS = {
  'follow.not-found': {
    status: 404,
    message: { zh: '没有这项关注。', en: 'Nothing like this is followed.' },
    next: { zh: '从关注列表中选择。', en: 'Choose one from the list.' },
  },
} as const satisfies Record<string, ErrorEntry>
