export { type FormAsk, selfAssessment } from './build.js'
export type { ColumnAsk } from './columns.js'
export type { Sources } from './fact-rows.js'
export { FormulaError } from './formula/poly.js'
export * from './schema.js'
export {
  columnName,
  type PlannedCell,
  type PlannedSheet,
  STYLES,
  type Style,
  type Validation,
  type Workbook,
} from './sheet/plan.js'
export { sectionTitle, textsIn as formTexts } from './sheet/texts.js'
export { formWorkbook } from './sheet/workbook.js'
