import type { Lang } from '@kehui/domain/shared'
import { typeset } from '../../forms/pdf/compile.js'
import type { Portrait } from '../schema.js'
import { reportOf } from './document.js'
import { reportDocx } from './docx.js'
import { reportText } from './plain-text.js'
import { REPORT_TEMPLATE } from './template.js'

export const REPORT_FILES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  txt: 'text/plain; charset=utf-8',
} as const
export type ReportFile = keyof typeof REPORT_FILES

/** The development report as a file. */
export async function reportFile(portrait: Portrait, kind: ReportFile, lang: Lang): Promise<Uint8Array> {
  const report = reportOf(portrait, lang)
  switch (kind) {
    case 'pdf':
      return typeset(report, REPORT_TEMPLATE)
    case 'docx':
      return reportDocx(report)
    case 'txt':
      return Buffer.from(reportText(report))
  }
}
