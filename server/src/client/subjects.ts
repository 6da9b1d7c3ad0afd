import type { Entry, Package, WhatIf } from '../packages/schema.js'
import type {
  CreateSubject,
  RetractedFacts,
  SavedFacts,
  SaveFacts,
  SubjectDetail,
  SubjectFacts,
  SubjectList,
  SubjectPacks,
} from '../registry/schema.js'
import type { InLang, Query, Send } from './request.js'

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

export function subjectRoutes(send: Send) {
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
