import type { MatchingState, NeedMatches, OfferMatches } from '../matching/schema.js'
import type { Send } from './request.js'

export function matchingRoutes(send: Send) {
  return {
    /** `as`: the company for which somebody looks. */
    demandMatches: (
      id: string,
      query: { kind?: string | undefined; k?: number; as?: string | undefined } = {},
    ) => send<OfferMatches>(`/demands/${encodeURIComponent(id)}/matches`, { query }),
    resourceMatches: (id: string, query: { k?: number } = {}) =>
      send<NeedMatches>(`/resources/${encodeURIComponent(id)}/matches`, { query }),
    matchingState: () => send<MatchingState>('/matching'),
  }
}
