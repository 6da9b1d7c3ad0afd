import type { Found, SavedSearch, SaveSearch, SearchQuery } from '../search/schema.js'
import type { InLang, Send } from './request.js'

export type SearchFilters = InLang & { readonly [K in keyof SearchQuery]?: SearchQuery[K] | undefined }

export function searchRoutes(send: Send) {
  return {
    search: (filters: SearchFilters = {}) => send<Found>('/search', { query: { ...filters } }),
    searchFile: (form: 'xlsx' | 'csv', filters: Omit<SearchFilters, 'page'> = {}) =>
      send<Blob>(`/search.${form}`, { query: { ...filters }, wantsFile: true }),
    savedSearches: () => send<SavedSearch[]>('/searches'),
    saveSearch: (body: SaveSearch) => send<SavedSearch>('/searches', { method: 'POST', body }),
    deleteSearch: (id: string) =>
      send<SavedSearch[]>(`/searches/${encodeURIComponent(id)}`, { method: 'DELETE' }),
  }
}
