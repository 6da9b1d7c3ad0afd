import type { Health } from '../http/health.js'
import type { ProgrammeDetail, ProgrammeList } from '../programmes/schema.js'
import type { FactInfo, RecordInfo, RegionInfo } from '../registry/schema.js'
import type { InLang, Send } from './request.js'

/** An empty filter is none. */
export interface ProgrammeFilters extends InLang {
  readonly q?: string | undefined
  readonly level?: string | undefined
  readonly region?: string | undefined
  readonly mode?: string | undefined
  readonly benefit?: string | undefined
  readonly audience?: string | undefined
  readonly window?: string | undefined
  readonly on?: string | undefined
  readonly page?: number | undefined
}

export function libraryRoutes(send: Send) {
  return {
    health: () => send<Health>('/health'),
    regions: ({ lang }: InLang = {}) => send<RegionInfo[]>('/regions', { query: { lang } }),
    facts: ({ lang }: InLang = {}) => send<FactInfo[]>('/facts', { query: { lang } }),
    records: ({ lang }: InLang = {}) => send<RecordInfo[]>('/records', { query: { lang } }),
    programmes: (filters: ProgrammeFilters = {}) =>
      send<ProgrammeList>('/programmes', { query: { ...filters } }),
    programme: (id: string, { lang }: InLang = {}) =>
      send<ProgrammeDetail>(`/programmes/${encodeURIComponent(id)}`, { query: { lang } }),
  }
}
