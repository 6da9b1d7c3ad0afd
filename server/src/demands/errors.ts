import type { ErrorEntry } from '../http/error-entry.js'

export const DEMAND_ERRORS = {
  'demand.not-found': {
    status: 404,
    message: { zh: '没有这条需求，或者它没有公开。', en: 'There is no such need, or it is not public.' },
    next: { zh: '从需求列表进入。', en: 'Open it from the list.' },
  },
  'demand.not-yours': {
    status: 403,
    message: {
      zh: '只有提出需求的企业和服务团队可以这样做。',
      en: 'Only the company whose need it is, and its service team, may do this.',
    },
    next: { zh: '切换到提出需求的企业。', en: 'Act for the company whose need it is.' },
  },
  'demand.state': {
    status: 409,
    message: {
      zh: '这条需求现在不能这样处理，可能有人已经处理过。',
      en: 'This cannot be done with the need as it stands; somebody may have acted on it already.',
    },
    next: { zh: '刷新后查看现状。', en: 'Reload it to see how it stands.' },
  },
  'demand.note': {
    status: 422,
    message: { zh: '没有写明是怎样解决的。', en: 'How it was solved is not said.' },
    next: { zh: '写明由谁、以什么方式解决。', en: 'Say by whom and how.' },
  },
  'demand.incomplete': {
    status: 422,
    message: { zh: '还不能发布，缺少：{lacks}。', en: 'It cannot be published yet; it lacks: {lacks}.' },
    next: { zh: '补上之后再发布。', en: 'Fill these in, then publish.' },
  },
  'demand.changed': {
    status: 409,
    message: {
      zh: '这条需求刚被别人改过，您的改动没有保存。',
      en: 'Somebody changed this need meanwhile; your change was not saved.',
    },
    next: {
      zh: '刷新后再改；您写的内容还在页面上。',
      en: 'Reload and change it again; your words are still on the page.',
    },
  },
  'demand.visit': {
    status: 422,
    message: {
      zh: '走访登记要写明走访日期（不晚于今天）和口述人，由服务团队登记。',
      en: 'A need told on a visit has its day, not one to come, and who told it; the service team writes it down.',
    },
    next: { zh: '补上日期和口述人。', en: 'Give the day and who told it.' },
  },
  'demand.expired': {
    status: 422,
    message: { zh: '“何时要用”已经过去：{day}。', en: 'The day by which it is needed has passed: {day}.' },
    next: { zh: '改成以后的日期，或者不填。', en: 'Set a later day, or none.' },
  },
} as const satisfies Record<string, ErrorEntry>
