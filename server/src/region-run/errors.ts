import type { ErrorEntry } from '../http/error-entry.js'

export const RUN_ERRORS = {
  'run.running': {
    status: 409,
    message: { zh: '本地区的全区测算正在进行。', en: 'A run of this region is going on.' },
    next: { zh: '等它完成，或先取消它。', en: 'Wait until it is done, or cancel it first.' },
  },
  'run.not-found': {
    status: 404,
    message: { zh: '没有编号为 {id} 的测算。', en: 'There is no run {id}.' },
    next: { zh: '从测算列表中选择。', en: 'Choose one of the list.' },
  },
  'run.not-running': {
    status: 409,
    message: { zh: '这次测算已经结束，不能取消。', en: 'This run has ended and cannot be cancelled.' },
    next: { zh: '查看它的结果，或重新测算。', en: 'Look at what it found, or start another one.' },
  },
  'run.date': {
    status: 400,
    message: { zh: '“{on}”不是日期。', en: '“{on}” is no date.' },
    next: { zh: '写成 2026-11-24。', en: 'Write 2026-11-24.' },
  },
} as const satisfies Record<string, ErrorEntry>
