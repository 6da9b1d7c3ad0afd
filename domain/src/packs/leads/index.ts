export { type LeadFile, type LeadRow, leadCells, leadColumns, leadSheets } from './sheets.js'
export * from './words.js'
