import type { ErrorEntry } from '../http/error-entry.js'

export const OBJECTION_ERRORS = {
  'objection.not-found': {
    status: 404,
    message: { zh: '没有这条异议。', en: 'There is no such objection.' },
    next: { zh: '从异议列表进入。', en: 'Open it from the list.' },
  },
  'objection.reason': {
    status: 422,
    message: { zh: '没有写明理由。', en: 'No reason is given.' },
    next: { zh: '写明哪里不对、依据是什么。', en: 'Say what is wrong and what shows it.' },
  },
  'objection.condition': {
    status: 422,
    message: {
      zh: '这项政策没有这个条件：{condition}',
      en: 'The programme has no such condition: {condition}',
    },
    next: {
      zh: '刷新页面，规则可能已经更新。',
      en: 'Reload the page: the rule may have changed since.',
    },
  },
  'objection.exists': {
    status: 409,
    message: { zh: '同一处已有一条尚未答复的异议。', en: 'An objection to the same is still open.' },
    next: {
      zh: '打开已有的异议查看；要改写，先撤回再重新提出。',
      en: 'See the one that is there; to word it anew, withdraw it first.',
    },
  },
  'objection.state': {
    status: 409,
    message: {
      zh: '这条异议现在不能这样处理，可能有人已经处理过。',
      en: 'This cannot be done with the objection as it stands; somebody may have acted on it already.',
    },
    next: { zh: '刷新后查看现状。', en: 'Reload it to see how it stands.' },
  },
  'objection.note': {
    status: 422,
    message: { zh: '没有写明答复或理由。', en: 'Neither an answer nor a reason is given.' },
    next: {
      zh: '写给提出异议的人看，说清依据。',
      en: 'Write it for whoever objected, with what it rests on.',
    },
  },
  'objection.fact-same': {
    status: 409,
    message: { zh: '更正后的值与现有的一样。', en: 'The corrected value is the one already there.' },
    next: {
      zh: '核对要更正的是哪一项；如果数据无误，请直接答复。',
      en: 'Check which value is meant; if the data are right, answer instead.',
    },
  },
  'objection.rule-same': {
    status: 409,
    message: {
      zh: '项目“{id}”的规则还没有发布新的版本。',
      en: 'No other version of “{id}” has been published since.',
    },
    next: { zh: '先在“起草发布”中修改并发布。', en: 'Correct and publish it first.' },
  },
} as const satisfies Record<string, ErrorEntry>
