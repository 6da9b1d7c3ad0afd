import { FormulaError, formWorkbook } from '@kehui/domain/packs/self-assessment'
import type { Library } from '@kehui/domain/rules'
import type { AskedForm } from './ask.js'
import { factLabels } from './labels.js'
import { typeset } from './pdf/compile.js'
import { pdfData } from './pdf/data.js'
import { xlsxFile } from './xlsx/workbook.js'

export const FORM_FILES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
} as const
export type FormFile = keyof typeof FORM_FILES

/** The form as a file; undefined where its rules have no exact formulas. */
export async function formFile(
  library: Library,
  { ask, form }: AskedForm,
  kind: FormFile,
): Promise<Uint8Array | undefined> {
  if (kind === 'pdf') return typeset(pdfData(form, factLabels(library, form.lang)))
  try {
    const workbook = formWorkbook(library, ask)
    return workbook ? xlsxFile(workbook) : undefined
  } catch (error) {
    if (error instanceof FormulaError) return undefined
    throw error
  }
}

/** `attachment` with a Chinese name, after RFC 6266 and RFC 5987: old readers take the plain one. */
export function disposition(name: string, kind: FormFile): string {
  const safe = name.replaceAll(/[\\/:*?"<>|\p{Cc}\p{Cf}]/gu, ' ').trim()
  const encoded = encodeURIComponent(`${safe}.${kind}`).replaceAll(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="form.${kind}"; filename*=UTF-8''${encoded}`
}
