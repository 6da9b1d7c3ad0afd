export { columnsOf } from './columns.js'
export { type FormFile, formFile } from './files.js'
