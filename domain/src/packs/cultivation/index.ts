export * from './changes.js'
export { closenessOf, isCultivable } from './closeness.js'
export { type Column, columnsOn, deadlineOf } from './columns.js'
export { type Standing, standingOf } from './standing.js'
