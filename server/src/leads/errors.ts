import type { ErrorEntry } from '../http/error-entry.js'

export const LEAD_ERRORS = {
  'leads.not-found': {
    status: 404,
    message: { zh: '没有这份线索名单。', en: 'There is no such list of leads.' },
    next: { zh: '从名单列表中选择。', en: 'Choose one from the lists.' },
  },
  'leads.not-in-force': {
    status: 409,
    message: { zh: '政策“{id}”在 {on} 不在有效期内。', en: '“{id}” is not in force on {on}.' },
    next: { zh: '换一项政策。', en: 'Choose another programme.' },
  },
  'leads.nothing': {
    status: 409,
    message: { zh: '没有符合条件的主体，无可冻结。', en: 'Nobody qualifies: there is nothing to freeze.' },
    next: {
      zh: '查看剔除原因；核查或补充登记数据后再试。',
      en: 'See why others are excluded; check them or bring the register up to date, and try again.',
    },
  },
  'leads.changed': {
    status: 409,
    message: {
      zh: '预览之后数据有变化，名单与预览的不一样。',
      en: 'Something was written since the preview: the list is another one.',
    },
    next: { zh: '重新预览，核对后再冻结。', en: 'Look at the preview again before freezing.' },
  },
  'leads.state': {
    status: 409,
    message: {
      zh: '名单现在的状态是“{state}”，不能这样操作。',
      en: 'This cannot be done with a list that is “{state}”.',
    },
    next: { zh: '刷新后查看现状。', en: 'Reload it to see how it stands.' },
  },
  'leads.note': {
    status: 422,
    message: { zh: '没有写明撤回的理由。', en: 'No reason is given for withdrawing it.' },
    next: { zh: '写明为什么撤回。', en: 'Say why it is withdrawn.' },
  },
  'leads.another': {
    status: 409,
    message: { zh: '这项政策已有另一份有效名单。', en: 'Another list of this programme stands.' },
    next: { zh: '先撤回那一份。', en: 'Withdraw that one first.' },
  },
  'leads.other-programme': {
    status: 422,
    message: { zh: '两份名单不是同一项政策的。', en: 'The two lists are of different programmes.' },
    next: { zh: '选择同一政策的名单比较。', en: 'Compare lists of one programme.' },
  },
} as const satisfies Record<string, ErrorEntry>
