import type { ErrorEntry } from '../http/error-entry.js'

export const ASSIGNMENT_ERRORS = {
  'assignment.not-found': {
    status: 404,
    message: { zh: '没有这一轮分配。', en: 'There is no such round of assignment.' },
    next: { zh: '从列表中选择。', en: 'Choose one from the list.' },
  },
  'assignment.state': {
    status: 409,
    message: {
      zh: '这一轮现在不能这样处理，可能有人已经处理过。',
      en: 'This cannot be done with the round as it stands; somebody may have acted on it.',
    },
    next: { zh: '刷新页面看现在的状态。', en: 'Load the page again to see how it stands.' },
  },
  'assignment.running': {
    status: 409,
    message: { zh: '这一轮正在计算。', en: 'This round is being computed.' },
    next: { zh: '等它算完，或先停止。', en: 'Wait until it is done, or stop it first.' },
  },
  'assignment.not-running': {
    status: 409,
    message: { zh: '这一轮没有在计算。', en: 'This round is not being computed.' },
    next: { zh: '刷新页面看结果。', en: 'Load the page again to see what it came to.' },
  },
  'assignment.changed': {
    status: 409,
    message: { zh: '您看过之后又重新计算过。', en: 'It was computed again since you looked at it.' },
    next: { zh: '刷新页面，核对新结果后再确认。', en: 'Load the page again, check it, then confirm.' },
  },
  'assignment.rows': {
    status: 422,
    message: {
      zh: '有 {count} 处不能使用，什么都没有写入。',
      en: '{count} rows cannot be used; nothing was written.',
    },
    next: {
      zh: '按列出的位置改正后重新上传。',
      en: 'Correct them where they are named and upload it again.',
    },
  },
  'assignment.json': {
    status: 422,
    message: { zh: 'JSON 文件无法读取：{why}', en: 'The JSON file cannot be read: {why}' },
    next: { zh: '按模板说明的格式重新生成。', en: 'Write it in the form that the guide gives.' },
  },
  'assignment.nothing': {
    status: 409,
    message: { zh: '这一轮没有名单。', en: 'Nobody is in this round.' },
    next: { zh: '新建一轮，上传名单。', en: 'Make a new round and upload who is in it.' },
  },
  'assignment.nobody': {
    status: 409,
    message: { zh: '登记库里有一方没有人。', en: 'The registry has nobody for one of the sides.' },
    next: { zh: '先导入这类资源，或上传名单。', en: 'Import such resources first, or upload a file.' },
  },
  'assignment.many': {
    status: 409,
    message: {
      zh: '登记库里有一方超过 5000 个。',
      en: 'The registry has more than 5,000 for one of the sides.',
    },
    next: { zh: '改用上传名单的方式。', en: 'Upload a file of them instead.' },
  },
  'assignment.silent': {
    status: 422,
    message: {
      zh: '没有填意愿和评分的组合太多，无法逐对比较。',
      en: 'Too many of both sides said nothing to be compared one by one.',
    },
    next: { zh: '补充意愿或评分，或按区县分批。', en: 'Add wishes or scores, or assign county by county.' },
  },
  'assignment.pins-full': {
    status: 409,
    message: {
      zh: '指定的组合超过了一方的名额。',
      en: 'More pairs are pinned than one of them has room for.',
    },
    next: { zh: '撤销其中一个指定，再重新计算。', en: 'Take one of them back and compute again.' },
  },
  'assignment.faults': {
    status: 422,
    message: { zh: '名单里的数值无法计算。', en: 'The figures of the round cannot be computed with.' },
    next: { zh: '检查名额和评分后重新上传。', en: 'Check capacities and scores and upload it again.' },
  },
  'assignment.member': {
    status: 422,
    message: { zh: '名单里没有“{code}”。', en: 'There is no “{code}” in this round.' },
    next: { zh: '从名单中选择。', en: 'Choose one of the list.' },
  },
  'assignment.adjusted-twice': {
    status: 409,
    message: { zh: '这一对已经指定或排除过。', en: 'These two are pinned or kept apart already.' },
    next: { zh: '先撤销原来的，再改。', en: 'Take that back first.' },
  },
  'assignment.adjustment': {
    status: 409,
    message: { zh: '没有这项调整，或已经撤销。', en: 'There is no such adjustment, or it was taken back.' },
    next: { zh: '刷新页面看现有的调整。', en: 'Load the page again to see those that hold.' },
  },
} as const satisfies Record<string, ErrorEntry>
