import { findUnit } from '../../shared/unit.js'

export interface HeaderParts {
  /** In the form in which headers are compared. */
  readonly name: string
  readonly unit: string | null
  readonly year: number | null
}

const NOTES = /[([【〔]([^()[\]【】〔〕]*)[)\]】〕]/g
const YEAR = /(?<!\d)((?:19|20)\d\d)(?:年度|年末|年底|年)?(?!\d)/

/** `2025年研发费用（万元）` as a name, its unit and its year. */
export function readHeader(header: string): HeaderParts {
  const folded = header.normalize('NFKC').slice(0, 200)
  let unit: string | null = null
  const rest = folded.replaceAll(NOTES, (_, note: string) => {
    const text = note.replace(/^单位[:：]?/, '').trim()
    if (unit === null && findUnit(text)) unit = text
    return ' '
  })
  const year = YEAR.exec(rest)?.[1]
  return { name: headerKey(rest.replace(YEAR, ' ')), unit, year: year === undefined ? null : Number(year) }
}

/** Without what headers differ in and mean nothing by: blanks, stars of compulsory columns, hyphens, case. */
export function headerKey(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\s*:：_\-/、,，.&]/g, '')
    .toLowerCase()
}
