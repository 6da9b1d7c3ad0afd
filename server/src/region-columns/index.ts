export { type Filling, fillRegion } from './fill.js'
export { GROUPINGS, INDUSTRY, PARK, STAFF } from './groupings.js'
export {
  appliesTo,
  groupingColumn,
  isStale,
  type Reading,
  type RegionColumns,
  readRegion,
  tableFor,
} from './region-columns.js'
export { SubjectIds } from './subject-ids.js'
