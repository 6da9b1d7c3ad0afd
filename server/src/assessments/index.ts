export { writeWorkbook } from './workbook/write-workbook.js'
