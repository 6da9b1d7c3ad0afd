import type { ErrorEntry } from '../http/error-entry.js'

export const SEARCH_ERRORS = {
  'search.not-saved': {
    status: 404,
    message: { zh: '没有保存过这项搜索。', en: 'No such search was saved.' },
    next: { zh: '从已保存的搜索中选择。', en: 'Choose one that is saved.' },
  },
  'search.too-many': {
    status: 409,
    message: { zh: '最多保存 {most} 项搜索。', en: 'At most {most} searches can be saved.' },
    next: { zh: '先删除不用的。', en: 'Delete one that is not needed.' },
  },
} as const satisfies Record<string, ErrorEntry>
