export type { ReadText } from './cell-reader.js'
export { headerKey, readHeader } from './header.js'
export {
  EndMapping,
  ImportMapping,
  isRelationMapping,
  KindMapping,
  RelationMapping,
  SourceMapping,
} from './mapping.js'
export {
  type FindFact,
  type ImportPlan,
  type MappingProblem,
  type Planned,
  type PlannedColumn,
  planImport,
} from './plan.js'
export { type CellProblem, columnReaders, type ReadRow, rowReader } from './read-row.js'
export { type ColumnSuggestion, suggestColumns, suggestKinds } from './suggest.js'
