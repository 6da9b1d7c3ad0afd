import type {
  FreezeLeads,
  LeadComparison,
  LeadDetail,
  LeadEntries,
  LeadLists,
  LeadPreview,
} from '../leads/schema.js'
import type { InLang, Send } from './request.js'

export interface LeadEntryFilters extends InLang {
  readonly outcome?: 'lead' | 'excluded' | undefined
  readonly reason?: string | undefined
  readonly place?: string | undefined
  readonly q?: string | undefined
  readonly page?: number | undefined
}

export function leadRoutes(send: Send) {
  const at = (id: string) => `/lead-lists/${encodeURIComponent(id)}`
  return {
    leadLists: ({ lang }: InLang = {}) => send<LeadLists>('/lead-lists', { query: { lang } }),
    previewLeads: (programme: string) => send<LeadPreview>('/lead-lists/preview', { query: { programme } }),
    freezeLeads: (body: FreezeLeads) => send<LeadDetail>('/lead-lists', { method: 'POST', body }),
    leadList: (id: string, { lang }: InLang = {}) => send<LeadDetail>(at(id), { query: { lang } }),
    leadEntries: (id: string, filters: LeadEntryFilters = {}) =>
      send<LeadEntries>(`${at(id)}/entries`, { query: { ...filters } }),
    compareLeads: (id: string, earlier: string, { lang }: InLang = {}) =>
      send<LeadComparison>(`${at(id)}/comparison`, { query: { with: earlier, lang } }),
    withdrawLeads: (id: string, note: string) =>
      send<LeadDetail>(`${at(id)}/withdraw`, { method: 'POST', body: { note } }),
    restoreLeads: (id: string) => send<LeadDetail>(`${at(id)}/restore`, { method: 'POST', body: {} }),
    exportLeads: (id: string, form: 'xlsx' | 'csv') =>
      send<Blob>(`${at(id)}/list.${form}`, { wantsFile: true }),
  }
}
