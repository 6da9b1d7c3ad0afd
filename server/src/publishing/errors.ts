import type { ErrorEntry } from '../http/error-entry.js'

export const PUBLISHING_ERRORS = {
  'snapshot.not-found': {
    status: 404,
    message: { zh: '没有编号为 {id} 的政策库版本。', en: 'There is no state {id} of the library.' },
    next: { zh: '从政策的版本记录进入。', en: 'Open it from the versions of a programme.' },
  },
  'snapshot.unreadable': {
    status: 409,
    message: {
      zh: '这一版政策库的文件不能按现在的写法读取：{problem}',
      en: 'The files of that state cannot be read in the present form: {problem}',
    },
    next: {
      zh: '原文仍完整保存；用当时的科惠版本可以读取。',
      en: 'The texts are kept whole; the Kehui of that time reads them.',
    },
  },
  'draft.not-found': {
    status: 404,
    message: { zh: '没有这份草稿。', en: 'There is no such draft.' },
    next: { zh: '从草稿列表进入。', en: 'Open it from the list of drafts.' },
  },
} as const satisfies Record<string, ErrorEntry>
