export { valueFrom } from '../answer/situation.js'
export { allColumns, columnsOf, type ProgramColumns, type RegionColumn } from './columns.js'
export { audienceBit, type ColumnFault, type RegionRow, regionRow } from './row.js'
export { tableFrom } from './table.js'
