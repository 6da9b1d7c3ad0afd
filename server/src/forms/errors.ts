import type { ErrorEntry } from '../http/error-entry.js'

export const FORM_ERRORS = {
  'form.not-available': {
    status: 404,
    message: { zh: '项目“{id}”没有自评表。', en: '“{id}” has no self-assessment form.' },
    next: { zh: '从自评表列表中选择。', en: 'Choose one from the list of forms.' },
  },
} as const satisfies Record<string, ErrorEntry>
