export { type Contradiction, contradictions } from './contradictions.js'
export { type Indicator, indicatorKey, indicatorOf } from './indicator.js'
export { type IndicatorCell, type IndicatorRow, indicatorTable, type KeptFact, placeName } from './table.js'
