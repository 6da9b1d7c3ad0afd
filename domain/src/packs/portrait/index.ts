export { completenessOf } from './completeness.js'
export { laddersFor, nextSteps } from './ladders.js'
export * from './schema.js'
