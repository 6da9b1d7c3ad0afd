import type { ErrorEntry } from '../http/error-entry.js'

export const ASSESSMENT_ERRORS = {
  'list.not-found': {
    status: 404,
    message: { zh: '没有这份名单。', en: 'There is no such list.' },
    next: { zh: '从名单中选择，或新建一份。', en: 'Choose one, or make a new one.' },
  },
  'list.name': {
    status: 400,
    message: { zh: '名单没有名称。', en: 'The list has no name.' },
    next: { zh: '填写名称。', en: 'Give it a name.' },
  },
  'list.name-taken': {
    status: 409,
    message: { zh: '已有名为“{name}”的名单。', en: 'There already is a list “{name}”.' },
    next: { zh: '换一个名称。', en: 'Give it another name.' },
  },
  'list.definition': {
    status: 400,
    message: {
      zh: '没有说明名单里是哪些企业，或说了不止一种。',
      en: 'Which companies the list is of was not said, or in more than one way.',
    },
    next: {
      zh: '在筛选条件、导入和挑选的企业中给出一种。',
      en: 'Give a filter, an import or the companies picked: one of them.',
    },
  },
  'list.import': {
    status: 409,
    message: {
      zh: '这次导入尚未确认、已撤销，或其中的企业已不在库里。',
      en: 'This import is not confirmed, was taken back, or none of its companies is there any more.',
    },
    next: { zh: '先在导入页确认，再建名单。', en: 'Confirm it on the imports page first.' },
  },
  'list.subjects': {
    status: 409,
    message: { zh: '挑选的企业有的已不在库里。', en: 'Some of the companies picked are no longer there.' },
    next: { zh: '刷新后重新挑选。', en: 'Load the page again and pick anew.' },
  },
  'matrix.filter': {
    status: 400,
    message: { zh: '没有“{value}”这个筛选项。', en: 'There is nothing “{value}” to filter by.' },
    next: { zh: '从页面的选项中选择。', en: 'Choose one of the options of the page.' },
  },
  'matrix.pending': {
    status: 409,
    message: {
      zh: '还有 {count} 家企业正在重新测算。',
      en: 'The results of {count} companies are still being computed anew.',
    },
    next: { zh: '等测算完成后再导出。', en: 'Export once that is done.' },
  },
} as const satisfies Record<string, ErrorEntry>
