export { type AmountClass, amountClasses } from './amounts.js'
export {
  type ChangeLists,
  type Changes,
  changesBetween,
  type Rank,
  type RowChange,
} from './changes.js'
export { type Figures, figuresBy, figuresOf, type Grouping } from './figures.js'
export type { Funnel, FunnelStep } from './funnel.js'
export { type Amounts, fenAt, type Mask, type Standing } from './standing.js'
export { programFor, WhatIf } from './what-if.js'
