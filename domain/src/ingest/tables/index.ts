export { findTable } from './find-table.js'
export { readHeader } from './header.js'
export { openQuestions, readTable } from './read-table.js'
export type * from './table.js'
