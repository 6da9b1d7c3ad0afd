export { type Cell, integerCell, isSameCell } from './cell.js'
export {
  choice,
  date,
  FIELD_TYPES,
  type Field,
  type FieldOptions,
  type FieldType,
  identifier,
  list,
  longText,
  money,
  place,
  quantity,
  reference,
  text,
  VISIBILITIES,
  type Visibility,
  year,
  yesNo,
} from './field.js'
export { type CellReading, type ReadingCells, readCell } from './read-cell.js'
export { exportCell, showCell } from './show-cell.js'
