export {
  type Allocating,
  type Allocation,
  allocate,
  type Claim,
  METHODS,
  type Method,
  type Share,
} from './allocate.js'
export { addCosts, byBenefit, type Cost, costOf, type Owed, owedOf } from './cost.js'
export { divideFen } from './divide.js'
export { byLevel, LEVELS, type Level, type PaidLine } from './levels.js'
export { type Instalments, type OverYears, overYears, type YearPaid } from './over-years.js'
export { type Payment, payments } from './years.js'
