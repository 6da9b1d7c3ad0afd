import type { ErrorEntry } from '../../http/error-entry.js'

export const DEMAND_TABLE_ERRORS = {
  'demand-table.columns': {
    status: 422,
    message: { zh: '表中缺这几列：{columns}。', en: 'The table lacks these columns: {columns}.' },
    next: {
      zh: '第一行写列名，可以下载模板照着填。',
      en: 'Name the columns in the first row; there is a template.',
    },
  },
  'demand-table.empty': {
    status: 422,
    message: { zh: '列名下面没有内容。', en: 'There is nothing below the names of columns.' },
    next: { zh: '从第二行起，一行写一条需求。', en: 'Write one need a row, from the second on.' },
  },
  'demand-table.rows': {
    status: 422,
    message: { zh: '一次最多导入 {rows} 条需求。', en: 'At most {rows} needs are read in at a time.' },
    next: { zh: '分成几个文件导入。', en: 'Split the table.' },
  },
  'demand-table.nothing': {
    status: 422,
    message: { zh: '没有一行可以导入。', en: 'No row of it can be entered.' },
    next: { zh: '按每行写明的原因改好，再导入。', en: 'Put right what each row tells, and try again.' },
  },
  'demand-table.not-found': {
    status: 404,
    message: { zh: '没有这次导入。', en: 'There is no such import.' },
    next: { zh: '从列表中选择。', en: 'Choose one of the list.' },
  },
  'demand-table.undone': {
    status: 409,
    message: { zh: '这次导入已经撤回。', en: 'This import was taken back already.' },
    next: { zh: '刷新后查看现状。', en: 'Reload to see how it stands.' },
  },
} as const satisfies Record<string, ErrorEntry>
