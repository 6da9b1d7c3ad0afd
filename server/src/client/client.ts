import type { Health } from '../http/health.js'
import type { ImportList, ImportMapping, ImportPreview } from '../imports/schema.js'
import type { Entry, Package, WhatIf } from '../packages/schema.js'
import type { ProgrammeDetail, ProgrammeList } from '../programmes/schema.js'
import type {
  CreateSubject,
  FactInfo,
  RecordInfo,
  RegionInfo,
  RetractedFacts,
  SavedFacts,
  SaveFacts,
  SubjectDetail,
  SubjectFacts,
  SubjectList,
  SubjectPacks,
} from '../registry/schema.js'
import { type ClientOptions, type Query, type Send, sender } from './request.js'

export interface InLang {
  readonly lang?: 'zh' | 'en' | undefined
}

/** What both lists and packages can be asked with; an empty filter is none. */
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

export interface SubjectFilters {
  readonly q?: string | undefined
  readonly audience?: string | undefined
  readonly region?: string | undefined
  readonly page?: number | undefined
}

export interface PackageAsk extends InLang {
  readonly on?: string | undefined
  readonly readings?: Readonly<Record<string, string>>
}

export type TryAsk = WhatIf & InLang

/** One method a route of /api/v1. */
export function createClient(options: ClientOptions) {
  const send = sender(options)
  return { ...libraryRoutes(send), ...subjectRoutes(send), ...importRoutes(send) }
}
export type Client = ReturnType<typeof createClient>

function libraryRoutes(send: Send) {
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

function subjectRoutes(send: Send) {
  const at = (id: string) => `/subjects/${encodeURIComponent(id)}`
  return {
    subjects: (filters: SubjectFilters = {}) => send<SubjectList>('/subjects', { query: { ...filters } }),
    subject: (id: string) => send<SubjectDetail>(at(id)),
    createSubject: (body: CreateSubject) => send<SubjectDetail>('/subjects', { method: 'POST', body }),
    subjectFacts: (id: string, { lang }: InLang = {}) =>
      send<SubjectFacts>(`${at(id)}/facts`, { query: { lang } }),
    saveFacts: (id: string, body: SaveFacts) => send<SavedFacts>(`${at(id)}/facts`, { method: 'POST', body }),
    retractFacts: (id: string, token: string) =>
      send<RetractedFacts>(`${at(id)}/facts/${encodeURIComponent(token)}`, { method: 'DELETE' }),
    setPacks: (id: string, body: SubjectPacks) =>
      send<SubjectPacks>(`${at(id)}/packs`, { method: 'PUT', body }),
    package: (id: string, ask: PackageAsk = {}) =>
      send<Package>(`${at(id)}/package`, { query: packageQuery(ask) }),
    tryPackage: (id: string, { lang, ...body }: TryAsk) =>
      send<Package>(`${at(id)}/package`, { method: 'POST', query: { lang }, body }),
    packageEntry: (id: string, programme: string, ask: PackageAsk = {}) =>
      send<Entry>(`${at(id)}/package/${encodeURIComponent(programme)}`, { query: packageQuery(ask) }),
  }
}

function packageQuery({ lang, on, readings = {} }: PackageAsk): Query {
  const chosen = Object.entries(readings).map(([programme, option]) => [`reading.${programme}`, option])
  return { lang, on, ...Object.fromEntries(chosen) }
}

function importRoutes(send: Send) {
  const at = (id: string) => `/imports/${encodeURIComponent(id)}`
  return {
    imports: () => send<ImportList>('/imports'),
    import: (id: string) => send<ImportPreview>(at(id)),
    upload: (file: Blob & { readonly name: string }) =>
      send<ImportPreview>('/imports', { method: 'POST', file: { content: file, name: file.name } }),
    mapImport: (id: string, body: ImportMapping) =>
      send<ImportPreview>(`${at(id)}/mapping`, { method: 'PUT', body }),
    commitImport: (id: string) => send<ImportPreview>(`${at(id)}/commit`, { method: 'POST' }),
    undoImport: (id: string) => send<ImportPreview>(`${at(id)}/undo`, { method: 'POST' }),
  }
}
