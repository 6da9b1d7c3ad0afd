export { fieldOf, fieldsByName, type Kind, type KindOptions, kind } from './kind.js'
export { type Quality, type QualityOf, qualityOf } from './quality.js'
export { KINDS } from './shipped.js'
