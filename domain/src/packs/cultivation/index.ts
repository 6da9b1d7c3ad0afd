export * from './changes.js'
export { closenessOf, isCultivable } from './closeness.js'
export { type Column, columnsOn, deadlineOf } from './columns.js'
export {
  type Company,
  type CultivationList,
  cultivationSheets,
  type Sheet,
  type SheetColumn,
  type SheetValue,
  sheetNames,
} from './sheets.js'
export { type Standing, standingOf } from './standing.js'
export * from './words.js'
