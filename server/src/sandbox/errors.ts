import type { ErrorEntry } from '../http/error-entry.js'

export const SANDBOX_ERRORS = {
  'sandbox.does-not-load': {
    status: 409,
    message: {
      zh: '这份文本还有错误，算不出结果：{problem}',
      en: 'The text has mistakes, so there is nothing to work out: {problem}',
    },
    next: { zh: '先改正标出的地方。', en: 'Correct what is marked first.' },
  },
} as const satisfies Record<string, ErrorEntry>
