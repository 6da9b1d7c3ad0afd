import type { ErrorEntry } from '../http/error-entry.js'

export const WEBHOOK_ERRORS = {
  'webhook.not-found': {
    status: 404,
    message: { zh: '没有这个推送地址。', en: 'There is no such webhook.' },
    next: { zh: '从列表中选择。', en: 'Choose one from the list.' },
  },
  'webhook.url': {
    status: 400,
    message: { zh: '推送地址“{url}”不能用。', en: '“{url}” cannot be told anything.' },
    next: {
      zh: '写 https:// 或 http:// 开头的外部地址，不带用户名和密码。',
      en: 'Give an outer address that begins with https:// or http://, without user and password.',
    },
  },
  'webhook.kind': {
    status: 400,
    message: { zh: '没有“{kind}”这类资源。', en: 'There is no kind “{kind}”.' },
    next: { zh: '从 GET /kinds 中选择。', en: 'Choose one of GET /kinds.' },
  },
  'webhook.too-many': {
    status: 409,
    message: {
      zh: '推送地址已有 {count} 个，不能再加。',
      en: 'There are {count} webhooks already: no more.',
    },
    next: { zh: '先删除不用的。', en: 'Remove one that is not used.' },
  },
} as const satisfies Record<string, ErrorEntry>
