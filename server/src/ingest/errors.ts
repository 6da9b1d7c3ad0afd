import type { ErrorEntry } from '../http/error-entry.js'

/** Why a report was not read. */
export const INGEST_ERRORS = {
  'ingest.not-found': {
    status: 404,
    message: { zh: '没有这份报告或这个数字。', en: 'There is no such report or figure.' },
    next: { zh: '从报告列表重新进入。', en: 'Start again from the list of reports.' },
  },
  'ingest.correction': {
    status: 422,
    message: {
      zh: '更正须附上正确的内容，其他决定则不附。',
      en: 'A correction comes with what is right; other decisions come without.',
    },
    next: { zh: '填写数值、单位、指标和时间。', en: 'Give value, unit, subject and period.' },
  },
  'ingest.too-large': {
    status: 413,
    message: {
      zh: '文件有 {megabytes} MB，超过 {most} MB。',
      en: 'The file has {megabytes} MB; at most {most} MB are read.',
    },
    next: { zh: '按期或按篇拆分后再读。', en: 'Split it by issue or by article.' },
  },
  'ingest.empty': {
    status: 422,
    message: { zh: '文件里没有文字。', en: 'The file holds no text.' },
    next: { zh: '核对是否选错了文件。', en: 'Check that it is the right file.' },
  },
  'ingest.no-text-layer': {
    status: 422,
    message: {
      zh: '这个 PDF 只有图像，没有文字层。',
      en: 'This PDF holds pictures of pages only, no text layer.',
    },
    next: {
      zh: '先做文字识别（OCR），或换用原始的 DOCX、网页或文本。',
      en: 'Run text recognition (OCR) first, or take the original DOCX, web page or text.',
    },
  },
  'ingest.encrypted': {
    status: 422,
    message: { zh: '文件设有密码。', en: 'The file is protected by a password.' },
    next: { zh: '去掉密码后另存一份。', en: 'Save a copy without a password.' },
  },
  'ingest.broken': {
    status: 422,
    message: { zh: '文件已损坏，读不出内容。', en: 'The file is damaged and cannot be read.' },
    next: {
      zh: '重新下载，或用原来的软件另存一份。',
      en: 'Download it again, or save it again where it was made.',
    },
  },
  'ingest.not-a-report': {
    status: 415,
    message: { zh: '这不是可以读取的报告：{kind}。', en: 'This is no report that can be read: {kind}.' },
    next: {
      zh: '支持 DOCX、带文字层的 PDF、HTML 与纯文本（UTF-8、UTF-16、GB18030）。',
      en: 'DOCX, PDF with a text layer, HTML and plain text (UTF-8, UTF-16, GB18030) are read.',
    },
  },
  'ingest.encoding': {
    status: 422,
    message: {
      zh: '文字的编码既不是 UTF-8、UTF-16，也不是 GB18030。',
      en: 'The text is neither UTF-8 nor UTF-16 nor GB18030.',
    },
    next: { zh: '另存为 UTF-8。', en: 'Save it as UTF-8.' },
  },
} satisfies Record<string, ErrorEntry>
