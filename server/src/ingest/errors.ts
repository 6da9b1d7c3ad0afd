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
  'ingest.duplicate': {
    status: 409,
    message: {
      zh: '同一份文件已经读过：{fileName}。',
      en: 'The same file was read already: {fileName}.',
    },
    next: { zh: '打开已读的报告即可。', en: 'Open the report that was read.' },
  },
  'ingest.duplicate-withdrawn': {
    status: 409,
    message: {
      zh: '同一份文件读过，后来撤下了：{fileName}。',
      en: 'The same file was read and withdrawn later: {fileName}.',
    },
    next: { zh: '打开那份报告，点“恢复”。', en: 'Open that report and bring it back.' },
  },
  'ingest.withdrawn': {
    status: 409,
    message: {
      zh: '这份报告已撤下，其中的数字不再核对。',
      en: 'This report is withdrawn; its figures are not decided any more.',
    },
    next: { zh: '先恢复报告。', en: 'Bring the report back first.' },
  },
  'ingest.batch-not-found': {
    status: 404,
    message: { zh: '没有这批文件或其中的这一份。', en: 'There is no such batch, or no such file in it.' },
    next: { zh: '从报告页重新进入。', en: 'Start again from the page of reports.' },
  },
  'ingest.batch-state': {
    status: 409,
    message: {
      zh: '这份文件现在不能这样办理：它已经读完、取消，或还在处理。',
      en: 'This cannot be done with the file now: it is read or called off, or still at work.',
    },
    next: { zh: '刷新页面，看它现在到哪一步。', en: 'Load the page again to see how far it is.' },
  },
  'ingest.file-gone': {
    status: 409,
    message: { zh: '服务器上已经没有这份文件。', en: 'The server no longer has this file.' },
    next: { zh: '重新选择这份文件。', en: 'Choose the file again.' },
  },
  'ingest.draft-not-found': {
    status: 404,
    message: {
      zh: '报告的这个位置没有读出政策条款。',
      en: 'No policy was read at this place of the report.',
    },
    next: {
      zh: '回到报告，从“由文字起草的政策文件”重新进入。',
      en: 'Go back to the report and open a draft from there.',
    },
  },
  'ingest.cancelled': {
    status: 409,
    message: { zh: '读取已取消，没有留下内容。', en: 'The reading was called off; nothing of it was kept.' },
    next: { zh: '需要时点“重试”。', en: 'Try again when it is wanted.' },
  },
  'ingest.too-long': {
    status: 422,
    message: {
      zh: '读了 {minutes} 分钟还没有读完，已停止。',
      en: 'It was not read after {minutes} minutes and was stopped.',
    },
    next: { zh: '按期或按篇拆分后再读。', en: 'Split it by issue or by article.' },
  },
  'ingest.out-of-memory': {
    status: 422,
    message: {
      zh: '读取所需的内存超过 {megabytes} MB，已停止。',
      en: 'Reading it takes more than {megabytes} MB of memory; it was stopped.',
    },
    next: {
      zh: '按期或按篇拆分，或另存为纯文本再读。',
      en: 'Split it by issue or by article, or save it as plain text.',
    },
  },
  'ingest.crashed': {
    status: 500,
    message: {
      zh: '读取这份文件时程序出错，没有留下内容；其他文件不受影响。',
      en: 'Reading this file failed by a fault of the program; nothing of it was kept, and other files go on.',
    },
    next: {
      zh: '重试；仍不行就换一种格式，并把文件交给维护人员。',
      en: 'Try again; if it fails again, use another format and hand the file to whoever keeps this server.',
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
