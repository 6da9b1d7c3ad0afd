export type { Diagnostic } from '../shared/diagnostic.js'
export { type Checked, checkExamples } from './check.js'
export { type Loaded, loadPacks } from './load.js'
export type { PackSource } from './source-files.js'
