import type { ErrorEntry } from '../http/error-entry.js'

export const LIBRARY_ERRORS = {
  'calendar.span': {
    status: 400,
    message: {
      zh: '{from} 至 {to} 不是两年以内的一段时间。',
      en: '{from} to {to} is no span of at most two years.',
    },
    next: { zh: '开始日期在前，最长两年。', en: 'Begin before the end, and ask for two years at most.' },
  },
  'calendar.empty': {
    status: 404,
    message: { zh: '“{id}”近期没有写明日期的申报通知。', en: '“{id}” has no call with dates near today.' },
    next: { zh: '查看政策页上的申报通知。', en: 'See the calls on its page.' },
  },
  'version.not-found': {
    status: 404,
    message: { zh: '“{id}”没有编号为 {snapshot} 的版本。', en: '“{id}” has no version {snapshot}.' },
    next: { zh: '从版本记录中选择。', en: 'Choose one from its versions.' },
  },
} as const satisfies Record<string, ErrorEntry>
