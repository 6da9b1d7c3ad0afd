import type { Health } from '../http/health.js'
import type { Calendar } from '../programmes/calendar.js'
import type { ProgrammeDetail, ProgrammeList } from '../programmes/schema.js'
import type { LibraryStanding } from '../programmes/standing.js'
import type { VersionComparison, VersionList } from '../programmes/versions.js'
import type { FactInfo, RecordInfo, RegionInfo } from '../registry/schema.js'
import type { InLang, Send } from './request.js'

/** An empty filter is none. */
export interface ProgrammeFilters extends InLang {
  readonly q?: string | undefined
  /** Code of a place. */
  readonly place?: string | undefined
  readonly region?: string | undefined
  readonly level?: string | undefined
  readonly department?: string | undefined
  readonly mode?: string | undefined
  readonly benefit?: string | undefined
  readonly audience?: string | undefined
  readonly industry?: string | undefined
  readonly window?: string | undefined
  readonly verified?: string | undefined
}

export interface ProgrammeAsk extends ProgrammeFilters {
  /** Ids, separated by commas. */
  readonly only?: string | undefined
  readonly sort?: string | undefined
  readonly on?: string | undefined
  readonly page?: number | undefined
  readonly size?: number | undefined
}

export function libraryRoutes(send: Send) {
  return {
    health: () => send<Health>('/health'),
    regions: ({ lang }: InLang = {}) => send<RegionInfo[]>('/regions', { query: { lang } }),
    facts: ({ lang }: InLang = {}) => send<FactInfo[]>('/facts', { query: { lang } }),
    records: ({ lang }: InLang = {}) => send<RecordInfo[]>('/records', { query: { lang } }),
    programmes: (ask: ProgrammeAsk = {}) => send<ProgrammeList>('/programmes', { query: { ...ask } }),
    libraryStanding: () => send<LibraryStanding>('/programmes/standing'),
    calendar: (ask: ProgrammeFilters & { readonly from: string; readonly to: string }) =>
      send<Calendar>('/programmes/calendar', { query: { ...ask } }),
    programmeVersions: (id: string, { lang }: InLang = {}) =>
      send<VersionList>(`/programmes/${encodeURIComponent(id)}/versions`, { query: { lang } }),
    /** Two versions by their snapshots. */
    compareVersions: (id: string, ask: InLang & { readonly from: number; readonly to: number }) =>
      send<VersionComparison>(`/programmes/${encodeURIComponent(id)}/versions/compare`, {
        query: { ...ask },
      }),
    programme: (id: string, { lang }: InLang = {}) =>
      send<ProgrammeDetail>(`/programmes/${encodeURIComponent(id)}`, { query: { lang } }),
  }
}
