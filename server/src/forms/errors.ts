import type { ErrorEntry } from '../http/error-entry.js'

export const FORM_ERRORS = {
  'form.not-available': {
    status: 404,
    message: { zh: '项目“{id}”没有自评表。', en: '“{id}” has no self-assessment form.' },
    next: { zh: '从自评表列表中选择。', en: 'Choose one from the list of forms.' },
  },
  'form.no-formulas': {
    status: 422,
    message: {
      zh: '“{id}”的规则无法写成精确的表格公式。',
      en: 'The rules of “{id}” have no exact formulas.',
    },
    next: { zh: '下载 PDF。', en: 'Download the PDF instead.' },
  },
} as const satisfies Record<string, ErrorEntry>
