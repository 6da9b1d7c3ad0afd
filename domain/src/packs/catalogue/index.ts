export { callKey } from '../package/call-key.js'
export { type CatalogueEntry, catalogueOn, issuersOf } from './entry.js'
export { type CalendarEvent, eventsBetween, eventsOf } from './events.js'
export {
  type Facets,
  FILTER_NAMES,
  type FilterName,
  type Filters,
  facetsOf,
  matchesFilters,
  placesOf,
} from './filter.js'
export { fingerprintOf } from './fingerprint.js'
export { industriesOf } from './industries.js'
export { ordered, SORTS, type Sort } from './order.js'
export { type Found, search } from './search.js'
export { SEARCH_FIELDS, type SearchField } from './search-index.js'
export type { Part as SnippetPart } from './snippet.js'
