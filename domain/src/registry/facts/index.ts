export { type FactValue, factValue } from './as-value.js'
export { byPrecedence, type Sourced, STANDINGS, type Standing } from './choose.js'
export { factKeyOf, type LayoutColumn, rowCells } from './layout.js'
