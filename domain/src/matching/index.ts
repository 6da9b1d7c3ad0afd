export * from './analyse/index.js'
export * from './assignment/index.js'
export { queryWords, type Reason, reasonsFor } from './reasons.js'
export * from './search/index.js'
