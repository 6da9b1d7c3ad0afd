import type { ErrorEntry } from '../http/error-entry.js'

/** Why what was said of an indicator was not kept. */
export const INDICATOR_ERRORS = {
  'indicator.name-empty': {
    status: 422,
    message: { zh: '名称里没有文字。', en: 'The name has no letters.' },
    next: { zh: '填写指标的名称，例如“技术合同成交额”。', en: 'Give the name of the indicator.' },
  },
  'indicator.naming-not-found': {
    status: 404,
    message: { zh: '没有这次更正，或它已撤销。', en: 'There is no such change, or it was undone.' },
    next: { zh: '从更正记录中选择。', en: 'Choose one from the history.' },
  },
  'indicator.changed-since': {
    status: 409,
    message: {
      zh: '之后又有人改过：{subjects}。',
      en: 'Somebody has said something else since of: {subjects}.',
    },
    next: {
      zh: '先撤销之后的更正，或直接改成需要的名称。',
      en: 'Undo the later change first, or name it anew.',
    },
  },
} as const satisfies Record<string, ErrorEntry>
