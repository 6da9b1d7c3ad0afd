import type { ErrorEntry } from '../http/error-entry.js'

export const MATCHING_AUDIT_ERRORS = {
  'ranking.nothing-learned': {
    status: 409,
    message: {
      zh: '有结果的对接还太少，或者结果都一样，学不出权重。',
      en: 'Too few introductions have an outcome, or all the same; nothing can be learned.',
    },
    next: {
      zh: '至少要 {least} 次有明确结果的对接，合适与不合适的都要有。',
      en: 'It takes {least} introductions at least whose outcome tells, some that fitted and some that did not.',
    },
  },
  'ranking.changed': {
    status: 409,
    message: {
      zh: '看到的权重表已经过时：其间有新的结果。',
      en: 'The table that was seen is out of date: outcomes came in since.',
    },
    next: { zh: '刷新后重新核对，再启用。', en: 'Reload, look at it again, then put it in force.' },
  },
  'ranking.test-first': {
    status: 409,
    message: {
      zh: '已有测试集，启用前要先在上面比较。',
      en: 'There is a test set: weights are compared on it before they go live.',
    },
    next: { zh: '选择一个测试集。', en: 'Choose one.' },
  },
  'ranking.not-found': {
    status: 404,
    message: { zh: '没有这一版权重。', en: 'There are no such weights.' },
    next: { zh: '从历史列表选择。', en: 'Choose from the history.' },
  },
  'ranking.taken-back': {
    status: 409,
    message: { zh: '这一版权重已经撤回。', en: 'These weights were taken back already.' },
    next: { zh: '刷新后查看现状。', en: 'Reload to see how it stands.' },
  },
  'test-set.empty': {
    status: 409,
    message: {
      zh: '还没有可用的需求：要有两家以上对接过、结果明确且至少一家合适。',
      en: 'No need can be used yet: it takes two sides or more whose outcome tells, one of which fitted.',
    },
    next: { zh: '等更多对接有了结果再冻结。', en: 'Freeze one when more introductions have an outcome.' },
  },
  'test-set.not-found': {
    status: 404,
    message: { zh: '没有这个测试集。', en: 'There is no such test set.' },
    next: { zh: '从列表选择。', en: 'Choose from the list.' },
  },
} as const satisfies Record<string, ErrorEntry>
