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
  'sandbox.newer': {
    status: 409,
    message: {
      zh: '同一项目已有更新的试算请求，这一个不再计算。',
      en: 'A newer question about the same programme has come; this one is not worked out.',
    },
    next: { zh: '以最新一次的结果为准。', en: 'Take the answer to the newest one.' },
  },
} as const satisfies Record<string, ErrorEntry>
