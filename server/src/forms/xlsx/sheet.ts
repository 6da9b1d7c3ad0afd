import {
  columnName,
  type PlannedCell,
  type PlannedSheet,
  type Validation,
} from '@kehui/domain/packs/self-assessment'
import { styleIndex } from './styles.js'
import { escaped, MAIN, XML } from './xml.js'

export interface SheetOptions {
  /** False leaves out what formulas gave when the file was made, so that a reader must compute them. */
  readonly cached: boolean
}

/** One sheet: A4 across, as wide as a page, locked but for the cells that are to be filled in. */
export function sheetXml(sheet: PlannedSheet, first: boolean, options: SheetOptions): string {
  const { frozen, widths, merges, validations, footer } = sheet
  const corner = `${columnName(frozen.columns + 1)}${frozen.rows + 1}`
  const pane =
    frozen.columns > 0
      ? `<pane xSplit="${frozen.columns}" ySplit="${frozen.rows}" topLeftCell="${corner}" activePane="bottomRight" state="frozen"/>`
      : `<pane ySplit="${frozen.rows}" topLeftCell="${corner}" activePane="bottomLeft" state="frozen"/>`
  const columns = widths.map(
    (width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
  )
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`)
  const rules = validations.map(validationXml)
  return [
    `${XML}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<sheetViews><sheetView showGridLines="0"${first ? ' tabSelected="1"' : ''} workbookViewId="0">${pane}</sheetView></sheetViews>`,
    `<sheetFormatPr defaultRowHeight="19"/><cols>${columns.join('')}</cols>`,
    `<sheetData>${sheet.rows.map((cells, i) => rowXml(cells, i + 1, sheet.heights.get(i + 1), options)).join('')}</sheetData>`,
    '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/>',
    merged.length > 0 ? `<mergeCells count="${merged.length}">${merged.join('')}</mergeCells>` : '',
    rules.length > 0 ? `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>` : '',
    '<printOptions horizontalCentered="1"/><pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    `<headerFooter><oddFooter>&amp;C${escaped(footer)}</oddFooter></headerFooter></worksheet>`,
  ].join('')
}

function rowXml(
  cells: readonly (PlannedCell | null)[],
  row: number,
  height: number | undefined,
  options: SheetOptions,
): string {
  const high = height === undefined ? '' : ` ht="${height}" customHeight="1"`
  const inside = cells.map((cell, i) =>
    cell === null ? '' : cellXml(cell, `${columnName(i + 1)}${row}`, options),
  )
  return `<row r="${row}"${high}>${inside.join('')}</row>`
}

function cellXml(
  { style, value, formula, indent }: PlannedCell,
  ref: string,
  { cached }: SheetOptions,
): string {
  const at = `r="${ref}" s="${styleIndex(style, indent)}"`
  if (formula !== undefined) {
    const kept = cached && value !== undefined ? `<v>${escaped(String(value))}</v>` : ''
    const kind = cached && typeof value === 'string' ? ' t="str"' : ''
    return `<c ${at}${kind}><f>${escaped(formula)}</f>${kept}</c>`
  }
  if (typeof value === 'number') return `<c ${at}><v>${value}</v></c>`
  if (value === undefined || value === '') return `<c ${at}/>`
  return `<c ${at} t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`
}

function validationXml({ ref, kind, values, message }: Validation): string {
  const shown = `allowBlank="1" showInputMessage="1" showErrorMessage="1" error="${escaped(message)}" prompt="${escaped(message)}" sqref="${ref}"`
  if (kind === 'list')
    return `<dataValidation type="list" ${shown}><formula1>${escaped(`"${values.join(',')}"`)}</formula1></dataValidation>`
  const [from = '', to = ''] = values
  return `<dataValidation type="${kind}" operator="between" ${shown}><formula1>${from}</formula1><formula2>${to}</formula2></dataValidation>`
}
