import type { ErrorEntry } from '../http/error-entry.js'

export const DUPLICATE_ERRORS = {
  'duplicates.not-found': {
    status: 404,
    message: { zh: '没有这一对记录。', en: 'There is no such pair.' },
    next: { zh: '从疑似重复列表进入。', en: 'Open it from the list of duplicates.' },
  },
  'duplicates.state': {
    status: 409,
    message: {
      zh: '这一对现在不能这样处理，可能有人已经处理过。',
      en: 'This cannot be done with the pair as it stands; somebody may have decided already.',
    },
    next: { zh: '刷新后查看现状。', en: 'Reload it to see how it stands.' },
  },
  'duplicates.note': {
    status: 422,
    message: { zh: '没有写明撤销的理由。', en: 'No reason is given for taking the merge back.' },
    next: { zh: '写明为什么不是同一主体。', en: 'Say why the two are not one.' },
  },
  'duplicates.keep': {
    status: 422,
    message: { zh: '要保留的主体不是这一对中的任何一个。', en: 'What is to be kept is neither of the two.' },
    next: { zh: '在左右两个中选择一个。', en: 'Choose the left or the right one.' },
  },
  'duplicates.gone': {
    status: 409,
    message: { zh: '其中一个主体已被删除。', en: 'One of the two was removed.' },
    next: { zh: '刷新列表。', en: 'Reload the list.' },
  },
  'duplicates.merged-already': {
    status: 409,
    message: { zh: '其中一个已经合并到别处。', en: 'One of the two was merged into another already.' },
    next: { zh: '刷新列表，按合并后的主体判断。', en: 'Reload the list and decide about the merged one.' },
  },
  'duplicates.later-merge': {
    status: 409,
    message: {
      zh: '合并之后又并入了另一个主体，须先撤销后一次合并。',
      en: 'It was merged into another one since; that merge must be taken back first.',
    },
    next: { zh: '在“已合并”中先撤销较晚的一次。', en: 'Take back the later merge under “merged” first.' },
  },
  'duplicates.too-many': {
    status: 422,
    message: {
      zh: '这一类有 {count} 个以上，一次最多比较 {most} 个。',
      en: 'There are more than {count} of this kind; at most {most} are compared at once.',
    },
    next: {
      zh: '导出后用 kehui resolve 对照。',
      en: 'Export them and use kehui resolve.',
    },
  },
} as const satisfies Record<string, ErrorEntry>
