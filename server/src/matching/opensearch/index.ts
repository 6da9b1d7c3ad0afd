export { type Connection, connection, OpenSearchError } from './connection.js'
export { fillOpenSearch, openSearchIndex } from './open-search-index.js'
