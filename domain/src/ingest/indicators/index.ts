export {
  type ComparedCell,
  type ComparedGrowth,
  type ComparedPlace,
  compareIndicator,
  type IndicatorComparison,
} from './comparison.js'
export { type Contradiction, type ContradictionKind, contradictions } from './contradictions.js'
export { signedGrowth } from './growth.js'
export { type Indicator, indicatorKey, indicatorOf, tableNames } from './indicator.js'
export { type NamedIndicator, type NamedSubject, nameTable } from './name-table.js'
export {
  type Corrections,
  type NamingAsk,
  type NamingEffect,
  type NamingEntry,
  namingEffect,
  planNaming,
  undoNaming,
  withEntries,
} from './names.js'
export { type IndicatorSummary, summarise } from './summary.js'
export { type IndicatorCell, type IndicatorRow, indicatorTable, type KeptFact, placeName } from './table.js'
