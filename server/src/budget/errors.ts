import type { ErrorEntry } from '../http/error-entry.js'

export const BUDGET_ERRORS = {
  'budget.pays-nothing': {
    status: 422,
    message: { zh: '政策“{id}”不涉及资金。', en: '“{id}” pays nothing.' },
    next: { zh: '选择有资助标准的政策。', en: 'Choose programmes that pay.' },
  },
  'budget.amount': {
    status: 400,
    message: { zh: '预算金额无法读取。', en: 'The budget cannot be read.' },
    next: { zh: '填写不小于零的金额，最多到分。', en: 'Give an amount of nought or more, exact to the fen.' },
  },
  'budget.no-score': {
    status: 422,
    message: { zh: '这项政策没有评分，不能按得分排序。', en: 'This programme has no score to rank by.' },
    next: { zh: '改用先到先得或按比例压减。', en: 'Allocate first come, or in proportion.' },
  },
} as const satisfies Record<string, ErrorEntry>
