export { type RunAsked, RunRefused, runFrom } from './run-from.js'
export type { RegionRun, RegionRunDetail } from './schema.js'
