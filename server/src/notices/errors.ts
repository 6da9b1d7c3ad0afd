import type { ErrorEntry } from '../http/error-entry.js'

export const NOTICE_ERRORS = {
  'follow.not-found': {
    status: 404,
    message: { zh: '没有这项关注。', en: 'Nothing like this is followed.' },
    next: { zh: '从关注列表中选择。', en: 'Choose one from the list.' },
  },
  'follow.exists': {
    status: 409,
    message: { zh: '已经关注了。', en: 'This is followed already.' },
    next: { zh: '在“提醒”页修改邮箱或提前天数。', en: 'Change its address or days under “Notices”.' },
  },
  'follow.email': {
    status: 422,
    message: { zh: '“{email}”不是电子邮箱地址。', en: '“{email}” is no e-mail address.' },
    next: {
      zh: '写成 name@example.org 的形式，或留空。',
      en: 'Write it as name@example.org, or leave it empty.',
    },
  },
  'follow.token': {
    status: 404,
    message: { zh: '这个退订链接无效。', en: 'This link to unfollow is not valid.' },
    next: { zh: '打开最近一封邮件中的链接。', en: 'Use the link of the latest mail.' },
  },
} as const satisfies Record<string, ErrorEntry>
