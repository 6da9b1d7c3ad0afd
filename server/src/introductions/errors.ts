import type { ErrorEntry } from '../http/error-entry.js'

export const INTRODUCTION_ERRORS = {
  'introduction.not-found': {
    status: 404,
    message: { zh: '没有这次对接。', en: 'There is no such introduction.' },
    next: { zh: '从对接列表进入。', en: 'Open it from the list.' },
  },
  'introduction.not-open': {
    status: 409,
    message: {
      zh: '这条需求没有发布，不能对接。',
      en: 'The need is not published; nobody can be introduced.',
    },
    next: { zh: '先发布需求。', en: 'Publish it first.' },
  },
  'introduction.self': {
    status: 422,
    message: { zh: '需求方和供给方是同一家。', en: 'Both sides are the same.' },
    next: { zh: '选择另一家。', en: 'Choose another.' },
  },
  'introduction.exists': {
    status: 409,
    message: { zh: '双方已经为这条需求对接过。', en: 'These two were introduced over this need before.' },
    next: {
      zh: '打开已有的对接；已经结束的可以重新发起。',
      en: 'Open the one that is there; one that ended can be reopened.',
    },
  },
  'introduction.capacity': {
    status: 409,
    message: {
      zh: '{name}手上已有 {open} 次对接，最多同时 {capacity} 次；为了谁都不被挤满，暂时不能再加。',
      en: '{name} has {open} introductions already, of {capacity} at a time, so that nobody is swamped.',
    },
    next: {
      zh: '换一家（匹配时会优先介绍手上少、所在县区机会少的），或者等其中一次结束；服务团队商得对方同意后可以例外发起。',
      en: 'Choose another: matches prefer who has fewer, of counties that had fewer. Or wait; the service team may propose it all the same once the other side said so.',
    },
  },
  'introduction.refuses-all': {
    status: 409,
    message: {
      zh: '{name}现在不接受对接。',
      en: '{name} takes no introductions now.',
    },
    next: { zh: '换一家；对方改变主意后可以再发起。', en: 'Choose another; ask again once it takes some.' },
  },
  'introduction.said': {
    status: 422,
    message: {
      zh: '替一方答复时，没有写明是谁、怎样告诉您的。',
      en: 'You answer for a side without saying who told you, and how.',
    },
    next: {
      zh: '填写对方答复的人，选择电话、走访、消息或来函。',
      en: 'Name who gave the answer, and choose telephone, visit, message or letter.',
    },
  },
  'introduction.reminded': {
    status: 409,
    message: { zh: '今天已经提醒过了。', en: 'They were reminded today already.' },
    next: { zh: '明天再提醒，或者直接打电话。', en: 'Remind them tomorrow, or call.' },
  },
  'introduction.party': {
    status: 403,
    message: { zh: '这一步不由您来做。', en: 'This step is not yours to take.' },
    next: {
      zh: '切换到对接的一方，或者请服务团队处理。',
      en: 'Act for one of the two sides, or ask the service team.',
    },
  },
  'introduction.state': {
    status: 409,
    message: {
      zh: '这次对接现在不能这样处理，可能有人已经处理过。',
      en: 'This cannot be done with the introduction as it stands; somebody may have acted on it already.',
    },
    next: { zh: '刷新后查看现状。', en: 'Reload it to see how it stands.' },
  },
  'introduction.note': {
    status: 422,
    message: { zh: '没有写明原因。', en: 'No reason is given.' },
    next: { zh: '写给另一方看。', en: 'Write it for the other side.' },
  },
  'introduction.day': {
    status: 422,
    message: {
      zh: '没有写明见面的日期，或日期已经过去。',
      en: 'The day of the meeting is missing or has passed.',
    },
    next: { zh: '选择今天或以后的日期。', en: 'Choose today or a later day.' },
  },
  'introduction.outcome': {
    status: 422,
    message: {
      zh: '没有选择结果，或者所选的结果与这一步不符。',
      en: 'The outcome is missing, or does not go with this step.',
    },
    next: {
      zh: '婉拒时选择原因；签约只能在见面之后登记。',
      en: 'A refusal names its reason; a contract follows a meeting.',
    },
  },
  'introduction.contract': {
    status: 422,
    message: {
      zh: '合同编号和金额只在签约时填写。',
      en: 'A contract’s number and amount go with a contract only.',
    },
    next: {
      zh: '把结果改为“已签订技术合同”，或者不填。',
      en: 'Set the outcome to a contract, or leave them out.',
    },
  },
  'introduction.twice': {
    status: 409,
    message: { zh: '您这一方已经同意过了。', en: 'Your side has agreed already.' },
    next: { zh: '等另一方答复。', en: 'Wait for the other side.' },
  },
} as const satisfies Record<string, ErrorEntry>
