import type { ErrorEntry } from '../http/error-entry.js'

export const ASSESSMENT_ERRORS = {
  'list.not-found': {
    status: 404,
    message: { zh: '没有这份名单。', en: 'There is no such list.' },
    next: { zh: '从名单中选择，或新建一份。', en: 'Choose one, or make a new one.' },
  },
} as const satisfies Record<string, ErrorEntry>
